/** Scope: the entries edited together, one or several, and the shortest paths to them. */
import { childOf, type Scenario } from '../scenario'
import { countryText, entryName } from '../words'
import type { EntrySection } from './sections'

/** Entries of one section. */
export interface Scope {
  readonly section: EntrySection
  readonly ids: readonly string[]
}

/** All entries of a section that share a value of a field. */
export interface EntryGroup {
  readonly field: (typeof GROUP_FIELDS)[number]
  readonly value: string
  readonly ids: readonly string[]
}

/** Fields that entries are gathered by, where they have them. */
export const GROUP_FIELDS = ['country', 'border', 'tags', 'kind', 'mode', 'alliance'] as const

export interface NamedEntry {
  readonly id: string
  readonly name: string
}

/** Entries of a section by name. */
export function entriesOf(scenario: Scenario, section: EntrySection): NamedEntry[] {
  const entries: readonly { id: string }[] = scenario[section]
  return entries
    .map((entry) => ({ id: entry.id, name: entryName(scenario, section, entry, entry.id) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Everything an entry can be searched by: name, id, country. */
export function aboutEntry(scenario: Scenario, section: EntrySection, id: string): string {
  const entries: readonly { id: string; country?: string | undefined }[] = scenario[section]
  const entry = entries.find((candidate) => candidate.id === id)
  const country = entry?.country === undefined ? '' : countryText(entry.country)
  return [entryName(scenario, section, entry, id), id, country].join(' ')
}

/** Groups of at least two entries, by field and value. */
export function groupsOf(scenario: Scenario, section: EntrySection): EntryGroup[] {
  const entries: readonly { id: string }[] = scenario[section]
  return GROUP_FIELDS.flatMap((field) => {
    const ids = new Map<string, string[]>()
    for (const entry of entries) {
      const found = (entry as Readonly<Record<string, unknown>>)[field]
      for (const value of Array.isArray(found) ? found : found === undefined ? [] : [found]) {
        ids.set(String(value), [...(ids.get(String(value)) ?? []), entry.id])
      }
    }
    const groups = [...ids].map(([value, members]) => ({ field, value, ids: members }))
    return groups.filter((group) => group.ids.length > 1).sort((a, b) => (a.value < b.value ? -1 : 1))
  })
}

/** Paths to the entries of a scope: one where a selector names exactly them, else one for each. */
export function pathsOf(scenario: Scenario, { section, ids }: Scope): string[] {
  const each = ids.map((id) => `${section}.${id}`)
  if (ids.length < 2) return each
  if (ids.length === scenario[section].length) return [`${section}.*`]
  const wanted = new Set(ids)
  const group = groupsOf(scenario, section).find(
    (candidate) => candidate.ids.length === wanted.size && candidate.ids.every((id) => wanted.has(id)),
  )
  return group === undefined ? each : [`${section}[${group.field}=${group.value}]`]
}

/**
 * Reads values by concrete path, in constant time. Entries that the scenario does not have are read by
 * `otherwise`.
 */
export function readerOf(
  scenario: Scenario,
  otherwise: (path: string) => unknown = () => undefined,
): (path: string) => unknown {
  const lists = new Map<string, Map<string, unknown>>()
  function entryAt(section: string, list: readonly { id: string }[], id: string): unknown {
    const known = lists.get(section) ?? new Map(list.map((entry) => [entry.id, entry]))
    lists.set(section, known)
    return known.get(id)
  }
  return (path) => {
    const [section = '', ...keys] = path.split('.')
    let value: unknown = scenario[section as keyof Scenario]
    if (Array.isArray(value)) {
      value = entryAt(section, value, keys.shift() ?? '')
      if (value === undefined) return otherwise(path)
    }
    return keys.reduce(childOf, value)
  }
}
