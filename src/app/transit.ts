/** Transit: how long the delivered shipments were under way, as a histogram. */
import type { Arrivals } from './journeys'

export interface Histogram {
  /** Width of each bin in days; bin i reaches from `i * binDays` to below `(i + 1) * binDays`. */
  readonly binDays: number
  readonly counts: readonly number[]
  /** Deliveries whose start is known. */
  readonly count: number
  readonly meanDays: number
  readonly medianDays: number
}

const MOST_BINS = 32
const BIN_HOURS = [1, 2, 3, 6, 12, 24, 48, 72, 120, 240, 480, 720, 1440]
const WIDEST_HOURS = 2880

/** All deliveries up to the end of `day`; without any, no bins and means that are not numbers. */
export function transitHistogram(arrivals: readonly Arrivals[], day: number): Histogram {
  const byHour: number[] = []
  let count = 0
  let sum = 0
  for (const { hours } of arrivals.slice(0, day + 1)) {
    for (const value of hours) {
      if (value < 0) continue
      byHour[value] = (byHour[value] ?? 0) + 1
      count++
      sum += value
    }
  }
  const bin = BIN_HOURS.find((width) => byHour.length <= width * MOST_BINS) ?? WIDEST_HOURS
  const counts = new Array<number>(Math.ceil(byHour.length / bin)).fill(0)
  byHour.forEach((deliveries, hour) => {
    const at = Math.floor(hour / bin)
    counts[at] = (counts[at] ?? 0) + deliveries
  })
  const middle = (hourAt(byHour, (count - 1) >> 1) + hourAt(byHour, count >> 1)) / 2
  const median = count === 0 ? Number.NaN : middle
  return { binDays: bin / 24, counts, count, meanDays: sum / count / 24, medianDays: median / 24 }
}

/** Hours of the delivery with this many shorter ones before it. */
function hourAt(byHour: readonly number[], rank: number): number {
  let before = 0
  return byHour.findIndex((deliveries) => {
    before += deliveries ?? 0
    return before > rank
  })
}
