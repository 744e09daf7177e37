/** Canonical text and digest of a scenario: the same for every order of entries and keys. */
import { ENGINE_VERSION, textDigest } from '../engine'
import type { Scenario } from './schema'

/** Parts that document a scenario without changing any run. */
const DOCUMENTATION = new Set([
  '$schema',
  'engineVersion',
  'title',
  'description',
  'notes',
  'note',
  'evidence',
  'locks',
  'variants',
  'corridors',
  'name',
])

/** Lists whose order carries meaning. */
const ORDERED = new Set(['nodes', 'changes'])

function canonical(value: unknown, key: string, depth: number): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, key, depth + 1))
    if (depth > 1 && ORDERED.has(key)) return items
    return items.sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)))
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name]) => !DOCUMENTATION.has(name))
  entries.sort(([a], [b]) => compare(a, b))
  return Object.fromEntries(entries.map(([name, child]) => [name, canonical(child, name, depth + 1)]))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Digest of everything in a scenario that a run depends on, 32 hex digits. */
export function scenarioDigest(scenario: Scenario): string {
  return textDigest(JSON.stringify(canonical(scenario, '', 0)))
}

/** The text of a scenario file: indented, one short entry per line. */
export function serialiseScenario(scenario: Scenario): string {
  return `${laidOut({ ...scenario, engineVersion: ENGINE_VERSION }, '')}\n`
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
