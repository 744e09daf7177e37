/** Serialising: the text of a scenario file, whole, or as what differs from its base where that is known. */
import { ENGINE_VERSION } from '../engine'
import { laidOutText, scenarioDigest } from './canonical'
import { type Bases, differencesFrom, NO_BASES } from './derive'
import { baseOfText, parseScenario } from './parse'
import { withValue } from './rewrite'
import type { Scenario } from './schema'

/** The text of a scenario's file. Without its base at hand a derived scenario is written whole. */
export function serialiseScenario(scenario: Scenario, bases: Bases = NO_BASES): string {
  const base = scenario.extends === undefined ? undefined : bases.textOf(scenario.extends.id)
  const parsed = base === undefined ? undefined : parseScenario(base, bases)
  if (parsed?.ok && keepsLocks(parsed.scenario, scenario))
    return laidOutText(differencesFrom(parsed.scenario, scenario))
  const { extends: _, ...whole } = scenario
  return laidOutText({ ...whole, engineVersion: ENGINE_VERSION })
}

/** Whether a scenario has all locks of its base: a derived file inherits them, also on entries that it removes. */
function keepsLocks(base: Scenario, scenario: Scenario): boolean {
  return Object.keys(base.locks).every((path) => Object.hasOwn(scenario.locks, path))
}

/** The text of a derived file with the present digest of its base; undefined where the base is not there or has mistakes. */
export function rebasedText(source: string, bases: Bases): string | undefined {
  const base = bases.textOf(baseOfText(source) ?? '')
  const parsed = base === undefined ? undefined : parseScenario(base, bases)
  return parsed?.ok ? withValue(source, ['extends', 'digest'], scenarioDigest(parsed.scenario)) : undefined
}
