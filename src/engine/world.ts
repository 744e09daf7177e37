/** World: everything that changes during a run. */
import { monthOf } from './calendar'
import { dailyPayCentsOf } from './costs'
import { type Counters, createCounters } from './counters'
import { seedKeyOf } from './draw'
import { createEventLog, type EventLog } from './events'
import { createFleet, type Fleet } from './fleet'
import { type OddsTable, oddsTableOf } from './odds'
import { type RouteFacts, routeFactsOf } from './routes'
import type { ModelSpec } from './spec'

export interface World {
  /** What the run was built from, all regimes included. */
  readonly plan: ModelSpec
  /** What holds today. */
  spec: ModelSpec
  /** Number of regimes that have begun. */
  regimesBegun: number
  readonly key0: number
  readonly key1: number
  /** Completed days; the day being simulated while inside `step`. */
  day: number
  /** Month 0..11 of the day. */
  month: number
  readonly fleet: Fleet
  odds: OddsTable
  routeFacts: RouteFacts
  /** Pay of all officers for one day, US cents. */
  dailyPayCents: number
  /** Set when parameters changed today: route choice is revised at once. */
  revise: boolean
  /** Per supply: grams waiting for dispatch. */
  readonly stockGrams: Float64Array
  /** Per organisation: crews ready to travel. */
  readonly crewsFree: Int32Array
  /** Crews that become free, `[organisation * crewDays + day % crewDays]`. */
  readonly crewReturns: Int32Array
  readonly crewDays: number
  /** Discounted experience, `[organisation * checkpointCount + checkpoint]`: shipments lost and passed. */
  readonly lost: Float64Array
  readonly passed: Float64Array
  /** Perceived seizure probability, same layout. */
  readonly perceived: Float64Array
  /** Per candidate: 1 when a shipment dispatched today would find every leg and post open. */
  readonly open: Uint8Array
  /** Per candidate: utility in USD/kg at the last review. */
  readonly utility: Float64Array
  /** Per candidate: probability of being chosen, and cumulative word thresholds within the supply. */
  readonly choiceShare: Float64Array
  readonly choiceThreshold: Float64Array
  readonly counters: Counters
  /** Running hash of the daily series. */
  readonly chain: Int32Array
  /** Facts of the day, for a watched world. */
  readonly log: EventLog | undefined
  /** Scratch for one block of draws. */
  readonly words: Int32Array
}

export interface WorldOptions {
  /** Number of the replication; its draws are independent of every other's. Default 1. */
  readonly replication?: number
  /** Whether `step` records events. Watching changes nothing else. Default false. */
  readonly watch?: boolean
}

/** Hours that the calendar has to reach ahead: the longest leg and stay. */
export function reachHours(spec: ModelSpec): number {
  let reach = 24
  let dwell = 0
  for (const { legs, nodes } of [spec, ...spec.regimes.map((regime) => regime.spec)]) {
    for (const hours of legs.hoursByMonth) if (hours > reach) reach = hours
    for (const hours of nodes.dwellHours) if (hours > dwell) dwell = hours
  }
  return reach + dwell + 48
}

/** Days that a crew is away at most, under any regime. */
function longestAbsence(plan: ModelSpec): number {
  const specs = [plan, ...plan.regimes.map((regime) => regime.spec)]
  return Math.max(
    ...specs.flatMap(({ assumptions, organisations }) => [
      assumptions.recruitmentDays,
      assumptions.releaseDays,
      ...organisations.returnDays,
    ]),
  )
}

/** A new world at day 0 with its initial stock. */
export function createWorld(spec: ModelSpec, seed: string, options: WorldOptions = {}): World {
  const [key0 = 0, key1 = 0] = seedKeyOf(seed, options.replication ?? 1)
  const { crews } = spec.organisations
  const organisations = crews.length
  const checkpoints = spec.checkpoints.ids.length
  const candidates = spec.candidates.route.length
  const crewDays = longestAbsence(spec) + 2
  const world: World = {
    plan: spec,
    spec,
    regimesBegun: 0,
    revise: false,
    dailyPayCents: dailyPayCentsOf(spec),
    key0,
    key1,
    day: 0,
    month: monthOf(spec.startEpochDay) - 1,
    fleet: createFleet(reachHours(spec)),
    odds: oddsTableOf(spec),
    routeFacts: routeFactsOf(spec),
    stockGrams: new Float64Array(spec.supplies.organisation.length),
    crewsFree: Int32Array.from(crews),
    crewReturns: new Int32Array(organisations * crewDays),
    crewDays,
    lost: new Float64Array(organisations * checkpoints),
    passed: new Float64Array(organisations * checkpoints),
    perceived: new Float64Array(organisations * checkpoints),
    open: new Uint8Array(candidates),
    utility: new Float64Array(candidates),
    choiceShare: new Float64Array(candidates),
    choiceThreshold: new Float64Array(candidates),
    counters: createCounters(spec),
    chain: new Int32Array(4),
    log: options.watch ? createEventLog(1024) : undefined,
    words: new Int32Array(4),
  }
  const { kgPerDay, initialStockDays } = spec.supplies
  for (let s = 0; s < world.stockGrams.length; s++) {
    const grams = Math.floor((kgPerDay[s] as number) * (initialStockDays[s] as number) * 1000 + 0.5)
    world.stockGrams[s] = grams
    world.counters.suppliedGrams[s] = grams
  }
  return world
}
