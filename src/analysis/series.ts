/** Daily series of one run: what was dispatched, delivered and seized on each day, and what was under way at its end. */
import { isoDateOf, type ModelSpec, type World } from '../engine'
import { listedRoutes, routeRows } from './layout'

export const SERIES_TOTALS = [
  'dispatchedKg',
  'deliveredKg',
  'seizedKg',
  'inTransitKg',
  'stockKg',
  'bribesUsd',
] as const

/** Columns of a spec's daily series: totals, then `dispatchedKg:ROUTE` per route. */
export function seriesColumns(spec: ModelSpec): string[] {
  return [...SERIES_TOTALS, ...listedRoutes(spec).map((route) => `dispatchedKg:${route}`)]
}

/** Rows of one run, one per day. */
export interface DailySeries {
  readonly columns: number
  /** `[day * columns + column]`. */
  readonly values: Float64Array
}

const GRAMS_PER_KG = 1000
const CENTS_PER_USD = 100
const BRIBES = SERIES_TOTALS.indexOf('bribesUsd')

/** Writes down a world's days, one call after each step. Differences of days are taken in whole grams and cents. */
export class SeriesRecorder {
  private readonly columns: number
  private readonly values: Float64Array
  private readonly before: Float64Array
  private readonly now: Float64Array
  private readonly rows: Int32Array
  private day = 0

  constructor(spec: ModelSpec, days: number) {
    this.columns = seriesColumns(spec).length
    this.rows = routeRows(spec)
    this.values = new Float64Array(days * this.columns)
    this.before = new Float64Array(this.columns)
    this.now = new Float64Array(this.columns)
  }

  record(world: World): void {
    const { now, before, values, columns } = this
    const { counters, spec } = world
    now.fill(0)
    for (const [c, route] of spec.candidates.route.entries()) {
      const dispatched = counters.dispatchedGrams[c] as number
      now[0] = (now[0] as number) + dispatched
      now[1] = (now[1] as number) + (counters.deliveredGrams[c] as number)
      now[2] = (now[2] as number) + (counters.seizedGrams[c] as number)
      now[BRIBES] = (now[BRIBES] as number) + (counters.bribeCents[c] as number)
      const column = SERIES_TOTALS.length + (this.rows[route] as number)
      now[column] = (now[column] as number) + dispatched
    }
    const row = this.day * columns
    for (let i = 0; i < columns; i++) {
      const whole = (now[i] as number) - (before[i] as number)
      values[row + i] = whole / (i === BRIBES ? CENTS_PER_USD : GRAMS_PER_KG)
    }
    before.set(now)
    let stock = 0
    for (const grams of world.stockGrams) stock += grams
    values[row + 3] = world.fleet.grams / GRAMS_PER_KG
    values[row + 4] = stock / GRAMS_PER_KG
    this.day++
  }

  finished(): DailySeries {
    return { columns: this.columns, values: this.values.slice(0, this.day * this.columns) }
  }
}

/** Calendar date of a day of the run. */
export function dateOfDay(spec: ModelSpec, day: number): string {
  return isoDateOf(spec.startEpochDay + day)
}
