/** Rows of a panel: the schema's parameters of a section, expanded to the values that its entries have. */
import { childOf, type ParameterRow, parameterRows, type Scenario, type Section } from '../scenario'
import { groupText } from '../words'
import { pathsOf, readerOf, type Scope } from './scope'
import { GLOBAL_SECTIONS } from './sections'

/** One setting of one entry, or of several at once. */
export interface Setting {
  readonly row: ParameterRow
  /**
   * Paths from the root of the scenario: a single one, with a selector if need be, or else one for each
   * place.
   */
  readonly targets: readonly string[]
  /** Path of each single value. */
  readonly places: readonly string[]
  /** Its name among the settings of a panel. */
  readonly path: string
  readonly title: string
  /** Heading under which it stands; empty at the top. */
  readonly group: string
}

/** Settings of the scenario as a whole. */
export function globalSettings(scenario: Scenario): Setting[] {
  return GLOBAL_SECTIONS.flatMap((section) => {
    const root = section === 'scenario' ? '' : section
    return placesIn(root === '' ? scenario : scenario.assumptions, section).map((place) =>
      settingAt(place, [root], [root]),
    )
  })
}

/** Settings that all entries of a scope have under the same heading. */
export function entrySettings(scenario: Scenario, scope: Scope): Setting[] {
  const { section, ids } = scope
  const read = readerOf(scenario)
  const roots = ids.map((id) => `${section}.${id}`)
  const [first, ...others] = roots.map((root) => placesIn(read(root), section))
  const known = others.map((places) => new Set(places.map(nameOf)))
  const shared = (first ?? []).filter((place) => known.every((names) => names.has(nameOf(place))))
  return shared.map((place) => settingAt(place, pathsOf(scenario, scope), roots))
}

interface Place {
  readonly row: ParameterRow
  readonly keys: readonly string[]
  readonly group: string
}

function nameOf({ keys, group }: Place): string {
  return `${group}:${keys.join('.')}`
}

function settingAt(
  { row, keys, group }: Place,
  targets: readonly string[],
  places: readonly string[],
): Setting {
  const under = (root: string) => [...(root === '' ? [] : [root]), ...keys].join('.')
  const paths = targets.map(under)
  return {
    row,
    targets: paths,
    places: places.map(under),
    path: paths.join(' '),
    title: row.path.endsWith('*') ? `${row.title}, ${keys.at(-1)}` : row.title,
    group,
  }
}

/** All values of an entry that are settings. */
function placesIn(entry: unknown, section: Section): Place[] {
  return parameterRows(section).flatMap((row) =>
    valuesAt(entry, row.path.split('.')).flatMap(({ keys, value }) =>
      value === undefined && !row.optional ? [] : [{ row, keys, group: groupText(entry, keys.slice(0, -1)) }],
    ),
  )
}

/** All values at a path in which `*` stands for every key of a list or record. */
function valuesAt(
  value: unknown,
  steps: readonly string[],
): { readonly keys: readonly string[]; readonly value: unknown }[] {
  const [step, ...rest] = steps
  if (step === undefined) return [{ keys: [], value }]
  if (typeof value !== 'object' || value === null) return []
  const keys = step === '*' ? Object.keys(value) : [step]
  return keys.flatMap((key) =>
    valuesAt(childOf(value, key), rest).map((place) => ({
      keys: [key, ...place.keys],
      value: place.value,
    })),
  )
}
