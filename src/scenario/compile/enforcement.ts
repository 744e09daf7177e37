/** Enforcement: mobile teams and operations. */
import {
  CENTS_PER_USD,
  centsOf,
  DAYS_A_MONTH,
  type OperationSpec,
  PLACEMENTS,
  rounded,
  type TeamSpec,
} from '../../engine'
import type { Scenario } from '../schema'
import { copied, tableOf } from './columns'
import { dayOf } from './days'
import { byId, entitiesOf, startsOf } from './entities'

type TeamPlace = Scenario['teams'][number]['places'][number]

export function teamsOf(scenario: Scenario, node: (id: string) => number): TeamSpec {
  const entries = byId(scenario.teams)
  const places = entries.flatMap((team) => [...team.places].sort(byPlace))
  const placeStart = startsOf(entries.map((team) => team.places))
  return {
    ...entitiesOf(entries),
    count: Int32Array.from(entries, (team) => team.count),
    placement: Uint8Array.from(entries, (team) => PLACEMENTS.indexOf(team.placement)),
    reviewDays: Int32Array.from(entries, (team) => team.reviewDays),
    ...tableOf(copied('memoryDays', 'explorationShare'), entries),
    costCentsPerDay: Float64Array.from(entries, (team) =>
      rounded((team.count * team.costPerMonth * CENTS_PER_USD) / DAYS_A_MONTH),
    ),
    placeStart,
    placeNode: Int32Array.from(places, (place) => node(place.node)),
    placeDetection: Float64Array.from(places, (place) => place.detection),
    placeWeight: Float64Array.from(places, (place) => place.weight),
  }
}

/** Order of a team's places: what happens must not depend on their order in the file. */
function byPlace(a: TeamPlace, b: TeamPlace): number {
  if (a.node !== b.node) return a.node < b.node ? -1 : 1
  return a.detection - b.detection || a.weight - b.weight
}

export function operationsOf(scenario: Scenario, node: (id: string) => number): OperationSpec {
  const entries = byId(scenario.operations)
  return {
    ...entitiesOf(entries),
    isEnabled: Uint8Array.from(entries, (operation) => (operation.enabled ? 1 : 0)),
    node: Int32Array.from(entries, (operation) => node(operation.node)),
    fromDay: Int32Array.from(entries, (operation) => dayOf(scenario, operation.from, 0)),
    untilDay: Int32Array.from(entries, (operation) => dayOf(scenario, operation.from, 0) + operation.days),
    detection: Float64Array.from(entries, (operation) => operation.detection),
    leak: Float64Array.from(entries, (operation) => operation.leak),
    costCents: Float64Array.from(entries, ({ costUsd }) => centsOf(costUsd)),
  }
}
