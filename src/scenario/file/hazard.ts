/** Hazards: what no document may hold, whatever its schema says. */
import { text } from '../../text'
import type { Finding } from '../check/issue'
import { type Address, pathOf } from '../paths'
import { LIMITS } from '../schema'

const words = text.issues
/** It would not name a value of an object but what all its values are inherited from. */
const FORBIDDEN_KEY = '__proto__'

/**
 * Too deep nesting, and the key that could reach an object's prototype; `at` is where the document lies in
 * another.
 */
export function hazardIn(document: unknown, at: Address = []): Finding | undefined {
  const stack: { value: unknown; address: Address }[] = [{ value: document, address: at }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, address } = next
    if (typeof value !== 'object' || value === null) continue
    const path = () => pathOf(document, address)
    if (address.length > LIMITS.depth) {
      const [message, expected] = [words.tooDeep(LIMITS.depth), words.atMost(String(LIMITS.depth))]
      return { path: path().slice(0, 80), message, expected, found: String(address.length) }
    }
    if (Object.hasOwn(value, FORBIDDEN_KEY)) {
      const key = address.length === 0 ? FORBIDDEN_KEY : `${path()}.${FORBIDDEN_KEY}`
      const [message, expected] = [words.forbiddenKey, words.noSuchKey]
      return { path: key, message, expected, found: `"${FORBIDDEN_KEY}"` }
    }
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'object' || inner === null) continue
      stack.push({ value: inner, address: [...address, Array.isArray(value) ? Number(key) : key] })
    }
  }
  return undefined
}
