/** Transit: how long the delivered shipments were under way, as a histogram. */
import type { Arrivals } from './journeys'

export interface Histogram {
  /** Width of each bin in days; bin i reaches from `i * binDays` to below `(i + 1) * binDays`. */
  readonly binDays: number
  readonly counts: readonly number[]
  /** Deliveries that took longer than all bins. */
  readonly longer: number
  /** Deliveries whose start is known. */
  readonly count: number
  readonly meanDays: number
  readonly medianDays: number
}

const MOST_BINS = 32
/** The bins reach to what this share of the deliveries took at most. */
const SHOWN_SHARE = 0.99
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
  const end = count === 0 ? 0 : hourAt(byHour, Math.ceil(count * SHOWN_SHARE) - 1) + 1
  const bin = BIN_HOURS.find((width) => end <= width * MOST_BINS) ?? WIDEST_HOURS
  const counts = new Array<number>(Math.ceil(end / bin)).fill(0)
  let longer = 0
  byHour.forEach((deliveries, hour) => {
    const at = Math.floor(hour / bin)
    if (at < counts.length) counts[at] = (counts[at] ?? 0) + deliveries
    else longer += deliveries
  })
  const middle = (hourAt(byHour, (count - 1) >> 1) + hourAt(byHour, count >> 1)) / 2
  const median = count === 0 ? Number.NaN : middle
  return { binDays: bin / 24, counts, longer, count, meanDays: sum / count / 24, medianDays: median / 24 }
}

/** Hours of the delivery with this many shorter ones before it. */
function hourAt(byHour: readonly number[], rank: number): number {
  let before = 0
  return byHour.findIndex((deliveries) => {
    before += deliveries ?? 0
    return before > rank
  })
}
