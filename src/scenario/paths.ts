/**
 * Paths into a scenario, one language for `--set`, variants, evidence and messages:
 * `checkpoints.ak_jol_x.staff`, `checkpoints[country=KZ].staff`, `organisations.*.supply.0.kgPerDay`. Entries
 * of a list are named by id, else by index (D8).
 */
import { text } from '../text'
import { expectedName, type Finding, shown } from './check/issue'
import { type Address, DocumentCopy, entriesNamed, entryKey } from './copy'
import { childOf, isRecord, ownValue, plainText } from './entries'
import { LIMITS, scenarioSchema } from './schema'
import { knownKeysAt, mayHold } from './schema/schemaKeys'

type Token =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'any' }
  /** Entries whose fields have all these values. */
  | { readonly kind: 'where'; readonly fields: readonly (readonly [field: string, value: string])[] }

export type { Address } from './copy'

export type Resolved =
  | { readonly ok: true; readonly addresses: readonly Address[] }
  | {
      readonly ok: false
      readonly issue: Finding
      /** The path leads to a list, and its selector asks for values that no entry has now. */
      readonly unmatched: boolean
    }

/** One segment of a path with its selectors, and the dot after it. */
const SEGMENT = /([A-Za-z0-9_$-]+|\*)((?:\[[A-Za-z0-9_]+=[^\]]*\])*)(\.|$)/y

function tokensOf(path: string): Token[] | undefined {
  if (path.length > LIMITS.path) return undefined
  const tokens: Token[] = []
  SEGMENT.lastIndex = 0
  for (let isLast = false; !isLast; ) {
    const match = SEGMENT.exec(path)
    if (match === null) return undefined
    const [, name = '', selectors = '', end] = match
    tokens.push(name === '*' ? { kind: 'any' } : { kind: 'name', name })
    const fields = [...selectors.matchAll(/\[([A-Za-z0-9_]+)=([^\]]*)\]/g)].map(
      ([, field = '', value = '']) => [field, value] as const,
    )
    if (fields.length > 0) tokens.push({ kind: 'where', fields })
    isLast = end === ''
  }
  return tokens
}

/** Names that may follow at this place. */
function namesAt(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(entryKey)
  return isRecord(value) ? Object.keys(value) : []
}

function hasValue(found: unknown, value: string): boolean {
  return Array.isArray(found) ? found.some((item) => plainText(item) === value) : plainText(found) === value
}

function childKeys(value: unknown, token: Token): (string | number)[] {
  if (Array.isArray(value)) {
    if (token.kind === 'name') return [...entriesNamed(value, token.name)]
    const indices = value.map((_, index) => index)
    if (token.kind === 'any') return indices
    return indices.filter((index) => {
      const entry: unknown = value[index]
      return (
        isRecord(entry) && token.fields.every(([field, value]) => hasValue(ownValue(entry, field), value))
      )
    })
  }
  if (!isRecord(value)) return []
  if (token.kind === 'any') return Object.keys(value)
  return token.kind === 'name' && Object.hasOwn(value, token.name) ? [token.name] : []
}

/**
 * All places that a path leads to. With `lastMayBeNew` the last name may be one that an object does not have
 * yet but may have by the schema (an optional parameter).
 */
export function resolvePath(root: unknown, path: string, lastMayBeNew = false): Resolved {
  const tokens = tokensOf(path)
  if (tokens === undefined) {
    const [message, expected] = [text.issues.badPath, text.issues.pathExpected]
    return { ok: false, issue: { path, message, expected, found: shown(path) }, unmatched: false }
  }
  let addresses: Address[] = [[]]
  for (const [depth, token] of tokens.entries()) {
    const next: Address[] = []
    const mayBeNew = lastMayBeNew && depth === tokens.length - 1 && token.kind === 'name'
    for (const address of addresses) {
      const value = valueAt(root, address)
      const keys = childKeys(value, token)
      const isNew = keys.length === 0 && mayBeNew && isRecord(value) && mayHold(address, token.name)
      if (isNew) keys.push(token.name)
      for (const key of keys) next.push([...address, key])
    }
    if (next.length === 0) {
      const unmatched =
        token.kind === 'where' && addresses.some((address) => hasFields(valueAt(root, address), token))
      return { ok: false, issue: nothingAt(root, path, addresses, token, mayBeNew), unmatched }
    }
    addresses = next
  }
  return { ok: true, addresses }
}

