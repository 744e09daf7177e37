/**
 * Movements: what every shipment does and when, as one interleaved buffer that the graphics card reads. A row
 * is one leg of one shipment; rows are reused, and a frame touches none of them (D19).
 */

import type { ShipmentKey } from '../../engine'
import { CURVE_STRIDE } from '../scene/curves'
import type { MapFilter } from '../types'

/** Floats per row: the leg's curve (6), then the columns below. Hours count from the start of the run. */
export const ROW_FLOATS = 12
/** From when it is seen waiting at the first node. */
export const WAIT_FROM = 6
export const DEPART_AT = 7
export const ARRIVE_AT = 8
/** Hour from which it is hidden; until then it waits at the last node. */
export const END_AT = 9
/** Number of the organisation; -1 minus the number where a filter hides the shipment. */
export const ORGANISATION = 10
/** A number in [0, 1) that sets apart shipments that travel together. */
export const SEED = 11

/** A shipment of which nothing more is heard is forgotten after this time. */
const LINGER_HOURS = 24 * 120
const NEVER = 1e9
/** Departure of a shipment that waits for an unknown hour. */
export const UNKNOWN_HOUR = 1e8

export interface Movements {
  data: Float32Array
  keyA: Int32Array
  keyB: Int32Array
  candidate: Int32Array
  leg: Int32Array
  grams: Int32Array
  /** Rows below this were used at some time. */
  used: number
  free: number[]
  /** Row of each shipment's latest movement, by open addressing; -1 is empty. */
  table: Int32Array
}

export function createMovements(capacity = 1024): Movements {
  return {
    data: new Float32Array(capacity * ROW_FLOATS).fill(-NEVER),
    keyA: new Int32Array(capacity),
    keyB: new Int32Array(capacity),
    candidate: new Int32Array(capacity),
    leg: new Int32Array(capacity),
    grams: new Int32Array(capacity),
    used: 0,
    free: [],
    table: new Int32Array(capacity * 4).fill(-1),
  }
}

export function clearMovements(movements: Movements): void {
  movements.data.fill(-NEVER)
  movements.used = 0
  movements.free.length = 0
  movements.table.fill(-1)
}

/** Where the shipment is, or belongs, in the table. */
function bucketOf(movements: Movements, keyA: number, keyB: number): number {
  const mask = movements.table.length - 1
  let bucket = (Math.imul(keyA, 0x9e3779b1) ^ Math.imul(keyB, 0x85ebca6b)) & mask
  for (;;) {
    const row = movements.table[bucket]
    if (row < 0 || (movements.keyA[row] === keyA && movements.keyB[row] === keyB)) return bucket
    bucket = (bucket + 1) & mask
  }
}

/**
 * Rebuilds the table after rows were freed or moved to longer columns; the later movement of a shipment wins.
 */
function rebuildTable(movements: Movements): void {
  const { data, keyA, keyB, table } = movements
  table.fill(-1)
  for (let row = 0; row < movements.used; row++) {
    const at = row * ROW_FLOATS
    if (data[at + END_AT] === -NEVER) continue
    const bucket = bucketOf(movements, keyA[row], keyB[row])
    const other = table[bucket]
    if (other < 0 || data[other * ROW_FLOATS + DEPART_AT] <= data[at + DEPART_AT]) table[bucket] = row
  }
}

function grow(movements: Movements): void {
  const capacity = movements.keyA.length * 2
  const larger = createMovements(capacity)
  larger.data.set(movements.data)
  larger.keyA.set(movements.keyA)
  larger.keyB.set(movements.keyB)
  larger.candidate.set(movements.candidate)
  larger.leg.set(movements.leg)
  larger.grams.set(movements.grams)
  const { data, keyA, keyB, candidate, leg, grams, table } = larger
  Object.assign(movements, { data, keyA, keyB, candidate, leg, grams, table })
  rebuildTable(movements)
}

/** Whether a filter lets a shipment of this candidate be seen on this leg. */
export function isOnShow(filter: MapFilter | undefined, candidate: number, leg: number): boolean {
  return filter === undefined || (filter.candidates[candidate] === 1 && filter.legs[leg] === 1)
}

/** One leg of one shipment. */
interface Movement {
  readonly shipment: ShipmentKey
  readonly leg: number
  readonly waitFrom: number
  readonly departAt: number
  readonly arriveAt: number
  readonly candidate: number
  readonly organisation: number
  readonly grams: number
}

