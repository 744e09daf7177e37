/**
 * Derived scenarios: a base by id, and only what differs from it; from the short file to the whole document
 * and back (D7).
 */
import { ENGINE_VERSION } from '../../engine'
import { text } from '../../text'
import { expectedName, type Finding, shown } from '../check/issue'
import { identityIssues } from '../check/settingIssues'
import { DocumentCopy } from '../copy'
import { wholeDifferences } from '../differences'
import { isSameValue, ownValue } from '../entries'
import { type Address, applied, pathOf, resolvePath } from '../paths'
import { type DerivedFile, ENTRY_LISTS, type Scenario } from '../schema'
import { formerDigest, scenarioDigest } from './canonical'

const words = text.issues

/** Text of the scenario file of an id; undefined where there is none. `known` names those that there are. */
export interface Bases {
  readonly known: readonly string[]
  textOf(id: string): string | undefined
}

export const NO_BASES: Bases = { known: [], textOf: () => undefined }

type Document = Readonly<Record<string, unknown>>

/** Parts that a derived file replaces as a whole; those of the first row it never inherits. */
const OWN_TEXTS = ['description', 'notes', 'engineVersion'] as const
const PLAIN = ['$schema', 'id', 'title', 'startDate', 'days', 'seed', ...OWN_TEXTS] as const

/** A path of names alone. */
const PLAIN_PATH = /^[A-Za-z0-9_$-]+(?:\.[A-Za-z0-9_$-]+)*$/

/** Parts that say something of values by their paths; a derived file adds to them. */
const BY_PATH = ['evidence', 'locks'] as const

export interface Resolution {
  readonly file: Document
  readonly issues: readonly Finding[]
  /** Paths of single values that `set` gave, with the key that they stand under there. */
  readonly origins: ReadonlyMap<string, string>
}

/** The id of the base that a document names; undefined for a whole scenario. */
export function baseIdOf(document: unknown): string | undefined {
  const base = (document as { extends?: { id?: unknown } } | null | undefined)?.extends?.id
  return typeof base === 'string' ? base : undefined
}

/**
 * The mistake of a base that cannot be used: unknown, part of a cycle, of another id, or another one than the
 * file was made for.
 */
export function baseIssue(
  { id, digest }: DerivedFile['extends'],
  chain: readonly string[],
  bases: Bases,
  found: Scenario | undefined,
): Finding | undefined {
  if (chain.includes(id)) {
    const path = [...chain, id].join(' > ')
    return { path: 'extends.id', message: words.baseCycle(path), expected: words.noCycle, found: shown(id) }
  }
  if (found === undefined) {
    const expected = () => expectedName(words.baseExpected, id, bases.known)
    return { path: 'extends.id', message: words.noBase(id), expected, found: shown(id) }
  }
  if (found.id !== id) {
    const message = words.baseNamedOtherwise(id, found.id)
    return { path: 'extends.id', message, expected: words.idOfBase, found: shown(id) }
  }
  const present = scenarioDigest(found)
  if (digest === undefined || digest === present || digest === formerDigest(found)) return undefined
  const [message, expected] = [words.otherBase(id), words.baseDigest(present)]
  return { path: 'extends.digest', message, expected, found: shown(digest) }
}

/** The whole document of a derived file over its base. What leads nowhere is an issue. */
export function resolveOver(base: Scenario, derived: DerivedFile): Resolution {
  const issues: Finding[] = []
  const merged: Record<string, unknown> = { ...withoutRemoved(base, derived.remove ?? [], issues) }
  for (const part of OWN_TEXTS) delete merged[part]
  for (const part of PLAIN) if (derived[part] !== undefined) merged[part] = derived[part]
  for (const list of ENTRY_LISTS) {
    const entries = derived[list]
    if (entries !== undefined)
      merged[list] = mergedEntries((merged[list] ?? []) as readonly Entry[], entries as Entry[])
  }
  for (const part of BY_PATH) merged[part] = { ...(merged[part] as Document | undefined), ...derived[part] }
  const set = derived.set ?? {}
  const {
    document,
    issues: lost,
    excess,
    origins,
  } = applied({ ...merged, extends: derived.extends }, Object.entries(set))
  const whole: Record<string, unknown> = { ...document }
  for (const part of BY_PATH) whole[part] = withoutIdle(whole, part, base[part], derived[part])
  return {
    file: whole,
    issues: [
      ...issues,
      ...identityIssues('set', set),
      ...[...lost, ...excess].map((issue) => ({ ...issue, path: `set.${issue.path}` })),
    ],
    origins,
  }
}

/** What a document says by path, without what it has from its base and leads nowhere any more. */
function withoutIdle(
  whole: Document,
  part: (typeof BY_PATH)[number],
  inherited: Document,
  own: Document = {},
): Document {
  const isIdle = (path: string) =>
    Object.hasOwn(inherited, path) && !Object.hasOwn(own, path) && !resolvePath(whole, path, true).ok
  return Object.fromEntries(Object.entries(whole[part] as Document).filter(([path]) => !isIdle(path)))
}

