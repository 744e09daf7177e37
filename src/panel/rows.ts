/** Rows of a panel: the schema's parameters of one section, spread over the values that an entry really has. */
import { getAt, type ParameterRow, parameterRows, type Scenario, SECTIONS, type Section } from '../scenario'

/** One setting of one entry. */
export interface Setting {
  readonly row: ParameterRow
  /** Path from the root of the scenario. */
  readonly path: string
  readonly title: string
  /** Heading under which it stands; empty at the top. */
  readonly group: string
}

/** Sections whose parameters belong to the scenario as a whole. */
export const GLOBAL_SECTIONS = ['scenario', 'assumptions'] as const satisfies readonly Section[]
export type EntrySection = Exclude<Section, (typeof GLOBAL_SECTIONS)[number]>

/** Sections that are lists of entries, in the order of the schema. */
export const ENTRY_SECTIONS = SECTIONS.filter(
  (section): section is EntrySection => !(GLOBAL_SECTIONS as readonly Section[]).includes(section),
)

/** Settings of a section; `id` names the entry where the section is a list. */
export function settingsOf(scenario: Scenario, section: Section, id?: string): Setting[] {
  const root = section === 'scenario' ? '' : id === undefined ? section : `${section}.${id}`
  const entry = root === '' ? scenario : getAt(scenario, root)
  return parameterRows(section).flatMap((row) =>
    placesOf(entry, row.path.split('.')).flatMap(({ keys, value }) => {
      if (value === undefined && !row.optional) return []
      const path = [...(root === '' ? [] : [root]), ...keys].join('.')
      const title = row.path.endsWith('*') ? `${row.title}, ${keys.at(-1)}` : row.title
      return [{ row, path, title, group: groupOf(entry, keys.slice(0, -1)) }]
    }),
  )
}

interface Place {
  readonly keys: readonly string[]
  readonly value: unknown
}

/** All values at a path in which `*` stands for every key of a list or record. */
function placesOf(value: unknown, steps: readonly string[]): Place[] {
  const [step, ...rest] = steps
  if (step === undefined) return [{ keys: [], value }]
  if (typeof value !== 'object' || value === null) return []
  const known = Object.keys(value)
  const keys = step === '*' ? known : [step]
  return keys.flatMap((key) =>
    placesOf((value as Record<string, unknown>)[key], rest).map((place) => ({
      keys: [key, ...place.keys],
      value: place.value,
    })),
  )
}

/** Words for the part of a path between entry and value: list items are named by their own texts. */
function groupOf(entry: unknown, keys: readonly string[]): string {
  let value = entry
  const words = keys.map((key) => {
    const isItem = Array.isArray(value)
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
    return isItem ? textsOf(value) || String(Number(key) + 1) : spaced(key)
  })
  return words.join(' · ')
}

function textsOf(value: unknown): string {
  return Object.values(value ?? {})
    .filter((part) => typeof part === 'string')
    .join(', ')
}

/** `handDetection` as `Hand detection`. */
export function spaced(key: string): string {
  const words = key.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
