/** Settings: reading and changing one or many values of a scenario by path, checked at once. */
import { type ScenarioIssue, shown } from './issue'
import { validateScenario } from './parse'
import { pathOf, replacedAt, resolvePath, valueAt } from './paths'
import type { Scenario } from './schema'

export type Edited =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly issues: readonly ScenarioIssue[] }

/** Concrete paths of all places that a path leads to, a value that may be set later included; none where it leads nowhere. */
export function placesAt(scenario: Scenario, path: string): string[] {
  const resolved = resolvePath(scenario, path, true)
  return resolved.ok ? resolved.addresses.map((address) => pathOf(scenario, address)) : []
}

/** The value at a path that leads to one place; undefined when there is none. */
export function getAt(scenario: Scenario, path: string): unknown {
  const resolved = resolvePath(scenario, path)
  const [address] = resolved.ok ? resolved.addresses : []
  return address === undefined ? undefined : valueAt(scenario, address)
}

/** The scenario with another value at every place that the path leads to; `undefined` removes an optional value. */
export function setAt(scenario: Scenario, path: string, value: unknown): Edited {
  return setAll(scenario, [[path, value]])
}

/** Several settings in order, checked together. */
export function setAll(
  scenario: Scenario,
  settings: readonly (readonly [path: string, value: unknown])[],
): Edited {
  const issues: ScenarioIssue[] = []
  let changed: unknown = scenario
  for (const [path, value] of settings) {
    const resolved = resolvePath(changed, path, true)
    if (!resolved.ok) issues.push(resolved.issue)
    else for (const address of resolved.addresses) changed = replacedAt(changed, address, value)
  }
  if (issues.length > 0) return { ok: false, issues }
  const checked = validateScenario(changed)
  return checked.ok ? { ok: true, scenario: checked.scenario } : checked
}

/** The scenario with one of its variants applied. */
export function withVariant(scenario: Scenario, id: string): Edited {
  const variant = scenario.variants.find((candidate) => candidate.id === id)
  if (variant === undefined) {
    const resolved = resolvePath(scenario, `variants.${id}`)
    const issue = resolved.ok
      ? { path: 'variants', message: id, expected: id, found: shown(id) }
      : resolved.issue
    return { ok: false, issues: [issue] }
  }
  return setAll(scenario, Object.entries(variant.set))
}