/**
 * Whether a list has entries with all the fields of a selector; an id always names one entry, which has to be
 * there.
 */
function hasFields(list: unknown, { fields }: Token & { kind: 'where' }): boolean {
  if (!Array.isArray(list)) return false
  return fields.every(
    ([field]) => field !== 'id' && list.some((entry) => isRecord(entry) && Object.hasOwn(entry, field)),
  )
}

/**
 * What a path is about: the places that it leads to, or those that it could lead to when its selectors match
 * nothing now. What they select by may change with any edit and on any day.
 */
export function resolveMeant(root: unknown, path: string, lastMayBeNew = false): Resolved {
  const resolved = resolvePath(root, path, lastMayBeNew)
  return resolved.ok || !resolved.unmatched
    ? resolved
    : resolvePath(root, withoutSelectors(path), lastMayBeNew)
}

/** The path to all places among which its selectors choose. */
function withoutSelectors(path: string): string {
  return path.replace(/(?:\[[^\]]*\])+/g, '.*')
}

function nothingAt(
  root: unknown,
  path: string,
  addresses: readonly Address[],
  token: Token,
  mayBeNew: boolean,
): Finding {
  const name = nameOf(token)
  const expected = () => {
    const { pathExpected } = text.issues
    if (token.kind !== 'name') return pathExpected
    const present = addresses.flatMap((address) => namesAt(valueAt(root, address)))
    const possible = mayBeNew ? addresses.flatMap((address) => knownKeysAt(scenarioSchema, address)) : []
    return expectedName(pathExpected, name, [...new Set([...present, ...possible])])
  }
  return { path, message: text.issues.pathMatchesNothing(path), expected, found: `"${name}"` }
}

function nameOf(token: Token): string {
  if (token.kind === 'where') return token.fields.map(([field, value]) => `[${field}=${value}]`).join('')
  return token.kind === 'name' ? token.name : '*'
}

/** The path of an address, with ids in place of indices. */
export function pathOf(root: unknown, address: Address): string {
  const parts: string[] = []
  let value: unknown = root
  for (const key of address) {
    const child = childOf(value, key)
    parts.push(Array.isArray(value) && typeof key === 'number' ? entryKey(child, key) : String(key))
    value = child
  }
  return parts.join('.')
}

/** The value at an address, or undefined. */
export function valueAt(root: unknown, address: Address): unknown {
  let value = root
  for (const key of address) value = childOf(value, key)
  return value
}

export interface Applied {
  readonly document: Readonly<Record<string, unknown>>
  /** Mistakes of the paths; each issue's path is that of the setting. */
  readonly issues: readonly Finding[]
  /** Concrete paths that were set, with the path of the setting that did. */
  readonly origins: ReadonlyMap<string, string>
  /** Values that were given. */
  readonly values: number
  /** The mistake of settings that would give more values than they may: they are applied no further. */
  readonly excess: readonly Finding[]
}

/**
 * A document with settings by path applied in their order, as long as they give at most so many values in
 * all.
 */
export function applied(
  root: Readonly<Record<string, unknown>>,
  settings: Iterable<readonly [path: string, value: unknown]>,
  max: number = LIMITS.changedValues,
): Applied {
  const issues: Finding[] = []
  const origins = new Map<string, string>()
  const copy = new DocumentCopy(root)
  let values = 0
  for (const [path, value] of settings) {
    const resolved = resolvePath(copy.root, path, true)
    if (!resolved.ok) issues.push(resolved.issue)
    const addresses = resolved.ok ? resolved.addresses : []
    values += addresses.length
    if (values > max) return { document: copy.root, issues, origins, values, excess: [excessAt(path)] }
    for (const address of addresses) {
      origins.set(pathOf(copy.root, address), path)
      copy.set(address, value)
    }
  }
  return { document: copy.root, issues, origins, values, excess: [] }
}

function excessAt(path: string): Finding {
  const { atMost, more, tooManySetValues } = text.issues
  const limit = String(LIMITS.changedValues)
  return { path, message: tooManySetValues, expected: atMost(limit), found: more }
}

/** How specific a path is: higher wins. Explicit names count more than selectors, selectors more than `*`. */
export function specificityOf(path: string): number {
  const weightOf = (token: Token) =>
    token.kind === 'name' ? 100 : token.kind === 'where' ? 10 * token.fields.length : 0
  return (tokensOf(path) ?? []).reduce((sum, token) => sum + weightOf(token), 0)
}
