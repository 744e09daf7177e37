/** The trade: organisations, commodities, what they supply, and where it is processed. */
import type { Entities } from './entities'

export const LOAD_KINDS = ['fixed', 'uniform', 'lognormal'] as const

export interface OrganisationSpec extends Entities {
  /** Number of the alliance, or -1. */
  readonly alliance: Int32Array
  readonly crews: Int32Array
  readonly returnDays: Int32Array
  readonly sealedShare: Float64Array
  readonly riskAversion: Float64Array
  /** USD/kg. */
  readonly logitScale: Float64Array
  /** USD/kg/day. */
  readonly holdingCost: Float64Array
  readonly bribeOfferUsd: Float64Array
  /** 1 where the organisation knows the true odds instead of learning them. */
  readonly knowsTrueOdds: Uint8Array
  readonly priorOdds: Float64Array
  readonly priorWeight: Float64Array
  readonly memoryDays: Float64Array
  readonly sharing: Float64Array
  /** USD a month. */
  readonly protectionBudgetUsd: Float64Array
  readonly replaceSeizures: Float64Array
  /** Highest number of routes in use that it found by itself, and days between two searches. */
  readonly generatedCount: Int32Array
  readonly replanDays: Int32Array
}

export interface CommoditySpec extends Entities {
  /** Multiplies the detection of hand search and scanner, >= 0. */
  readonly detectionFactor: Float64Array
  /** USD/kg, `[commodity * nodeCount + node]`; NaN where the scenario gives none. */
  readonly priceUsdPerKg: Float64Array
  /**
   * 1 where prices react to deliveries: price = base * clamp(1 + slope * (1 - delivered / demand), lowest,
   * highest).
   */
  readonly isElastic: Uint8Array
  readonly slope: Float64Array
  readonly lowest: Float64Array
  readonly highest: Float64Array
  /** `[commodity * nodeCount + node]`; NaN where the scenario gives none. */
  readonly demandKgPerDay: Float64Array
  /** Share of pure substance, same layout; NaN where the scenario gives none. */
  readonly purity: Float64Array
}

/**
 * An organisation's stream of a commodity at a source. Its candidates are `candidateStart[s] ..
 * candidateStart[s + 1] - 1`.
 */
export interface SupplySpec {
  readonly keys: Int32Array
  readonly organisation: Int32Array
  readonly commodity: Int32Array
  readonly source: Int32Array
  readonly kgPerDay: Float64Array
  readonly yearlyGrowth: Float64Array
  readonly initialStockDays: Float64Array
  /**
   * Load distribution, `[supply * MODE_COUNT + mode]`: index into LOAD_KINDS, two parameters (kg; min and
   * max; mean and variation) and the mean in kg.
   */
  readonly loadKind: Uint8Array
  readonly loadA: Float64Array
  readonly loadB: Float64Array
  readonly loadMeanKg: Float64Array
  readonly candidateStart: Int32Array
}

/** One candidate: a supply that may use a route. Organisation and commodity are those of the supply. */
export interface CandidateSpec {
  readonly supply: Int32Array
  readonly route: Int32Array
  readonly organisation: Int32Array
  readonly commodity: Int32Array
}

/** Places where one commodity becomes another. */
export interface ProcessingSpec extends Entities {
  readonly node: Int32Array
  readonly input: Int32Array
  readonly output: Int32Array
  readonly yieldShare: Float64Array
  /** Days of the run, from the first to before the last. */
  readonly fromDay: Int32Array
  readonly untilDay: Int32Array
}
