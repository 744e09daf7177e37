/** The start of a run: a world at day 0, with its initial stock. */
import { monthOf } from './calendar'
import { dailyPayCentsOf } from './costs'
import { createCounters } from './counters'
import { seedKeyOf } from './draw'
import { createEventLog } from './events'
import { createFleet } from './fleet'
import { oddsTableOf } from './odds'
import { createPatrols } from './patrols'
import { routeFactsOf } from './routes'
import { seriesKeysOf } from './series'
import type { ModelSpec, RouteSpec } from './spec'
import { gramsOf } from './units'
import { MARKET_DAYS, type MarketState, type World } from './world'

export interface WorldOptions {
  /** Number of the replication; its draws are independent of every other's. Default 1. */
  readonly replication?: number
  /** Whether `step` records events. Watching changes nothing else. Default false. */
  readonly watch?: boolean
}

/** The spec of a plan and those of all its regimes. */
function specsOf(plan: ModelSpec): readonly ModelSpec[] {
  return [plan, ...plan.regimes.map(({ spec }) => spec)]
}

/** Hours that the calendar has to reach ahead: the longest leg and stay under any regime. */
export function reachHours(plan: ModelSpec): number {
  let reach = 24
  let dwell = 0
  for (const { legs, nodes } of specsOf(plan)) {
    for (const hours of legs.hoursByMonth) if (hours > reach) reach = hours
    for (const hours of nodes.dwellHours) if (hours > dwell) dwell = hours
  }
  return reach + dwell + 48
}

/** Whether the routes of a run can change: slots are filled, or there are parallel legs to choose from. */
export function canRoutesChange({ isGenerated, parallel }: RouteSpec): boolean {
  return isGenerated.includes(1) || parallel.some((set) => set >= 0)
}

/** The routes of a plan, copied when the run can change them. */
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

/** The largest number of days that a crew is away, under any regime. */
function longestAbsence(plan: ModelSpec): number {
  return Math.max(
    ...specsOf(plan).flatMap(({ assumptions, organisations }) => [
      assumptions.recruitmentDays,
      assumptions.releaseDays,
      ...organisations.returnDays,
    ]),
  )
}

/** Whether an organisation has a budget to buy checkpoints under any regime. */
function mayBuyCheckpoints(plan: ModelSpec): boolean {
  return specsOf(plan).some(({ organisations }) =>
    organisations.protectionBudgetUsd.some((budget) => budget > 0),
  )
}

function createMarket(plan: ModelSpec): MarketState {
  const cells = plan.nodes.ids.length * plan.commodities.ids.length
  const isEverElastic = specsOf(plan).some(({ commodities }) => commodities.isElastic.includes(1))
  return {
    factor: new Float64Array(cells).fill(1),
    gramsBefore: new Float64Array(cells),
    days: new Float64Array(isEverElastic ? cells * MARKET_DAYS : 0),
    sum: new Float64Array(cells),
  }
}

/** A new world at day 0 with its initial stock. */
export function createWorld(spec: ModelSpec, seed: string, options: WorldOptions = {}): World {
  const [key0, key1] = seedKeyOf(seed, options.replication ?? 1)
  const { crews } = spec.organisations
  const organisations = crews.length
  const checkpoints = spec.checkpoints.ids.length
  const candidates = spec.candidates.route.length
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
    market: createMarket(spec),
    tracksFlow: mayBuyCheckpoints(spec),
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
  fillStocks(world)
  return world
}

function fillStocks({ counters, spec, stockGrams }: World): void {
  const { kgPerDay, initialStockDays } = spec.supplies
  for (let s = 0; s < stockGrams.length; s++) {
    const grams = gramsOf(kgPerDay[s] * initialStockDays[s])
    stockGrams[s] = grams
    counters.suppliedGrams[s] = grams
  }
}
