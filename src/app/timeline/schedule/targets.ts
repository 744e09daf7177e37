/** Targets: the path of a change as a part of the scenario, the places in it, and one of their parameters. */
import {
  ENTRY_SECTIONS,
  type EntrySection,
  entriesOf,
  entrySettings,
  GROUP_FIELDS,
  globalSettings,
  groupsOf,
} from '../../../panel'
import { changesInRun, type ParameterRow, type Scenario } from '../../../scenario'
import { text } from '../../../text'
import { countryText } from '../../../words'

const words = text.scheduleEditor

export type TargetSection = 'assumptions' | EntrySection

/** Places of a section that a path can name together. */
export interface Places {
  /** Path up to the parameter, e.g. `checkpoints[country=KZ]`. */
  readonly prefix: string
  readonly label: string
  /** Heading above it in a list. */
  readonly heading: string
  readonly ids: readonly string[]
}

export interface Parameter {
  /** Path within the places, e.g. `handDetection.road`. */
  readonly inner: string
  readonly label: string
  readonly heading: string
  readonly row: ParameterRow
}

export interface Target {
  readonly section: TargetSection
  readonly prefix: string
  readonly inner: string
}

/** Sections of a scenario that have something to change. */
export function sectionsOf(scenario: Scenario): TargetSection[] {
  return ['assumptions', ...ENTRY_SECTIONS.filter((section) => scenario[section].length > 0)]
}

/** All entries together, groups that have something in common, then each entry by name. */
export function placesOf(scenario: Scenario, section: TargetSection): Places[] {
  if (section === 'assumptions')
    return [{ prefix: section, label: words.sections[section], heading: '', ids: [] }]
  const entries = entriesOf(scenario, section)
  const ids = entries.map(({ id }) => id)
  const groups = groupsOf(scenario, section)
  const inFields = GROUP_FIELDS.flatMap((field) =>
    groups
      .filter((group) => group.field === field)
      .map(({ value, ids: members }) => ({
        prefix: `${section}[${field}=${value}]`,
        label: text.panel.groupOf(field === 'country' ? countryText(value) : value, members.length),
        heading: text.panel.fields[field],
        ids: members,
      })),
  )
  const each = entries.map(({ id, name }) => {
    return { prefix: `${section}.${id}`, label: name, heading: words.each, ids: [id] }
  })
  const all = { prefix: `${section}.*`, label: words.every(ids.length), heading: '', ids }
  return ids.length > 1 ? [all, ...inFields, ...each] : each
}

/** Parameters that all these places have and that may change during a run. */
export function parametersOf(scenario: Scenario, section: TargetSection, { ids }: Places): Parameter[] {
  const settings =
    section === 'assumptions'
      ? globalSettings(scenario).filter(({ path }) => path.startsWith('assumptions.'))
      : entrySettings(scenario, { section, ids })
  const root = section === 'assumptions' ? section : `${section}.${ids[0] ?? ''}`
  const changing = settings.filter(({ row }) => changesInRun(row))
  return changing.map(({ places, title, group, row }) => ({
    inner: (places[0] ?? '').slice(root.length + 1),
    label: row.unit === '' ? title : `${title}, ${row.unit}`,
    heading: group,
    row,
  }))
}

/** A path in its parts; what no list offers is kept as it is written. */
export function targetOf(scenario: Scenario, path: string): Target {
  const section = sectionsOf(scenario).find(
    (name) => /^[.[]/.test(path.slice(name.length)) && path.startsWith(name),
  )
  const known = section ?? 'assumptions'
  const places = placesOf(scenario, known).find(({ prefix }) => path.startsWith(`${prefix}.`))
  const prefix = places?.prefix ?? /^\w+(?:\.[\w*$-]+)?(?:\[[^\]]*\])*/.exec(path)?.[0] ?? path
  return { section: known, prefix, inner: path.slice(prefix.length + 1) }
}

/** `prefix.inner`: the path of a target. */
export function pathOfTarget({ prefix, inner }: Target): string {
  return `${prefix}.${inner}`
}
