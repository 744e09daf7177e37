/** Daily series of a run: what each day dispatched, delivered and seized, and what was there at its end. */
import { CENTS_PER_USD, GRAMS_PER_KG, isoDateOf, type ModelSpec, type World } from '../engine'
import { sumOf, sumsBy } from './columns'
import { listedRoutes, routeRows } from './measures/entities'

interface SeriesTotal {
  /** Whole grams or cents so far. */
  readonly wholes: (world: World) => number
  readonly perUnit: number
  /** Whether the column holds the amount at the end of the day instead of what the day has added. */
  readonly isStock: boolean
}

const added = (perUnit: number, wholes: SeriesTotal['wholes']) => ({ wholes, perUnit, isStock: false })
const held = (perUnit: number, wholes: SeriesTotal['wholes']) => ({ wholes, perUnit, isStock: true })

/** The columns that every series has, in their order. */
const SERIES_TOTALS: Readonly<Record<string, SeriesTotal>> = {
  dispatchedKg: added(GRAMS_PER_KG, ({ counters }) => sumOf(counters.dispatchedGrams)),
  deliveredKg: added(GRAMS_PER_KG, ({ counters }) => sumOf(counters.deliveredGrams)),
  seizedKg: added(GRAMS_PER_KG, ({ counters }) => sumOf(counters.seizedGrams)),
  inTransitKg: held(GRAMS_PER_KG, ({ fleet }) => fleet.grams),
  stockKg: held(GRAMS_PER_KG, ({ stockGrams }) => sumOf(stockGrams)),
  bribesUsd: added(CENTS_PER_USD, ({ counters }) => sumOf(counters.bribeCents)),
}

/** Columns of a spec's daily series: totals, then `dispatchedKg:ROUTE` per route. */
export function seriesColumns(spec: ModelSpec): string[] {
  return [...Object.keys(SERIES_TOTALS), ...listedRoutes(spec).map((route) => `dispatchedKg:${route}`)]
}

/** Rows of one run, one per day. */
export interface DailySeries {
  readonly columns: number
  /** `[day * columns + column]`. */
  readonly values: Float64Array
}

/** Records the days of one world. */
export interface SeriesRecorder {
  /** Records the day that the world has just finished; call it once after each step. */
  record(world: World): void
  finished(): DailySeries
}

/** Records at most `days` days. What a day adds is a difference of whole grams or cents: no rounding. */
export function createSeriesRecorder(spec: ModelSpec, days: number): SeriesRecorder {
  const totals = Object.values(SERIES_TOTALS)
  const [rowOf, routes] = [routeRows(spec), listedRoutes(spec).length]
  const columns = totals.length + routes
  const values = new Float64Array(days * columns)
  let routeGrams: Float64Array = new Float64Array(routes)
  const before = totals.map(() => 0)
  let at = 0
  return {
    record(world) {
      for (const [i, { wholes, perUnit, isStock }] of totals.entries()) {
        const now = wholes(world)
        values[at++] = (now - (before[i] ?? 0)) / perUnit
        if (!isStock) before[i] = now
      }
      const grams = sumsBy(world.counters.dispatchedGrams, rowOf, routes)
      for (const [i, now] of grams.entries()) values[at++] = (now - (routeGrams[i] ?? 0)) / GRAMS_PER_KG
      routeGrams = grams
    },
    finished: () => ({ columns, values: values.slice(0, at) }),
  }
}

/** Calendar date of a day of the run. */
export function dateOfDay(spec: ModelSpec, day: number): string {
  return isoDateOf(spec.startEpochDay + day)
}
