/** Values, places and changes of a scenario in words: for the panel, the history and the notices. */
import {
  getAt,
  type Mode,
  ownValue,
  type ParameterRow,
  parameterRows,
  type Scenario,
  SECTIONS,
  type SettingChange,
} from '../scenario'
import { text, unitOfOne } from '../text'

const words = text.page.panel
const own = text.history

/** A number as short text that parses back to it within six digits. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(6)))
}

/** A plain number with thin spaces between thousands. */
export function grouped(plain: string): string {
  const [whole = '', fraction] = plain.split('.')
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return fraction === undefined ? spaced : `${spaced}.${fraction}`
}

/** A number as texts show it. */
export function numberText(value: number): string {
  return grouped(shortNumber(value))
}

/** A value as the panel, the help line and the history show it. */
export function valueText(row: ParameterRow | undefined, value: unknown): string {
  if (value === undefined) return words.notSet
  if (typeof value === 'boolean') return value ? own.on : own.off
  if (typeof value === 'number') {
    const unit = row?.unit ?? ''
    return [numberText(value), value === 1 ? (unitOfOne[unit] ?? unit) : unit].join(' ').trimEnd()
  }
  if (Array.isArray(value) && row?.type === 'months')
    return monthsText(value.filter((month) => typeof month === 'number'))
  if (typeof value === 'object') return own.several(Object.keys(value ?? {}).length)
  return row?.options === undefined ? String(value) : spaced(String(value))
}

/** Different values that are listed one by one. */
const LISTED = 3

/** Values of several places: the one they share, the range of numbers, a few in a list, or `mixed`. */
export function valuesText(row: ParameterRow | undefined, values: readonly unknown[]): string {
  const texts = [...new Set(values.map((value) => valueText(row, value)))]
  const [only] = texts
  if (texts.length === 1 && only !== undefined) return only
  const numbers = values.filter((value) => typeof value === 'number')
  if (numbers.length < values.length) return texts.length > LISTED ? own.mixed : texts.join(', ')
  return own.range(numberText(Math.min(...numbers)), valueText(row, Math.max(...numbers)))
}

function monthsText(months: readonly number[]): string {
  if (months.length === 0) return words.noMonths
  if (months.length === 12) return words.allMonths
  return months.map((month) => words.months[month - 1]).join(', ')
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })
/** Codes that stand for no country; scenarios use them for fictional ones. */
const NO_COUNTRY = /^(AA|Q[M-Z]|X[A-JL-Z]|ZZ)$/

/** Name of a country where the code is one, else the code. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.test(code) ? (regions.of(code) ?? code) : code
}

/** Name and code of a country, or the code alone where it is none. */
export function countryText(code: string): string {
  const name = countryName(code)
  return name === code ? code : text.page.inspector.country(name, code)
}

/** A date as `12 Mar 2010`, from year-month-day. */
export function dateText(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return `${Number(day)} ${(words.months[Number(month) - 1] ?? '').slice(0, 3)} ${year}`
}

/** `handDetection` as `Hand detection`. */
export function spaced(key: string): string {
  const words = key.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Words for the part of a path between an entry and a value: list items are named by their own texts. */
export function groupText(entry: unknown, keys: readonly string[]): string {
  let value = entry
  const words = keys.map((key) => {
    const isItem = Array.isArray(value)
    value =
      typeof value === 'object' && value !== null
        ? ownValue(value as Record<string, unknown>, key)
        : undefined
    return isItem ? textsOf(value) || String(Number(key) + 1) : spaced(key)
  })
  return words.join(' · ')
}

function textsOf(value: unknown): string {
  return Object.values(value ?? {})
    .filter((part) => typeof part === 'string')
    .join(', ')
}

/** What a concrete path leads to, in words. */
export interface PlaceWords {
  readonly row: ParameterRow | undefined
  readonly section: string
  /** Name of the entry; empty for what belongs to the scenario as a whole. */
  readonly entry: string
  readonly title: string
}

export function placeWords(scenario: Scenario, path: string): PlaceWords {
  const [section = '', id = '', ...inner] = path.split('.')
  const known = SECTIONS.find((name) => name === section) ?? 'scenario'
  const list = Array.isArray(scenario[section as keyof Scenario])
  const keys = list ? inner : known === 'scenario' ? [section] : [id, ...inner]
  const row = parameterRows(known).find(({ path: pattern }) => {
    const names = pattern.split('.')
    return names.length === keys.length && names.every((name, i) => name === '*' || name === keys[i])
  })
  const root = list ? getAt(scenario, `${section}.${id}`) : undefined
  const title = titleOf(row, keys, section)
  const entry = list
    ? [entryName(scenario, section, root, id), groupText(root, keys.slice(0, -1))].filter(Boolean).join(' · ')
    : ''
  return { row, section, entry, title }
}

function titleOf(row: ParameterRow | undefined, keys: readonly string[], section: string): string {
  const last = keys.at(-1) ?? section
  if (row === undefined) return last === 'enabled' ? '' : spaced(last)
  return row.path.endsWith('*') ? `${row.title}, ${last}` : row.title
}

/** Name of an entry of a section of the scenario; a leg is named by its ends and mode. */
export function entryName({ nodes }: Scenario, section: string, entry: unknown, id: string): string {
  if (section !== 'legs') return nameOf(entry, id)
  const { from, to, mode } = (entry ?? {}) as { from?: string; to?: string; mode?: Mode }
  if (from === undefined || to === undefined || mode === undefined) return id
  const placeName = (place: string) => nodes.find((node) => node.id === place)?.name ?? place
  return own.leg(placeName(from), placeName(to), text.page.inspector.modes[mode])
}

const natural = new Intl.Collator('en', { numeric: true })

/** Order of names as people list them: accents and case hardly count, and R2 comes before R10. */
export const byName: (a: string, b: string) => number = natural.compare

/** Name of an entry: its name, its title, else its id. */
export function nameOf(entry: unknown, id: string): string {
  const { name, title } = (entry ?? {}) as { name?: unknown; title?: unknown }
  return typeof name === 'string' ? name : typeof title === 'string' ? title : id
}

/**
 * Changes in one line: `Ak-Jol: Officers present 12 → 100 officers`. `path` is the path as it was written, for changes
 * of several places at once.
 */
export function changesText(scenario: Scenario, changes: readonly SettingChange[], path = ''): string {
  const [first] = changes
  if (first === undefined) return own.nothing
  const { row, section, entry, title } = placeWords(scenario, first.path)
  const titles = new Set(changes.map((change) => placeWords(scenario, change.path).title))
  if (titles.size > 1) return own.several(changes.length)
  const bare = row === undefined ? undefined : { ...row, unit: '' }
  const before = valuesText(
    bare,
    changes.map((change) => change.before),
  )
  const after = valuesText(
    row,
    changes.map((change) => change.after),
  )
  const place = changes.length === 1 ? entry : own.places(changes.length, section, selectorText(path))
  return own.change(place, title, before, after)
}

/** `checkpoints[country=KZ].staff` as `country KZ`; empty without a selector. */
export function selectorText(path: string): string {
  const selectors = [...path.matchAll(/\[([A-Za-z0-9_]+)=([^\]]*)\]/g)]
  return selectors.map(([, field = '', value = '']) => own.selector(field, value)).join(', ')
}
