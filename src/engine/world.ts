/** World: everything that changes during a run. */
import { monthOf } from './calendar'
import { dailyPayCentsOf } from './costs'
import { type Counters, createCounters } from './counters'
import { seedKeyOf } from './draw'
import { createEventLog, type EventLog } from './events'
import { createFleet, type Fleet } from './fleet'
import { type OddsTable, oddsTableOf } from './odds'
import { createPatrols, type Patrols } from './patrols'
import { type RouteFacts, routeFactsOf } from './routes'
import { type SeriesKeys, seriesKeysOf } from './series'
import type { ModelSpec, RouteSpec } from './spec'

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
  /** First day of the next month, and of the one after it. */
  monthEnd: number
  nextMonthEnd: number
  readonly fleet: Fleet
  /** Routes with the paths that organisations have found, and the parallel legs that are taken now. Replaced when a row grows: read it anew after `replan`. */
  routes: RouteSpec
  /** Per route: 1 for a generated route that its organisation uses now. */
  readonly slotActive: Uint8Array
  readonly patrols: Patrols
  /** `[organisation * checkpointCount + checkpoint]`: 1 while bought. */
  readonly bought: Uint8Array
  /** Discounted grams through each post, for who knows the true odds without those that an honoured seal protects, `[(organisation * checkpointCount + checkpoint) * commodityCount + commodity]`. */
  readonly flowGrams: Float64Array
  readonly market: MarketState
  /** Whether any organisation may buy posts, so that its flows have to be known. */
  readonly tracksFlow: boolean
  /** Per candidate: what each corruptible post on the way asks in the bribe market, US cents. */
  readonly askCents: Float64Array
  odds: OddsTable
  routeFacts: RouteFacts
  /** Pay of all officers for one day, US cents. */
  dailyPayCents: number
  /** Whether an operation that somebody knows of runs now or soon. */
  alert: boolean
  /** Set when parameters changed today: route choice is revised at once. */
  revise: boolean
  /** Per supply: grams waiting for dispatch. */
  readonly stockGrams: Float64Array
  /** Per supply: grams bought again for seized ones, which join the supply of the next day. */
  readonly replacedGrams: Float64Array
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
  /** Per candidate: path-size factor among those that are open. */
  readonly pathSize: Float64Array
  /** Per candidate: utility in USD/kg at the last review. */
  readonly utility: Float64Array
  /** Per candidate: sum of the absolute terms that its utility was summed from. */
  readonly utilityTerms: Float64Array
  /** Per candidate: probability of being chosen, and cumulative word thresholds within the supply. */
  readonly choiceShare: Float64Array
  readonly choiceThreshold: Float64Array
  readonly counters: Counters
  /** Running hash of the parameters that held on each day. */
  readonly history: Int32Array
  /** Running hash of the daily series, and the keys of their rows. */
  readonly chain: Int32Array
  readonly seriesKeys: SeriesKeys
  /** Facts of the day, for a watched world. */
  readonly log: EventLog | undefined
  /** Scratch for one block of draws. */
  readonly words: Int32Array
}

/** Days over which elastic markets compare deliveries with demand. */
export const MARKET_DAYS = 30