interface Entry {
  readonly id: string
}

function mergedEntries(before: readonly Entry[], changes: readonly Entry[]): Entry[] {
  const changed = new Map(changes.map((entry) => [entry.id, entry]))
  const kept = before.map((entry) => changed.get(entry.id) ?? entry)
  const known = new Set(before.map(({ id }) => id))
  return [...kept, ...changes.filter(({ id }) => !known.has(id))]
}

/** The base without what a derived file removes; paths that lead nowhere are issues. */
function withoutRemoved(base: Scenario, paths: readonly string[], issues: Finding[]): Document {
  const removals = new Map<string, { readonly owner: Address; readonly keys: (string | number)[] }>()
  for (const [i, path] of paths.entries()) {
    const resolved = resolvePath(base, path)
    if (!resolved.ok) issues.push({ ...resolved.issue, path: `remove.${i}` })
    for (const address of resolved.ok ? resolved.addresses : []) {
      const owner = address.slice(0, -1)
      const removal = removals.get(pathOf(base, owner)) ?? { owner, keys: [] }
      removals.set(pathOf(base, owner), removal)
      removal.keys.push(address.at(-1) ?? '')
    }
  }
  const copy = new DocumentCopy(base)
  // What lies deeper goes first, while the addresses still lead there.
  const inner = [...removals.values()].sort((a, b) => b.owner.length - a.owner.length)
  for (const { owner, keys } of inner) copy.remove(owner, keys)
  return copy.root
}

/**
 * The derived file that stands for a scenario: what differs from its base, and nothing else. What the base
 * says by path (evidence, locks) stays.
 */
export function differencesFrom(base: Scenario, scenario: Scenario): DerivedFile {
  const set: Record<string, unknown> = {}
  const remove: string[] = []
  const added: Record<string, unknown[]> = {}
  for (const list of ENTRY_LISTS) {
    const before = new Map<string, Entry>(base[list].map((entry) => [entry.id, entry]))
    const after: readonly Entry[] = scenario[list]
    const ids = new Set(after.map(({ id }) => id))
    const moved = list === 'interventions' ? movedFrom(base[list], after) : new Set<string>()
    for (const id of before.keys()) if (!ids.has(id) || moved.has(id)) remove.push(`${list}.${id}`)
    for (const entry of after) {
      const former = moved.has(entry.id) ? undefined : before.get(entry.id)
      const changes = former === undefined ? undefined : valueChanges(former, entry, `${list}.${entry.id}`)
      if (changes === undefined) added[list] = [...(added[list] ?? []), entry]
      else Object.assign(set, changes)
    }
  }
  Object.assign(set, valueChanges(base.assumptions, scenario.assumptions, 'assumptions'))
  const byPath = BY_PATH.map((part) => {
    const before: Readonly<Record<string, unknown>> = base[part]
    const entries = Object.entries(scenario[part]).filter(
      ([path, entry]) => !isSameValue(entry, ownValue(before, path)),
    )
    return [part, Object.fromEntries(entries)] as const
  })
  const plain = PLAIN.filter((part) => {
    const own = (OWN_TEXTS as readonly string[]).includes(part) || part === 'id' || part === 'title'
    return own
      ? scenario[part] !== '' && scenario[part] !== undefined
      : !isSameValue(scenario[part], base[part])
  })
  return {
    ...Object.fromEntries(plain.map((part) => [part, scenario[part]])),
    ...(scenario.$schema === undefined ? {} : { $schema: scenario.$schema }),
    type: scenario.type,
    formatVersion: scenario.formatVersion,
    engineVersion: ENGINE_VERSION,
    extends: { id: base.id, digest: scenarioDigest(base) },
    id: scenario.id,
    title: scenario.title,
    ...(remove.length > 0 ? { remove } : {}),
    ...added,
    ...Object.fromEntries(byPath.filter(([, entries]) => Object.keys(entries).length > 0)),
    ...(Object.keys(set).length > 0 ? { set } : {}),
  } as DerivedFile
}

/**
 * Ids of the entries from the first one on that would stand elsewhere if new entries were added at the end.
 */
function movedFrom(base: readonly Entry[], after: readonly Entry[]): Set<string> {
  const [known, left] = [base, after].map((entries) => new Set(entries.map(({ id }) => id)))
  const kept = base.filter(({ id }) => left?.has(id))
  const merged = [...kept, ...after.filter(({ id }) => !known?.has(id))]
  const first = after.findIndex(({ id }, i) => merged[i]?.id !== id)
  return new Set(first < 0 ? [] : after.slice(first).map(({ id }) => id))
}

/**
 * Changed values by path; undefined where the entry has to be given whole, because paths cannot say the
 * change.
 */
function valueChanges(before: unknown, after: unknown, path: string): Record<string, unknown> | undefined {
  const changes = wholeDifferences(before, after, path)
  const isSayable = changes.every(({ path: at, after: value }) => value !== undefined && PLAIN_PATH.test(at))
  return isSayable ? Object.fromEntries(changes.map(({ path: at, after: value }) => [at, value])) : undefined
}
