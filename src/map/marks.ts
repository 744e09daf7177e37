/** Marks: short signs that a shipment was seized at a checkpoint or delivered at a market; they fade in model time. */

/** Floats per row. */
export const MARK_FLOATS = 6
export const MARK_X = 0
export const MARK_Y = 1
const MARK_HOUR = 2
/** Hours until it has faded. */
const MARK_LIFE = 3
/** 0 seized, 1 delivered. */
export const MARK_KIND = 4
/** Relative size, about 1. */
export const MARK_SIZE = 5

export const SEIZED_MARK = 0
export const DELIVERED_MARK = 1
const LIFE_HOURS = [36, 12] as const
const CAPACITY = 2048
const LONG_AGO = -1e9

export interface Marks {
  readonly data: Float32Array
  /** Row that is written next: the oldest mark gives way. */
  next: number
}

export function createMarks(): Marks {
  return { data: new Float32Array(CAPACITY * MARK_FLOATS).fill(LONG_AGO), next: 0 }
}

export function clearMarks(marks: Marks): void {
  marks.data.fill(LONG_AGO)
  marks.next = 0
}

export function addMark(
  marks: Marks,
  x: number,
  y: number,
  hour: number,
  kind: typeof SEIZED_MARK | typeof DELIVERED_MARK,
  grams: number,
): void {
  const at = marks.next * MARK_FLOATS
  marks.next = (marks.next + 1) % CAPACITY
  marks.data[at + MARK_X] = x
  marks.data[at + MARK_Y] = y
  marks.data[at + MARK_HOUR] = hour
  marks.data[at + MARK_LIFE] = LIFE_HOURS[kind]
  marks.data[at + MARK_KIND] = kind
  marks.data[at + MARK_SIZE] = Math.min(1.6, 0.7 + 0.12 * Math.log10(Math.max(1, grams / 100)))
}

/** Age of row `row` at `hour` as a share of its life, or -1 where it is not seen. */
export function markAge(marks: Marks, row: number, hour: number): number {
  const at = row * MARK_FLOATS
  const age = (hour - (marks.data[at + MARK_HOUR] ?? 0)) / (marks.data[at + MARK_LIFE] ?? 1)
  return age >= 0 && age < 1 && (marks.data[at + MARK_HOUR] ?? LONG_AGO) > LONG_AGO ? age : -1
}

/** How many marks are seen at `hour`. */
export function marksAt(marks: Marks, hour: number): number {
  let count = 0
  for (let row = 0; row < CAPACITY; row++) if (markAge(marks, row, hour) >= 0) count++
  return count
}