/**
 * Adds one movement along its leg's curve. The same shipment's movement before it ends where this one begins
 * to wait.
 */
export function addMovement(
  movements: Movements,
  curves: Float64Array,
  filter: MapFilter | undefined,
  movement: Movement,
): void {
  const { leg, waitFrom, departAt, arriveAt, candidate, organisation } = movement
  const { a: keyA, b: keyB } = movement.shipment
  const spare = movements.free.pop()
  if (spare === undefined && movements.used === movements.keyA.length) grow(movements)
  const row = spare ?? movements.used++
  const bucket = bucketOf(movements, keyA, keyB)
  const before = movements.table[bucket]
  const { data } = movements
  const at = row * ROW_FLOATS
  let from = waitFrom
  if (before >= 0) {
    from = Math.min(departAt, data[before * ROW_FLOATS + ARRIVE_AT])
    data[before * ROW_FLOATS + END_AT] = from
  }
  for (let i = 0; i < CURVE_STRIDE; i++) data[at + i] = curves[leg * CURVE_STRIDE + i]
  data[at + WAIT_FROM] = from
  data[at + DEPART_AT] = departAt
  data[at + ARRIVE_AT] = arriveAt
  data[at + END_AT] = arriveAt + LINGER_HOURS
  data[at + ORGANISATION] = isOnShow(filter, candidate, leg) ? organisation : -1 - organisation
  data[at + SEED] = (Math.imul(keyA ^ (keyB << 7), 0x2c1b3c6d) >>> 8) / 0x1000000
  movements.keyA[row] = keyA
  movements.keyB[row] = keyB
  movements.candidate[row] = candidate
  movements.leg[row] = leg
  movements.grams[row] = movement.grams
  movements.table[bucket] = row
}

/** Hides the shipment from `hour` on, as it was seized or delivered. Returns its last leg, or -1. */
export function endMovement(movements: Movements, hour: number, { a, b }: ShipmentKey): number {
  const row = movements.table[bucketOf(movements, a, b)]
  if (row < 0) return -1
  movements.data[row * ROW_FLOATS + END_AT] = hour
  return movements.leg[row]
}

/** Shows and hides the shipments that are there by another filter. */
export function filterMovements(movements: Movements, filter: MapFilter | undefined): void {
  const { data, candidate, leg } = movements
  for (let row = 0; row < movements.used; row++) {
    const at = row * ROW_FLOATS + ORGANISATION
    const value = data[at]
    if (value === -NEVER) continue
    const organisation = value < 0 ? -1 - value : value
    data[at] = isOnShow(filter, candidate[row], leg[row]) ? organisation : -1 - organisation
  }
}

/** Row of a shipment's movement at `hour`, also where it is hidden, or -1. */
export function rowAt(movements: Movements, { a, b }: ShipmentKey, hour: number): number {
  const { data, keyA, keyB } = movements
  for (let row = 0; row < movements.used; row++) {
    if (keyA[row] !== a || keyB[row] !== b) continue
    const at = row * ROW_FLOATS
    if (data[at + WAIT_FROM] <= hour && hour < data[at + END_AT]) return row
  }
  return -1
}

/** Whether the row's shipment is seen at `hour`. */
export function isSeen({ data }: Movements, row: number, hour: number): boolean {
  const at = row * ROW_FLOATS
  if (data[at + ORGANISATION] < 0) return false
  return data[at + WAIT_FROM] <= hour && hour < data[at + END_AT]
}

/** Frees the rows that ended before `hour`; returns how many. */
export function dropEnded(movements: Movements, hour: number): number {
  const { data } = movements
  let dropped = 0
  for (let row = 0; row < movements.used; row++) {
    const at = row * ROW_FLOATS
    const end = data[at + END_AT]
    if (end === -NEVER || end > hour) continue
    data.fill(-NEVER, at, at + ROW_FLOATS)
    movements.free.push(row)
    dropped++
  }
  if (dropped > 0) rebuildTable(movements)
  return dropped
}

/** How many shipments are seen at `hour`. */
export function countAt(movements: Movements, hour: number): number {
  let count = 0
  for (let row = 0; row < movements.used; row++) if (isSeen(movements, row, hour)) count++
  return count
}
