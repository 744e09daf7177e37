/** ModelSpec: what a run is built from. Nothing optional, entities are dense indices in the order of their ids. */

/** Modes of carriage; the index in this list is the mode's number everywhere in the engine. */
export const MODE_NAMES = ['road', 'rail', 'sea', 'air', 'path'] as const
export const MODE_COUNT = MODE_NAMES.length

/** A named list of entities. `keys[i]` is the 32-bit hash of `ids[i]`: the address under which chance knows the entity. */
export interface Entities {
  readonly ids: readonly string[]
  readonly names: readonly string[]
  readonly keys: Int32Array
}

export interface NodeSpec extends Entities {
  readonly countries: readonly string[]
  /** All countries in order, and per node the index of its own. */
  readonly countryIds: readonly string[]
  readonly country: Int32Array
  /** Whole hours a shipment stays when it passes. */
  readonly dwellHours: Int32Array
  /** 1 at a market; 1 where a processing site stands. */
  readonly isMarket: Uint8Array
  readonly hasSite: Uint8Array
  /** Share of arriving shipments sold at a market on the way, in [0, 1]. */
  readonly uptakeShare: Float64Array
  /** Checkpoints of node n: `checkpointList[checkpointStart[n] .. checkpointStart[n + 1] - 1]`. */
  readonly checkpointStart: Int32Array
  readonly checkpointList: Int32Array
}

/** Directed legs; a bidirectional leg of the file appears as `id` and `id:back`. */
export interface LegSpec extends Entities {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly mode: Uint8Array
  readonly km: Float64Array
  readonly freightUsdPerKg: Float64Array
  /** Travel time in whole hours, `[leg * 12 + month]`, month 0..11; 0 means closed to entry. */
  readonly hoursByMonth: Int32Array
}

/**
 * Sets of parallel legs: legs from one place to the same other one that stand in for each other. Legs of set w are
 * `legs[start[w] .. start[w + 1] - 1]`.
 */
export interface ParallelSpec {
  readonly start: Int32Array
  readonly legs: Int32Array
  /** Leg that a shipment takes which sets out in a month, `[set * 12 + month]`: the fastest open one, of equal ones the first; -1 while none is open. */
  readonly taken: Int32Array
  /** Per leg: the set of those of its own mode, itself included; -1 for one without another beside it. */
  readonly ofLeg: Int32Array
}

export interface CheckpointSpec extends Entities {
  readonly node: Int32Array
  readonly countries: readonly string[]
  readonly staff: Float64Array
  readonly requiredStaff: Float64Array
  readonly shiftFraction: Float64Array
  readonly inspectionsPerOfficerDay: Float64Array
  readonly vehiclesPerDay: Float64Array
  readonly targeting: Float64Array
  /** `[checkpoint * MODE_COUNT + mode]`. */
  readonly handDetection: Float64Array
  readonly scannerDetection: Float64Array
  readonly scannerCoverage: Float64Array
  readonly powerAvailability: Float64Array
  /** 1 where customs seals are honoured. */
  readonly honoursSeals: Uint8Array
  readonly corruptionRate: Float64Array
  /** USD a month. */
  readonly officerSalary: Float64Array
  readonly openFromHour: Int32Array
  readonly openUntilHour: Int32Array
  /** 1 where closed, `[checkpoint * 12 + month]`. */
  readonly closedInMonth: Uint8Array
  /** USD a month. */
  readonly protectionRetainer: Float64Array
  /** Probability per month. */
  readonly integrityAudit: Float64Array
  /** Override of inspection and detection in [0, 1], or -1 where staffing and equipment decide. */
  readonly interdictionOdds: Float64Array
}

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
  /** Most routes that it may use of those it finds by itself, and the days between two searches. */
  readonly generatedCount: Int32Array
  readonly replanDays: Int32Array
}

