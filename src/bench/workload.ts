/**
 * The standard workload STD v1: shipments in a layered network of 60 nodes, 200 legs and 40 checkpoints.
 * Every random number is a function of (seed, shipment, draw index) and every total a whole number, so all
 * programs that use `drawOf` agree.
 */

export const LAYERS = 6
export const WIDTH = 10
export const FAN = 4
export const ORGANISATIONS = 8
/** Legs leave every layer but the last; leg e leaves node `floor(e / FAN)`. */
export const LEGS = (LAYERS - 1) * WIDTH * FAN
export const DECISIONS = (LAYERS - 1) * WIDTH
export const REVIEW_DAYS = 7
const LONGEST_LEG_DAYS = 6
const LEGS_PER_CHECKPOINT = 5

export type Size = 'S' | 'M' | 'L'

export interface Workload {
  readonly shipmentsPerDay: number
  readonly days: number
}

/** About 2,000, 20,000 and 1,000,000 shipments in flight. */
export const WORKLOADS: Readonly<Record<Size, Workload>> = {
  S: { shipmentsPerDay: 125, days: 365 },
  M: { shipmentsPerDay: 1_250, days: 120 },
  L: { shipmentsPerDay: 62_500, days: 90 },
}

/** What a run reports. Programs with the same draws agree on all of it. */
export interface Totals {
  readonly delivered: number
  readonly seized: number
  readonly deliveredKg: number
  readonly seizedKg: number
  readonly shipmentDays: number
  /** Arrivals and releases. */
  readonly events: number
  /** Wrapping 32-bit sum over what happened to whom on which day. */
  readonly checksum: number
  /** Sum of all perceived risks in whole 10^-9. */
  readonly riskSum: number
}

/** 32 well-mixed bits of a 32-bit number, as a signed integer. */
export function hash(x: number): number {
  let h = x ^ (x >>> 16)
  h = Math.imul(h, 0x7feb352d)
  h ^= h >>> 15
  h = Math.imul(h, 0x846ca68b)
  return h ^ (h >>> 16)
}

export function seedWordOf(seed: number): number {
  return hash(seed ^ 0x5bd1e995)
}

/** Draw k of a shipment: 32 bits as a signed integer. */
export function drawOf(seedWord: number, shipment: number, k: number): number {
  return hash(Math.imul(shipment, 0x9e3779b1) ^ Math.imul(k, 0x85ebca6b) ^ seedWord)
}

/** An event of this probability happens when an unsigned draw is below the threshold. */
export function thresholdOf(probability: number): number {
  if (probability >= 1) return 0xffffffff
  return probability <= 0 ? 0 : Math.floor(probability * 4294967296)
}

/** About e^x in multiplications only: (1 + x/1024)^1024. */
function exponential(x: number): number {
  let y = 1 + x / 1024
  for (let i = 0; i < 10; i++) y *= y
  return y
}

/** What one shipment's end on day t adds to the checksum. */
export function mixOf(shipment: number, day: number): number {
  return Math.imul(shipment ^ Math.imul(day, 0x9e3779b1), 0x85ebca6b)
}

export function headOf(leg: number): number {
  const layer = Math.floor(leg / (FAN * WIDTH)) + 1
  return layer * WIDTH + ((hash(0xa5a5 + leg) >>> 0) % WIDTH)
}

export function daysOf(leg: number): number {
  return 1 + ((hash(0xc3c3 + leg) >>> 0) % LONGEST_LEG_DAYS)
}

/** Number of the checkpoint on a leg, or -1. */
export function checkpointOf(leg: number): number {
  return leg % LEGS_PER_CHECKPOINT === 2 ? (leg - 2) / LEGS_PER_CHECKPOINT : -1
}

export const CHECKPOINTS = LEGS / LEGS_PER_CHECKPOINT

export function staffOf(checkpoint: number): number {
  return 1 + (checkpoint % 4)
}

export function corruptionOf(checkpoint: number): number {
  return 0.1 + 0.05 * (checkpoint % 5)
}

export function equipmentOf(checkpoint: number): number {
  return 0.3 + 0.1 * (checkpoint % 6)
}

/** Inspections that one officer makes in a day. */
export function inspectionsPerOfficerOf(workload: Workload): number {
  return 0.004 * workload.shipmentsPerDay
}

/** Attraction of a leg to an organisation that perceives this risk on it. */
export function attractionOf(organisation: number, leg: number, risk: number): number {
  const cost = (0.25 + 0.1 * (organisation % 3)) * daysOf(leg) + (2 + (organisation % 4)) * 5 * risk
  return exponential(-cost)
}
