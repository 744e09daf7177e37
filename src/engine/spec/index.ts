/**
 * ModelSpec: what a run is built from. Nothing optional, entities are dense indices in the order of their
 * ids.
 */
import type { OperationSpec, TeamSpec } from './enforcement'
import type { CheckpointSpec, CorridorSpec, LegSpec, NodeSpec, ParallelSpec, RouteSpec } from './network'
import type { CandidateSpec, CommoditySpec, OrganisationSpec, ProcessingSpec, SupplySpec } from './trade'

export { type OperationSpec, PLACEMENTS, type TeamSpec } from './enforcement'
export type { Entities } from './entities'
export {
  type CheckpointSpec,
  type CorridorSpec,
  type LegSpec,
  MODE_COUNT,
  MODE_NAMES,
  type NodeSpec,
  type ParallelSpec,
  type RouteSpec,
} from './network'
export {
  type CandidateSpec,
  type CommoditySpec,
  LOAD_KINDS,
  type OrganisationSpec,
  type ProcessingSpec,
  type SupplySpec,
} from './trade'

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

/** The whole spec that holds from a day on, with the interventions of that day applied. */
export interface Regime {
  readonly fromDay: number
  /** Same entities as the run's own spec; its `regimes` are empty. */
  readonly spec: ModelSpec
  /**
   * One-off cost of the changes that start on this day, US cents; changes from before the run cost nothing.
   */
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
