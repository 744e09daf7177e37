/** Rewriting: single values in the text of a scenario file, everything else left as its author wrote it. */
import { findNodeAtLocation, type JSONPath, type Node, parseTree } from 'jsonc-parser'
import { resolvePath } from '../paths'
import type { Evidence } from '../schema'
import { baseIdOf } from './derive'

/**
 * The text with other values at paths, and evidence for them. The text is that of a valid scenario file,
 * whole or derived.
 */
export function rewrittenText(
  source: string,
  values: readonly (readonly [path: string, value: number])[],
  evidence: Readonly<Record<string, Evidence>>,
): string {
  const document: unknown = JSON.parse(source)
  const part = baseIdOf(document) === undefined ? undefined : 'set'
  let text = source
  for (const [path, value] of values) {
    const addresses = part === undefined ? addressesOf(document, path) : [[part, path]]
    for (const address of addresses) text = withValue(text, address, value)
  }
  for (const [path, entry] of Object.entries(evidence)) text = withValue(text, ['evidence', path], entry)
  return text
}

function addressesOf(document: unknown, path: string): JSONPath[] {
  const resolved = resolvePath(document, path, true)
  return resolved.ok ? resolved.addresses.map((address) => [...address]) : []
}

/** The text with a value in place of another, or as the last one of its object. */
export function withValue(text: string, address: JSONPath, value: unknown): string {
  const root = parseTree(text)
  const written = JSON.stringify(value)
  const present = root === undefined ? undefined : findNodeAtLocation(root, address)
  if (present !== undefined)
    return text.slice(0, present.offset) + written + text.slice(present.offset + present.length)
  const owner = address.slice(0, -1)
  const object = root === undefined ? undefined : findNodeAtLocation(root, owner)
  const key = String(address.at(-1))
  if (object === undefined) return owner.length === 0 ? text : withValue(text, owner, { [key]: value })
  const last = object.children?.at(-1)
  const property = `${JSON.stringify(key)}: ${written}`
  if (last === undefined)
    return `${text.slice(0, object.offset + 1)}${property}${text.slice(object.offset + 1)}`
  const end = last.offset + last.length
  return `${text.slice(0, end)},${gapBefore(text, last)}${property}${text.slice(end)}`
}

/** The white space in front of a property, so that the next one stands as it does. */
function gapBefore(text: string, { offset }: Node): string {
  return /\s*$/.exec(text.slice(0, offset))?.[0] ?? ' '
}
