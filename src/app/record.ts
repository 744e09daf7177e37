/** Record: what the page keeps of each simulated day, for charts, timeline and monthly flows. */
import type { ModelSpec } from '../engine'
import type { DayFrame } from '../workers'
import { type Arrivals, createJourneys } from './journeys'

/** Days over which flows and shares are averaged. */
export const WINDOW_DAYS = 30

/** Totals at the end of each day, index = completed days; grams. Day 0 is the start. */
export interface RunRecord {
  readonly spec: ModelSpec
  /** Days known, without gaps from day 0. */
  readonly days: number
  readonly deliveredGrams: readonly number[]
  readonly seizedGrams: readonly number[]
  /** Grams under way at the end of each day. */
  readonly inTransitGrams: readonly number[]
  /** What arrived on each day. */
  readonly arrivals: readonly Arrivals[]
  /** Per day: grams dispatched so far by route. */
  readonly routeGrams: readonly Float64Array[]
  add(frame: DayFrame): void
  /** Forgets all days after this one. */
  truncate(day: number): void
  /** Kilograms per month that entered each directed leg, averaged over the window that ends with `day`. */
  flowsAt(day: number): Float64Array
}

export function createRecord(spec: ModelSpec): RunRecord {
  const deliveredGrams: number[] = []
  const seizedGrams: number[] = []
  const inTransitGrams: number[] = []
  const routeGrams: Float64Array[] = []
  const journeys = createJourneys()
  /** Recent leg totals by day. */
  const legGrams = new Map<number, Float64Array>()

  return {
    spec,
    get days() {
      return Math.max(0, deliveredGrams.length - 1)
    },
    deliveredGrams,
    seizedGrams,
    inTransitGrams,
    arrivals: journeys.arrivals,
    routeGrams,
    add({ day, counters, events, inTransitGrams: underWay }) {
      legGrams.set(day, counters.legGrams)
      for (const old of legGrams.keys()) if (Math.abs(old - day) > 3 * WINDOW_DAYS) legGrams.delete(old)
      if (day > deliveredGrams.length) return
      deliveredGrams[day] = sumOf(counters.deliveredGrams)
      seizedGrams[day] = sumOf(counters.seizedGrams)
      inTransitGrams[day] = underWay
      journeys.add(day, events)
      routeGrams[day] = byRoute(spec, counters.dispatchedGrams)
    },
    truncate(day) {
      for (const column of [deliveredGrams, seizedGrams, inTransitGrams, routeGrams])
        column.length = Math.min(column.length, day + 1)
      journeys.truncate(day)
      for (const known of legGrams.keys()) if (known > day) legGrams.delete(known)
    },
    flowsAt(day) {
      const now = legGrams.get(day)
      let from = Math.max(0, day - WINDOW_DAYS)
      while (from < day && !legGrams.has(from)) from++
      const then = legGrams.get(from)
      const months = (day - from) / WINDOW_DAYS
      const flows = new Float64Array(spec.legs.ids.length)
      if (now === undefined || then === undefined || months === 0) return flows
      for (let leg = 0; leg < flows.length; leg++) {
        flows[leg] = ((now[leg] as number) - (then[leg] as number)) / 1000 / months
      }
      return flows
    },
  }
}

export function sumOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

function byRoute(spec: ModelSpec, perCandidate: Float64Array): Float64Array {
  const totals = new Float64Array(spec.routes.ids.length)
  for (const [candidate, grams] of perCandidate.entries()) {
    const route = spec.candidates.route[candidate] as number
    totals[route] = (totals[route] as number) + grams
  }
  return totals
}
