/** The engine's whole public face: build a world, step it, look at it, save it, fingerprint it. */
export { arrivedGrams, enteredGrams } from './arrivals'
export { DAYS_A_MONTH, epochDayOf, isoDateOf, monthOf, parseIsoDate } from './calendar'
export { CAPACITY, CapacityError } from './capacity'
export { logitShares, pathSizesOf } from './choice'
export { type Counters, copyOfCounters } from './counters'
export { createWorld, type WorldOptions } from './create'
export { digest, flowDigest, textDigest } from './digest'
export { drawBlock, keyOf, Purpose, seedKeyOf, unitOf } from './draw'
export {
  BRIBED,
  DELIVERED,
  DEPARTED,
  DETECTED,
  type EventLog,
  endsShipment,
  INSPECTED,
  PATROL_SEIZED,
  SEIZED,
} from './events'
export { type Departure, type Fact, factsOf, forEachFact } from './facts'
export { slotsFor } from './foundRoutes'
export { InvariantError } from './invariant'
export { candidateAt, checkpointAt, flightAt, legAt, nodeAt } from './lookup'
export { exp, exp2, ln, normalQuantile } from './math'
export { type CrossingOdds, effectiveOdds, usualMode } from './odds'
export { carriageOf, legsOfRoute, legsOfStep } from './parallel'
export { outgoing } from './paths'
export { poissonAt } from './poisson'
export { specOn } from './regimes'
export { checkpointsOpenInMonth, isOpenOn, type NetworkSpec } from './routes'
export { isShipmentAt, parseShipmentName, type ShipmentKey, shipmentAt, shipmentName } from './shipment'
export { restore, type Snapshot, SnapshotMismatch, snapshot, structureOf } from './snapshot'
export {
  type CheckpointSpec,
  type CommoditySpec,
  type CorridorSpec,
  type Entities,
  type LegSpec,
  LOAD_KINDS,
  MODE_COUNT,
  MODE_NAMES,
  type ModelSpec,
  type NodeSpec,
  type OperationSpec,
  type OrganisationSpec,
  type ParallelSpec,
  PLACEMENTS,
  type ProcessingSpec,
  type Regime,
  type RouteSpec,
  type SupplySpec,
  type TeamSpec,
} from './spec'
export { PHASES, type Phase, step } from './step'
export { departing, exposedOf, loseExposed, survivalOf } from './survival'
export { CENTS_PER_USD, centsOf, GRAMS_PER_KG, rounded } from './units'
export { ENGINE_VERSION } from './version'
export { type ShipmentView, type View, view } from './view'
export type { World } from './world'
