/** The network: places, legs, checkpoints, routes and corridors. */
import type { Entities } from './entities'

/** Modes of carriage; the index in this list is the mode's number everywhere in the engine. */
export const MODE_NAMES = ['road', 'rail', 'sea', 'air', 'path'] as const
export const MODE_COUNT = MODE_NAMES.length

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
 * Sets of parallel legs: legs between the same two places, in one direction, that stand in for each other.
 * Legs of set w are `legs[start[w] .. start[w + 1] - 1]`.
 */
export interface ParallelSpec {
  readonly start: Int32Array
  readonly legs: Int32Array
  /**
   * Leg of a shipment that sets out in a month, `[set * 12 + month]`: the fastest open one, or the first of
   * equal ones; -1 while none is open.
   */
  readonly taken: Int32Array
  /** Per leg: the set of parallel legs of its mode, itself included; -1 when there is no other. */
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

/**
 * Routes as runs of directed legs: legs of route r are `legs[start[r] .. end[r] - 1]`. A generated route is a
 * slot that stands empty (`end[r] = start[r]`) until an organisation finds a path for it; slots follow the
 * listed routes.
 */
export interface RouteSpec extends Entities {
  readonly start: Int32Array
  readonly end: Int32Array
  /** 1 for the slot of a generated route. */
  readonly isGenerated: Uint8Array
  /**
   * Where a step has parallel legs: the first of them; in a world, the one that a shipment dispatched today
   * would take.
   */
  readonly legs: Int32Array
  /** Set of parallel legs of each step, aligned with `legs`; -1 where one leg alone leads on. */
  readonly parallel: Int32Array
  /** Places in order; the places of route r begin at `start[r] + r`. */
  readonly nodes: Int32Array
  /** How often a place was passed before on the same route; aligned with `nodes`. */
  readonly passage: Int32Array
  /** Mode of carriage. */
  readonly mode: Uint8Array
  /** 1 where the scenario names the mode, 0 where it follows from the legs. */
  readonly hasOwnMode: Uint8Array
  readonly weight: Float64Array
}

/** Corridors: named sets of directed legs, `legs[start[i] .. start[i + 1] - 1]`, for measures only. */
export interface CorridorSpec extends Entities {
  readonly start: Int32Array
  readonly legs: Int32Array
}