export interface CommoditySpec extends Entities {
  /** Multiplies the detection of hand search and scanner, >= 0. */
  readonly detectionFactor: Float64Array
  /** USD/kg, `[commodity * nodeCount + node]`; NaN where the scenario gives none. */
  readonly priceUsdPerKg: Float64Array
  /** 1 where prices react to deliveries: price = base * clamp(1 + slope * (1 - delivered / demand), lowest, highest). */
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
 * Routes as runs of directed legs: legs of route r are `legs[start[r] .. end[r] - 1]`. A generated route is a slot that stands empty
 * (`end[r] = start[r]`) until an organisation finds a path for it; slots follow the listed routes.
 */
export interface RouteSpec extends Entities {
  readonly start: Int32Array
  readonly end: Int32Array
  /** 1 for the slot of a generated route. */
  readonly isGenerated: Uint8Array
  /** Where a step has parallel legs: the first of them; in a world, the one that a shipment dispatched today would take. */
  readonly legs: Int32Array
  /** Set of parallel legs of each step, aligned with `legs`; -1 where one leg alone leads on. */
  readonly parallel: Int32Array
  /** Places in order; the places of route r begin at `start[r] + r`. */
  readonly nodes: Int32Array
  /** How often a place was passed before on the same route; aligned with `nodes`. */
  readonly passage: Int32Array
  /** How its load is carried. */
  readonly mode: Uint8Array
  /** 1 where the scenario names the mode, 0 where it follows from the legs. */
  readonly hasOwnMode: Uint8Array
  readonly weight: Float64Array
}

/** One supply: an organisation's stream of a commodity at a source. Its candidates are `candidateStart[s] .. candidateStart[s + 1] - 1`. */
export interface SupplySpec {
  readonly keys: Int32Array
  readonly organisation: Int32Array
  readonly commodity: Int32Array
  readonly source: Int32Array
  readonly kgPerDay: Float64Array
  readonly yearlyGrowth: Float64Array
  readonly initialStockDays: Float64Array
  /** Load distribution, `[supply * MODE_COUNT + mode]`: index into LOAD_KINDS, two parameters (kg; min and max; mean and variation) and the mean in kg. */
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

/** Corridors: named sets of directed legs, `legs[start[i] .. start[i + 1] - 1]`, for measures only. */
export interface CorridorSpec extends Entities {
  readonly start: Int32Array
  readonly legs: Int32Array
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

export const PLACEMENTS = ['static', 'random', 'seizures', 'flow'] as const

/** Groups of mobile teams. Places of group g are `placeStart[g] .. placeStart[g + 1] - 1`. */
export interface TeamSpec extends Entities {
  readonly count: Int32Array
  /** Index into PLACEMENTS. */
  readonly placement: Uint8Array
  readonly reviewDays: Int32Array
  readonly memoryDays: Float64Array
  readonly explorationShare: Float64Array
  readonly costCentsPerDay: Float64Array
  readonly placeStart: Int32Array
  readonly placeNode: Int32Array
  readonly placeDetection: Float64Array
  readonly placeWeight: Float64Array
}

export interface OperationSpec extends Entities {
  readonly isEnabled: Uint8Array
  readonly node: Int32Array
  readonly fromDay: Int32Array
  readonly untilDay: Int32Array
  readonly detection: Float64Array
  readonly leak: Float64Array
  readonly costCents: Float64Array
}

export interface AssumptionSpec {
  readonly reviewDays: number
  readonly bribeHalfSalaryYears: number
  readonly convictionProbability: number
  readonly recruitmentDays: number
  readonly recruitmentCostUsd: number
  readonly releaseDays: number
  readonly bribeMarket: 'none' | 'independent-posts'
  readonly tripValueUsd: number
}

/** What holds from a day on: the whole spec with the interventions of that day applied. */
export interface Regime {
  readonly fromDay: number
  /** Same entities as the run's own spec; its `regimes` are empty. */
  readonly spec: ModelSpec
  /** One-off cost of the changes that start on this day, US cents; those from before the run cost nothing more. */
  readonly costCents: number
}

/** Everything a run is built from; plain data that can be posted to a worker. */
export interface ModelSpec {
  readonly id: string
  readonly title: string
  /** Digest of the scenario in normal form, 32 hex digits. */
  readonly scenarioDigest: string
  readonly seed: string
  readonly days: number
  /** Start date as days since 1970-01-01. */
  readonly startEpochDay: number
  readonly assumptions: AssumptionSpec
  readonly nodes: NodeSpec
  readonly legs: LegSpec
  readonly parallel: ParallelSpec
  readonly checkpoints: CheckpointSpec
  readonly organisations: OrganisationSpec
  readonly commodities: CommoditySpec
  readonly routes: RouteSpec
  readonly supplies: SupplySpec
  readonly candidates: CandidateSpec
  readonly corridors: CorridorSpec
  readonly processing: ProcessingSpec
  readonly teams: TeamSpec
  readonly operations: OperationSpec
  /** In the order of their days, which are all different. Before the first one the spec itself holds. */
  readonly regimes: readonly Regime[]
}
