/** Locks: which values of a scenario people may not change, and why. Runs never depend on them (D9). */
import { pathOf, resolvePath } from './paths'
import type { Scenario } from './schema'

/** Reasons by concrete path of the locked value or of what holds it. */
export type LockIndex = ReadonlyMap<string, string>

const indices = new WeakMap<Scenario, LockIndex>()

/**
 * All locks of a scenario, spread over the concrete paths that they lead to; found once for each scenario.
 */
export function lockIndexOf(scenario: Scenario): LockIndex {
  const index = indices.get(scenario) ?? indexOf(scenario)
  indices.set(scenario, index)
  return index
}

function indexOf(scenario: Scenario): LockIndex {
  const index = new Map<string, string>()
  for (const [path, reason] of Object.entries(scenario.locks)) {
    const resolved = resolvePath(scenario, path, true)
    for (const address of resolved.ok ? resolved.addresses : []) index.set(pathOf(scenario, address), reason)
  }
  return index
}

/** Reason why a value is locked, itself or with all that holds it; undefined where it may be changed. */
export function lockOn(index: LockIndex, path: string): string | undefined {
  const keys = index.size === 0 ? [] : path.split('.')
  for (let depth = keys.length; depth > 0; depth--) {
    const reason = index.get(keys.slice(0, depth).join('.'))
    if (reason !== undefined) return reason
  }
  return undefined
}
