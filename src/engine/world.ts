/** World: everything that changes during a run. */
import type { Counters } from './counters'
import type { EventLog } from './events'
import type { Fleet } from './fleet'
import type { OddsTable } from './odds'
import type { Patrols } from './patrols'
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
  /**
   * Routes, with the paths that organisations have found and the parallel legs that are taken today. Replaced
   * when a row grows: read it again after `replan`.
   */
  routes: RouteSpec
  /** Per route: 1 for a generated route that its organisation uses now. */
  readonly slotActive: Uint8Array
  readonly patrols: Patrols
  /** `[organisation * checkpointCount + checkpoint]`: 1 while bought. */
  readonly bought: Uint8Array
  /**
   * Discounted grams through each checkpoint, `[(organisation * checkpointCount + checkpoint) *
   * commodityCount + commodity]`. For an organisation that knows the true odds, loads that an honoured seal
   * protects do not count.
   */
  readonly flowGrams: Float64Array
  readonly market: MarketState
  /** Whether any organisation may ever buy checkpoints, so that `flowGrams` is kept. */
  readonly tracksFlow: boolean
  /** Per candidate: what each corruptible checkpoint on the way asks in the bribe market, US cents. */
  readonly askCents: Float64Array
  odds: OddsTable
  routeFacts: RouteFacts
  /** Pay of all officers for one day, US cents. */
  dailyPayCents: number
  /** Whether an operation that some organisation knows of runs now or later. */
  alert: boolean
  /** Set when parameters changed today: route choice is revised at once. */
  revise: boolean
  /** Per supply: grams waiting for dispatch. */
  readonly stockGrams: Float64Array
  /** Per supply: grams that replace seized ones and join the supply of the next day. */
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
  /** Per candidate: 1 when a shipment dispatched today would find every leg and checkpoint open. */
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
  /**
   * Deliveries of the last 30 days, `[cell * 30 + day % 30]`, and their sum; empty when no price ever reacts.
   */
  readonly days: Float64Array
  readonly sum: Float64Array
}

/** Facts about routes that follow from the spec and from the paths in use. */
export interface RouteFacts {
  /** Per route: 1 when its openness depends on the month. */
  readonly seasonal: Uint8Array
  /** Per route: 1 when it has steps with parallel legs; 1 when it takes other legs today than yesterday. */
  readonly chooses: Uint8Array
  readonly rerouted: Uint8Array
  /** Per checkpoint: 1 when it can be closed at some hour or month. */
  readonly canClose: Uint8Array
}

/** Four words per row of each table of counters. */
export interface SeriesKeys {
  readonly candidates: Int32Array
  readonly checkpoints: Int32Array
  /** `[node * commodityCount + commodity]`. */
  readonly markets: Int32Array
  readonly legs: Int32Array
  readonly supplies: Int32Array
  readonly nodes: Int32Array
  readonly organisations: Int32Array
}
