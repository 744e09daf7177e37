/**
 * Odds: from a checkpoint's staffing, equipment and integrity to the probabilities of a crossing (model
 * section 5).
 */
import { thresholdOf } from './draw'
import { type CheckpointSpec, MODE_COUNT, type ModelSpec } from './spec'

/** Probabilities of one crossing. `seized = inspected * found * (1 - bribed)`. */
export interface CrossingOdds {
  readonly inspected: number
  /** Given inspection. */
  readonly found: number
  /** Given a find: the officers take the bribe and let the shipment go. */
  readonly bribed: number
  /** Overall. */
  readonly seized: number
}

/**
 * Probability that one crossing is inspected, in [0, 1]. Staffing-limited: rises linearly, then saturates.
 */
export function inspectionProbability(checkpoints: CheckpointSpec, checkpoint: number): number {
  const vehicles = checkpoints.vehiclesPerDay[checkpoint]
  if (vehicles === 0) return 1
  const officers = checkpoints.staff[checkpoint] * checkpoints.shiftFraction[checkpoint]
  const inspections = officers * checkpoints.inspectionsPerOfficerDay[checkpoint]
  return Math.min(1, (checkpoints.targeting[checkpoint] * inspections) / vehicles)
}

/**
 * Probability that an inspection finds the load, in [0, 1]: by hand or by a scanner that has power. `factor`
 * (>= 0) is the commodity's: it multiplies both chances, which stay at most 1.
 */
export function detectionProbability(
  checkpoints: CheckpointSpec,
  checkpoint: number,
  mode: number,
  factor: number,
): number {
  const byHand = factor * checkpoints.handDetection[checkpoint * MODE_COUNT + mode]
  const byScanner =
    factor *
    checkpoints.scannerDetection[checkpoint] *
    checkpoints.scannerCoverage[checkpoint] *
    checkpoints.powerAvailability[checkpoint]
  return 1 - (1 - Math.min(1, byHand)) * (1 - Math.min(1, byScanner))
}

/**
 * Probability that officers who found a load take the bribe, in [0, 1]: Hill curve in years of pay offered.
 */
export function briberyProbability(spec: ModelSpec, checkpoint: number, organisation: number): number {
  const { corruptionRate, officerSalary } = spec.checkpoints
  const offer = spec.organisations.bribeOfferUsd[organisation]
  const years = offer / (12 * officerSalary[checkpoint])
  const half = spec.assumptions.bribeHalfSalaryYears
  return (corruptionRate[checkpoint] * (years * years)) / (years * years + half * half)
}

/** All odds of an unsealed crossing of a commodity; with `sealed`, of one under a customs seal. */
export function effectiveOdds(
  spec: ModelSpec,
  checkpoint: number,
  mode: number,
  organisation: number,
  commodity = 0,
  sealed = false,
): CrossingOdds {
  const override = spec.checkpoints.interdictionOdds[checkpoint]
  const honoured = sealed && spec.checkpoints.honoursSeals[checkpoint] === 1
  const open = override >= 0 ? override : inspectionProbability(spec.checkpoints, checkpoint)
  const inspected = honoured ? 0 : open
  const factor = spec.commodities.detectionFactor[commodity]
  const found = override >= 0 ? 1 : detectionProbability(spec.checkpoints, checkpoint, mode, factor)
  const bribed = briberyProbability(spec, checkpoint, organisation)
  return { inspected, found, bribed, seized: inspected * found * (1 - bribed) }
}

const usualModes = new WeakMap<ModelSpec, Uint8Array>()

/**
 * The mode of most legs into a checkpoint's place; ties go to the first in the order road, rail, sea, air,
 * path.
 */
export function usualMode(spec: ModelSpec, k: number): number {
  const known = usualModes.get(spec) ?? usualModesInto(spec)
  usualModes.set(spec, known)
  return known[spec.checkpoints.node[k]]
}

/** Per node: the mode of most legs into it. */
function usualModesInto({ legs, nodes }: ModelSpec): Uint8Array {
  const counts = new Int32Array(nodes.ids.length * MODE_COUNT)
  for (const [leg, to] of legs.to.entries()) {
    const cell = to * MODE_COUNT + legs.mode[leg]
    counts[cell]++
  }
  return Uint8Array.from(nodes.ids, (_, node) => {
    const own = counts.subarray(node * MODE_COUNT, (node + 1) * MODE_COUNT)
    return own.indexOf(Math.max(...own))
  })
}

/** The same probabilities as tables, and as thresholds for drawn words, laid out for the crossing loop. */
export interface OddsTable {
  /** Per checkpoint. */
  readonly inspected: Float64Array
  readonly inspect: Float64Array
  /** `[(commodity * checkpointCount + checkpoint) * MODE_COUNT + mode]`. */
  readonly found: Float64Array
  readonly find: Float64Array
  /** `[organisation * checkpointCount + checkpoint]`. */
  readonly bribed: Float64Array
  readonly bribe: Float64Array
  readonly conviction: number
}

export function oddsTableOf(spec: ModelSpec): OddsTable {
  const checkpoints = spec.checkpoints.ids.length
  const organisations = spec.organisations.ids.length
  const inspected = new Float64Array(checkpoints)
  const commodities = spec.commodities.ids.length
  const found = new Float64Array(commodities * checkpoints * MODE_COUNT)
  const bribed = new Float64Array(organisations * checkpoints)
  for (let k = 0; k < checkpoints; k++) {
    inspected[k] = effectiveOdds(spec, k, 0, 0).inspected
    for (let commodity = 0; commodity < commodities; commodity++) {
      for (let mode = 0; mode < MODE_COUNT; mode++) {
        const cell = (commodity * checkpoints + k) * MODE_COUNT + mode
        found[cell] = effectiveOdds(spec, k, mode, 0, commodity).found
      }
    }
    for (let o = 0; o < organisations; o++) bribed[o * checkpoints + k] = briberyProbability(spec, k, o)
  }
  return {
    inspected,
    inspect: inspected.map(thresholdOf),
    found,
    find: found.map(thresholdOf),
    bribed,
    bribe: bribed.map(thresholdOf),
    conviction: thresholdOf(spec.assumptions.convictionProbability),
  }
}
