/** Record: what the page keeps of each simulated day, for charts, timeline and monthly flows. */
import type { ModelSpec } from '../../engine'
import { sumOf } from '../columns'
import { byRoute } from '../totals'
import type { DayFrame } from './dayFrame'
import { type Arrivals, createJourneys } from './journeys'
import { createLastSeizures, type LastSeizures } from './lastSeizures'
import { createLegFlows, type FlowFilter } from './legFlows'

/** Days over which flows and shares are averaged. */
export const WINDOW_DAYS = 30
/** Days before and after the latest one whose single shipments are kept. */
const KEPT_DAYS = 3 * WINDOW_DAYS

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
  readonly lastSeizures: LastSeizures
  add(frame: DayFrame): void
  /** Forgets all days after this one. */
  truncate(day: number): void
  /** Grams per month that entered each directed leg, averaged over the window that ends with `day`. */
  flowsAt(day: number, filter?: FlowFilter): Float64Array
  /** Grams of each candidate that entered these directed legs within the window that ends with `day`. */
  gramsOver(legs: readonly number[], day: number): Float64Array
}

export function createRecord(spec: ModelSpec): RunRecord {
  const deliveredGrams: number[] = []
  const seizedGrams: number[] = []
  const inTransitGrams: number[] = []
  const routeGrams: Float64Array[] = []
  const journeys = createJourneys()
  const legFlows = createLegFlows(spec, KEPT_DAYS)
  const lastSeizures = createLastSeizures(KEPT_DAYS)

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
    lastSeizures,
    add(frame) {
      const { day, counters, events, inTransitGrams: underWay } = frame
      legFlows.add(frame)
      lastSeizures.add(frame)
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
      legFlows.truncate(day)
      lastSeizures.truncate(day)
    },
    flowsAt: (day, filter) => legFlows.flowsAt(day, WINDOW_DAYS, filter),
    gramsOver: (legs, day) => legFlows.gramsOver(legs, day, WINDOW_DAYS),
  }
}
