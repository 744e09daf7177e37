/** Serialising: the text of a scenario file, whole, or as what differs from its base where that is known. */
import { ENGINE_VERSION } from '../engine'
import { laidOutText } from './canonical'
import { type Bases, differencesFrom, NO_BASES } from './derive'
import { parseScenario } from './parse'
import type { Scenario } from './schema'

/** The text of a scenario's file. Without its base at hand a derived scenario is written whole. */
export function serialiseScenario(scenario: Scenario, bases: Bases = NO_BASES): string {
  const base = scenario.extends === undefined ? undefined : bases.textOf(scenario.extends.id)
  const parsed = base === undefined ? undefined : parseScenario(base, bases)
  if (parsed?.ok) return laidOutText(differencesFrom(parsed.scenario, scenario))
  const { extends: _, ...whole } = scenario
  return laidOutText({ ...whole, engineVersion: ENGINE_VERSION })
}
