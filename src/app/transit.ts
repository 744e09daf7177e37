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
const BIN_HOURS = [1, 2, 3, 6, 12, 24, 48, 72, 120, 240, 480, 720, 1440, 2880]

/** All deliveries up to the end of `day`; without any, no bins and means that are not numbers. */
export function transitHistogram(arrivals: readonly Arrivals[], day: number): Histogram {
  const hours = arrivals.slice(0, day + 1).flatMap((of) => [...of.hours].filter((value) => value >= 0))
  hours.sort((a, b) => a - b)
  const longest = hours.at(-1) ?? -1
  const widest = BIN_HOURS.at(-1) as number
  const bin = BIN_HOURS.find((width) => longest < width * MOST_BINS) ?? widest
  const counts = new Array<number>(Math.floor(longest / bin) + 1).fill(0)
  let sum = 0
  for (const value of hours) {
    const at = Math.floor(value / bin)
    counts[at] = (counts[at] ?? 0) + 1
    sum += value
  }
  const count = hours.length
  const middle = [hours[Math.floor((count - 1) / 2)], hours[Math.floor(count / 2)]]
  return {
    binDays: bin / 24,
    counts,
    count,
    meanDays: sum / count / 24,
    medianDays: ((middle[0] ?? Number.NaN) + (middle[1] ?? Number.NaN)) / 48,
  }
}
