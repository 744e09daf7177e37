/** Serialising: the text of a scenario file, whole, or as what differs from its base where that is known. */
import { ENGINE_VERSION } from '../../engine'
import { resolvePath } from '../paths'
import type { Scenario } from '../schema'
import { laidOutText, scenarioDigest } from './canonical'
import { type Bases, differencesFrom, NO_BASES } from './derive'
import { baseOfText, parseScenario } from './parse'
import { withValue } from './rewrite'

/**
 * The text of a scenario's file, without evidence for what is gone. Without its base at hand a derived
 * scenario is written whole.
 */
export function serialiseScenario(scenario: Scenario, bases: Bases = NO_BASES): string {
  const sourced = withoutIdleEvidence(scenario)
  const base = scenario.extends === undefined ? undefined : bases.textOf(scenario.extends.id)
  const parsed = base === undefined ? undefined : parseScenario(base, bases)
  if (parsed?.ok && keepsLocks(parsed.scenario, scenario))
    return laidOutText(differencesFrom(parsed.scenario, sourced))
  const { extends: _, ...whole } = sourced
  return laidOutText({ ...whole, engineVersion: ENGINE_VERSION })
}

function withoutIdleEvidence(scenario: Scenario): Scenario {
  const entries = Object.entries(scenario.evidence).filter(([path]) => resolvePath(scenario, path, true).ok)
  return { ...scenario, evidence: Object.fromEntries(entries) }
}

/** Whether a scenario has all locks that a derived file would inherit from its base. */
function keepsLocks(base: Scenario, scenario: Scenario): boolean {
  return Object.keys(base.locks).every(
    (path) => Object.hasOwn(scenario.locks, path) || !resolvePath(scenario, path, true).ok,
  )
}

/**
 * The text of a derived file with the current digest of its base; undefined where the base is not there or
 * has mistakes.
 */
export function rebasedText(source: string, bases: Bases): string | undefined {
  const id = baseOfText(source)
  const base = id === undefined ? undefined : bases.textOf(id)
  const parsed = base === undefined ? undefined : parseScenario(base, bases)
  return parsed?.ok && parsed.scenario.id === id
    ? withValue(source, ['extends', 'digest'], scenarioDigest(parsed.scenario))
    : undefined
}
