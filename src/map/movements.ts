/**
 * Movements: what every shipment does and when, as one interleaved buffer that the graphics card reads. A row is one leg of
 * one shipment; rows are reused, and a frame touches none of them.
 */
import { CURVE_STRIDE } from './curves'

/** Floats per row: the leg's curve (6), then the columns below. Hours count from the start of the run. */
export const ROW_FLOATS = 12
/** From when it is seen waiting at the first node. */
export const WAIT_FROM = 6
export const DEPART_AT = 7
export const ARRIVE_AT = 8
/** From when it is no longer seen; until then it waits at the last node. */
export const END_AT = 9
export const ORGANISATION = 10
/** A number in [0, 1) that tells shipments side by side apart. */
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
    const row = movements.table[bucket] ?? -1
    if (row < 0 || (movements.keyA[row] === keyA && movements.keyB[row] === keyB)) return bucket
    bucket = (bucket + 1) & mask
  }
}

/** The table anew, after rows were freed or moved to longer columns; the later movement of a shipment wins. */
function rebuildTable(movements: Movements): void {
  const { data, keyA, keyB, table } = movements
  table.fill(-1)
  for (let row = 0; row < movements.used; row++) {
    const at = row * ROW_FLOATS
    if (data[at + END_AT] === -NEVER) continue
    const bucket = bucketOf(movements, keyA[row] ?? 0, keyB[row] ?? 0)
    const other = table[bucket] ?? -1
    if (other < 0 || (data[other * ROW_FLOATS + DEPART_AT] ?? 0) <= (data[at + DEPART_AT] ?? 0))
      table[bucket] = row
  }
}

function grow(movements: Movements): void {
  const capacity = movements.keyA.length * 2
  const larger = createMovements(capacity)
  larger.data.set(movements.data)
  larger.keyA.set(movements.keyA)
  larger.keyB.set(movements.keyB)
  movements.data = larger.data
  movements.keyA = larger.keyA
  movements.keyB = larger.keyB
  movements.table = larger.table
  rebuildTable(movements)
}

/** Adds one movement along curve `leg`. The same shipment's movement before it ends where this one begins to wait. */
export function addMovement(
  movements: Movements,
  curves: Float64Array,
  leg: number,
  waitFrom: number,
  departAt: number,
  arriveAt: number,
  organisation: number,
  keyA: number,
  keyB: number,
): void {
  const spare = movements.free.pop()
  if (spare === undefined && movements.used === movements.keyA.length) grow(movements)
  const row = spare ?? movements.used++
  const bucket = bucketOf(movements, keyA, keyB)
  const before = movements.table[bucket] ?? -1
  const { data } = movements
  const at = row * ROW_FLOATS
  let from = waitFrom
  if (before >= 0) {
    from = Math.min(departAt, data[before * ROW_FLOATS + ARRIVE_AT] ?? departAt)
    data[before * ROW_FLOATS + END_AT] = from
  }
  for (let i = 0; i < CURVE_STRIDE; i++) data[at + i] = curves[leg * CURVE_STRIDE + i] ?? 0
  data[at + WAIT_FROM] = from
  data[at + DEPART_AT] = departAt
  data[at + ARRIVE_AT] = arriveAt
  data[at + END_AT] = arriveAt + LINGER_HOURS
  data[at + ORGANISATION] = organisation
  data[at + SEED] = (Math.imul(keyA ^ (keyB << 7), 0x2c1b3c6d) >>> 8) / 0x1000000
  movements.keyA[row] = keyA
  movements.keyB[row] = keyB
  movements.table[bucket] = row
}

/** The shipment is seen no longer from `hour` on: it was seized or delivered. */
export function endMovement(movements: Movements, hour: number, keyA: number, keyB: number): void {
  const row = movements.table[bucketOf(movements, keyA, keyB)] ?? -1
  if (row >= 0) movements.data[row * ROW_FLOATS + END_AT] = hour
}

/** Frees the rows that ended before `hour`; answers how many. */
export function dropEnded(movements: Movements, hour: number): number {
  const { data } = movements
  let dropped = 0
  for (let row = 0; row < movements.used; row++) {
    const at = row * ROW_FLOATS
    const end = data[at + END_AT] ?? 0
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
  for (let row = 0; row < movements.used; row++) {
    const at = row * ROW_FLOATS
    if ((movements.data[at + WAIT_FROM] ?? 0) <= hour && hour < (movements.data[at + END_AT] ?? 0)) count++
  }
  return count
}
