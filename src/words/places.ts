/** Places: what a path of a scenario leads to. */
import {
  childOf,
  getAt,
  type ParameterRow,
  parameterAt,
  parameterRows,
  type Scenario,
  SECTIONS,
} from '../scenario'
import { text } from '../text'
import { entryName, sentenceCase } from './names'

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
  const row = parameterAt(path.split('.')) ?? parameterRows('scenario').find((one) => one.path === path)
  const root = list ? getAt(scenario, `${section}.${id}`) : undefined
  const title = titleOf(row, keys, section)
  const entry = list
    ? [entryName(scenario, section, root, id), groupText(root, keys.slice(0, -1))].filter(Boolean).join(' · ')
    : ''
  return { row, section, entry, title }
}

function titleOf(row: ParameterRow | undefined, keys: readonly string[], section: string): string {
  const last = keys.at(-1) ?? section
  if (row === undefined) return last === 'enabled' ? '' : sentenceCase(last)
  return row.path.endsWith('*') ? `${row.title}, ${last}` : row.title
}

/** Words for the part of a path between an entry and a value: list items are named by their own texts. */
export function groupText(entry: unknown, keys: readonly string[]): string {
  let value = entry
  const names = keys.map((key) => {
    const isItem = Array.isArray(value)
    value = childOf(value, key)
    return isItem ? textsOf(value) || String(Number(key) + 1) : sentenceCase(key)
  })
  return names.join(' · ')
}

function textsOf(value: unknown): string {
  return Object.values(value ?? {})
    .filter((part) => typeof part === 'string')
    .join(', ')
}

/** `checkpoints[country=KZ].staff` as `country KZ`; empty without a selector. */
export function selectorText(path: string): string {
  const selectors = [...path.matchAll(/\[([A-Za-z0-9_]+)=([^\]]*)\]/g)]
  return selectors.map(([, field = '', value = '']) => text.history.selector(field, value)).join(', ')
}