/** Prices of elastic markets. Cells are `[node * commodityCount + commodity]`. */
export interface MarketState {
  /** Multiple of the base price, `[commodity * nodeCount + node]`. */
  readonly factor: Float64Array
  readonly gramsBefore: Float64Array
  /** Deliveries of the last 30 days, `[cell * 30 + day % 30]`, and their sum; empty when no price ever reacts. */
  readonly days: Float64Array
  readonly sum: Float64Array
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

/** Whether routes of a run can change: slots are filled, or parallel legs are taken in turn. */
export function canRoutesChange({ isGenerated, parallel }: RouteSpec): boolean {
  return isGenerated.includes(1) || parallel.some((set) => set >= 0)
}

/** A copy of the routes that can change. */
function ownRoutes(routes: RouteSpec): RouteSpec {
  if (!canRoutesChange(routes)) return routes
  const { keys, start, end, legs, parallel, nodes, passage, mode } = routes
  return {
    ...routes,
    keys: keys.slice(),
    start: start.slice(),
    end: end.slice(),
    legs: legs.slice(),
    parallel: parallel.slice(),
    nodes: nodes.slice(),
    passage: passage.slice(),
    mode: mode.slice(),
  }
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

/** Whether a price reacts to deliveries under any regime. */
function isEverElastic(plan: ModelSpec): boolean {
  const specs = [plan, ...plan.regimes.map((regime) => regime.spec)]
  return specs.some(({ commodities }) => commodities.isElastic.includes(1))
}

/** A new world at day 0 with its initial stock. */
export function createWorld(spec: ModelSpec, seed: string, options: WorldOptions = {}): World {
  const [key0, key1] = seedKeyOf(seed, options.replication ?? 1)
  const { crews } = spec.organisations
  const organisations = crews.length
  const checkpoints = spec.checkpoints.ids.length
  const candidates = spec.candidates.route.length
  const cells = spec.nodes.ids.length * spec.commodities.ids.length
  const routes = ownRoutes(spec.routes)
  const crewDays = longestAbsence(spec) + 2
  const world: World = {
    plan: spec,
    spec,
    regimesBegun: 0,
    revise: false,
    alert: false,
    dailyPayCents: dailyPayCentsOf(spec),
    key0,
    key1,
    day: 0,
    month: monthOf(spec.startEpochDay) - 1,
    monthEnd: 0,
    nextMonthEnd: 0,
    fleet: createFleet(reachHours(spec)),
    odds: oddsTableOf(spec),
    routeFacts: routeFactsOf(spec, routes),
    routes,
    slotActive: new Uint8Array(routes.start.length),
    patrols: createPatrols(spec, key0, key1),
    bought: new Uint8Array(organisations * checkpoints),
    flowGrams: new Float64Array(organisations * checkpoints * spec.commodities.ids.length),
    market: {
      factor: new Float64Array(cells).fill(1),
      gramsBefore: new Float64Array(cells),
      days: new Float64Array(isEverElastic(spec) ? cells * MARKET_DAYS : 0),
      sum: new Float64Array(cells),
    },
    tracksFlow: [spec, ...spec.regimes.map((regime) => regime.spec)].some(
      ({ organisations: { protectionBudgetUsd } }) => protectionBudgetUsd.some((budget) => budget > 0),
    ),
    askCents: new Float64Array(candidates),
    stockGrams: new Float64Array(spec.supplies.organisation.length),
    replacedGrams: new Float64Array(spec.supplies.organisation.length),
    crewsFree: Int32Array.from(crews),
    crewReturns: new Int32Array(organisations * crewDays),
    crewDays,
    lost: new Float64Array(organisations * checkpoints),
    passed: new Float64Array(organisations * checkpoints),
    perceived: new Float64Array(organisations * checkpoints),
    open: new Uint8Array(candidates),
    pathSize: new Float64Array(candidates),
    utility: new Float64Array(candidates),
    utilityTerms: new Float64Array(candidates),
    choiceShare: new Float64Array(candidates),
    choiceThreshold: new Float64Array(candidates),
    counters: createCounters(spec),
    history: new Int32Array(4),
    chain: new Int32Array(4),
    seriesKeys: seriesKeysOf(spec, routes),
    log: options.watch ? createEventLog(1024) : undefined,
    words: new Int32Array(4),
  }
  const { kgPerDay, initialStockDays } = spec.supplies
  for (let s = 0; s < world.stockGrams.length; s++) {
    const grams = Math.floor(kgPerDay[s] * initialStockDays[s] * 1000 + 0.5)
    world.stockGrams[s] = grams
    world.counters.suppliedGrams[s] = grams
  }
  return world
}
