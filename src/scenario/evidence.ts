/** Evidence: where each number of a scenario comes from, found by the most specific path that covers it. */
import { type Address, pathOf, resolvePath, specificityOf } from './paths'
import type { Evidence, Scenario } from './schema'

/** Evidence by concrete path, e.g. `checkpoints.ak_jol_x.staff`. */
export type EvidenceIndex = ReadonlyMap<string, Evidence>

/** All evidence of a scenario, spread over the concrete paths it covers. */
export function evidenceIndexOf(scenario: Scenario): EvidenceIndex {
  const index = new Map<string, Evidence>()
  const rules = Object.entries(scenario.evidence).map(([path, evidence], order) => {
    return { path, evidence, order, weight: specificityOf(path) }
  })
  rules.sort((a, b) => a.weight - b.weight || a.order - b.order)
  for (const { path, evidence } of rules) {
    const resolved = resolvePath(scenario, path)
    for (const address of resolved.ok ? resolved.addresses : []) {
      for (const leaf of numbersUnder(scenario, address)) index.set(leaf, evidence)
      index.set(pathOf(scenario, address), evidence)
    }
  }
  return index
}

/**
 * Paths of all numbers that the model uses: everything but evidence and targets, which have sources of their
 * own.
 */
export function numberPaths(scenario: Scenario): string[] {
  const { evidence, variants, formatVersion, targets, freeParameters, ...model } = scenario
  return numbersUnder({ ...model, variants: [] }, [])
}

/** Evidence paths that lead nowhere. */
export function idleEvidence(scenario: Scenario): string[] {
  return Object.keys(scenario.evidence).filter((path) => !resolvePath(scenario, path).ok)
}

function numbersUnder(root: unknown, address: Address): string[] {
  let value = root
  for (const key of address) value = (value as Record<string | number, unknown>)[key]
  if (typeof value === 'number') return [pathOf(root, address)]
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value)
  return keys.flatMap((key) => numbersUnder(root, [...address, key]))
}
