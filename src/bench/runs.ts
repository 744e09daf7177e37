/** The engine's runs that the benchmark measures. */
import { createWorld, digest, type ModelSpec, step, type World } from '../engine'
import { specOf, validateScenario } from '../scenario'
import { type StandardOptions, standardScenario } from './standard'
import type { Workload } from './workload'

/** What a run of the engine did, in the units of the reference kernel. */
export interface Work {
  readonly shipmentDays: number
  /** Releases and arrivals at places. */
  readonly events: number
}

export function standardSpec(workload: Workload, options?: StandardOptions): ModelSpec {
  const parsed = validateScenario(standardScenario(workload, options))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, undefined, 2))
  return specOf(parsed.scenario)
}

/** One replication from its first day to its last, digest included. */
export function runEngine(spec: ModelSpec, days: number, seed = '1'): Work {
  const world = createWorld(spec, seed)
  let shipmentDays = 0
  for (let day = 0; day < days; day++) {
    step(world)
    shipmentDays += world.fleet.count
  }
  digest(world)
  return { shipmentDays, events: eventsOf(world) }
}

function eventsOf({ counters, fleet }: World): number {
  const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0)
  return sum(counters.dispatched) + sum(counters.legShipments) - fleet.count
}
