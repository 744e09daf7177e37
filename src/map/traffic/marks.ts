/**
 * Marks: short signs that a shipment was seized at a checkpoint or delivered at a market; they fade in model
 * time.
 */

import type { MapFilter, ShipmentPick } from '../types'
import { isOnShow } from './movements'

/** Floats per row. */
export const MARK_FLOATS = 6
export const MARK_X = 0
export const MARK_Y = 1
export const MARK_HOUR = 2
/** Hours until it has faded. */
const MARK_LIFE = 3
/** 0 seized, 1 delivered. */
export const MARK_KIND = 4
/** Relative size, about 1; negative where a filter hides the mark. */
export const MARK_SIZE = 5

export const SEIZED_MARK = 0
export const DELIVERED_MARK = 1
const LIFE_HOURS = [36, 12] as const
const CAPACITY = 2048
const LONG_AGO = -1e9

export interface Marks {
  readonly data: Float32Array
  readonly candidate: Int32Array
  /** Leg by which the shipment came, or -1. */
  readonly leg: Int32Array
  readonly keyA: Int32Array
  readonly keyB: Int32Array
  /** Row that is written next: the oldest mark gives way. */
  next: number
}

export function createMarks(): Marks {
  return {
    data: new Float32Array(CAPACITY * MARK_FLOATS).fill(LONG_AGO),
    candidate: new Int32Array(CAPACITY),
    leg: new Int32Array(CAPACITY),
    keyA: new Int32Array(CAPACITY),
    keyB: new Int32Array(CAPACITY),
    next: 0,
  }
}

export function clearMarks(marks: Marks): void {
  marks.data.fill(LONG_AGO)
  marks.next = 0
}

/** The shipment whose end a mark shows. */
interface Ended extends ShipmentPick {
  readonly candidate: number
  readonly leg: number
  readonly grams: number
}

const isMarkOnShow = (filter: MapFilter | undefined, candidate: number, leg: number): boolean =>
  leg < 0 ? filter === undefined || filter.candidates[candidate] === 1 : isOnShow(filter, candidate, leg)

export function addMark(
  marks: Marks,
  x: number,
  y: number,
  kind: typeof SEIZED_MARK | typeof DELIVERED_MARK,
  filter: MapFilter | undefined,
  ended: Ended,
): void {
  const { hour, grams, candidate, leg } = ended
  const row = marks.next
  const at = row * MARK_FLOATS
  marks.next = (row + 1) % CAPACITY
  marks.candidate[row] = candidate
  marks.leg[row] = leg
  marks.keyA[row] = ended.shipment.a
  marks.keyB[row] = ended.shipment.b
  marks.data[at + MARK_X] = x
  marks.data[at + MARK_Y] = y
  marks.data[at + MARK_HOUR] = hour
  marks.data[at + MARK_LIFE] = LIFE_HOURS[kind]
  marks.data[at + MARK_KIND] = kind
  const size = Math.min(1.6, 0.7 + 0.12 * Math.log10(Math.max(1, grams / 100)))
  marks.data[at + MARK_SIZE] = isMarkOnShow(filter, candidate, leg) ? size : -size
}

/** Shows and hides the marks that are there by another filter. */
export function filterMarks(marks: Marks, filter: MapFilter | undefined): void {
  for (let row = 0; row < CAPACITY; row++) {
    const at = row * MARK_FLOATS
    if (marks.data[at + MARK_HOUR] <= LONG_AGO) continue
    const size = Math.abs(marks.data[at + MARK_SIZE])
    marks.data[at + MARK_SIZE] = isMarkOnShow(filter, marks.candidate[row], marks.leg[row]) ? size : -size
  }
}

/** Age of row `row` at `hour` as a share of its life, or -1 where it is not seen. */
export function markAge(marks: Marks, row: number, hour: number): number {
  const at = row * MARK_FLOATS
  const age = (hour - marks.data[at + MARK_HOUR]) / marks.data[at + MARK_LIFE]
  const isThere = marks.data[at + MARK_HOUR] > LONG_AGO && marks.data[at + MARK_SIZE] > 0
  return isThere && age >= 0 && age < 1 ? age : -1
}

/** How many marks are seen at `hour`. */
export function marksAt(marks: Marks, hour: number): number {
  let count = 0
  for (let row = 0; row < CAPACITY; row++) if (markAge(marks, row, hour) >= 0) count++
  return count
}
