/**
 * Canonical text and digest of a scenario: the same for every order of keys, and of entries wherever that has
 * no meaning.
 */
import { textDigest } from '../../engine'
import { isHolder } from '../entries'
import type { Address } from '../paths'
import type { Scenario } from '../schema'
import { parameterAt } from '../schema/parameters'

/** Parts that document a scenario without changing any run. */
const DOCUMENTATION = new Set([
  '$schema',
  'engineVersion',
  'extends',
  'title',
  'description',
  'notes',
  'note',
  'evidence',
  'locks',
  'variants',
  'corridors',
  'targets',
  'freeParameters',
  'name',
])

/** Records whose keys are ids or names of the author, which may read like the parts above. */
const RECORDS = new Set(['kind', 'country', 'node', 'demandKgPerDay'])

/** Lists whose order carries meaning. */
const ORDERED = new Set(['nodes', 'changes'])

/**
 * A value without documentation and defaults, in an order of its own; undefined where nothing is left of it.
 */
function canonical(value: unknown, address: Address): unknown {
  const key = String(address.at(-1) ?? '')
  if (same(parameterAt(address)?.default, value)) return undefined
  if (Array.isArray(value)) {
    const items = value.map((item, i) => canonical(item, [...address, i]))
    if (items.length === 0) return undefined
    if (address.length > 1 && ORDERED.has(key)) return items
    return items.sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)))
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([name]) => RECORDS.has(key) || !DOCUMENTATION.has(name))
    .map(([name, child]) => [name, canonical(child, [...address, name])] as const)
    .filter(([, child]) => child !== undefined)
  if (entries.length === 0) return undefined
  return Object.fromEntries(entries.sort(([a], [b]) => compare(a, b)))
}

/**
 * Canonical texts of the parts and entries of scenarios, found once for each: most of them outlive an edit.
 */
const texts = new WeakMap<object, string | undefined>()

function textOf(value: unknown, address: Address): string | undefined {
  if (!isHolder(value)) return JSON.stringify(canonical(value, address))
  if (!texts.has(value)) texts.set(value, writtenText(value, address))
  return texts.get(value)
}

/**
 * The text of what is left of a part or entry. Entries are told apart by their ids, so that something is left
 * of each.
 */
function writtenText(value: object, address: Address): string | undefined {
  if (address.length > 1 || !Array.isArray(value)) return JSON.stringify(canonical(value, address))
  const items = value.map((item, i) => textOf(item, [...address, i]) ?? '')
  return items.length === 0 ? undefined : `[${items.sort(compare).join()}]`
}

/** The canonical text of a whole scenario. */
function canonicalText(scenario: Scenario): string {
  const parts = Object.entries(scenario)
    .filter(([part]) => !DOCUMENTATION.has(part))
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([part, value]) => {
      const text = textOf(value, [part])
      return text === undefined ? [] : [`${JSON.stringify(part)}:${text}`]
    })
  return `{${parts.join()}}`
}

function same(fallback: unknown, value: unknown): boolean {
  if (fallback === undefined || typeof value === 'object') {
    return Array.isArray(fallback) && JSON.stringify(fallback) === JSON.stringify(value)
  }
  return fallback === value
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Digest of everything in a scenario that a run depends on, 32 hex digits. Values that a file may leave out
 * count only where they differ from their defaults, so that a parameter that joins the format later changes
 * no digest.
 */
export function scenarioDigest(scenario: Scenario): string {
  const order = scenario.interventions.map(({ id }) => id)
  return order.length < 2
    ? formerDigest(scenario)
    : textDigest(`[${canonicalText(scenario)},${JSON.stringify(order)}]`)
}

/**
 * The digest up to engine 1.1, which did not know the order of interventions. Files that name it as that of
 * their base still fit.
 */
export function formerDigest(scenario: Scenario): string {
  return textDigest(canonicalText(scenario))
}

/** The text of a document as a scenario file: indented, one short entry per line. */
export function laidOutText(document: unknown): string {
  return `${laidOut(document, '')}\n`
}

const LINE_LENGTH = 160

function laidOut(value: unknown, indent: string): string {
  const flat = JSON.stringify(value)
  if (
    typeof value !== 'object' ||
    value === null ||
    (indent !== '' && flat.length + indent.length <= LINE_LENGTH)
  )
    return flat
  const inner = `${indent}  `
  const lines = Array.isArray(value)
    ? value.map((item) => inner + laidOut(item, inner))
    : Object.entries(value)
        .filter(([, child]) => child !== undefined)
        .map(([key, child]) => `${inner}${JSON.stringify(key)}: ${laidOut(child, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${indent}${close}`
}
