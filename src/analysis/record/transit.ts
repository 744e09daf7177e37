/** Transit: how long the delivered shipments were under way, as a histogram. */
import type { Arrivals } from './journeys'

export interface Histogram {
  /** Width of each bin in days; bin i reaches from `fromDays + i * binDays` to below the next one. */
  readonly binDays: number
  readonly fromDays: number
  readonly counts: readonly number[]
  /** Deliveries that took longer than the last bin reaches: at most one of 200. */
  readonly beyond: number
  /** Deliveries whose start is known. */
  readonly count: number
  readonly meanDays: number
  readonly medianDays: number
}

const MAX_BINS = 36
/** Share of the deliveries that the bins hold: all but the slowest. */
const HELD_SHARE = 0.995
const BIN_HOURS = [1, 2, 3, 6, 12, 24, 48, 72, 120, 240, 480, 720, 1440]
const MAX_BIN_HOURS = 2880

/** Deliveries up to the end of `day`. Without any there are no bins, and mean and median are NaN. */
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
  const { bin, first, length } = binsOver(byHour, count)
  const counts = new Array<number>(length).fill(0)
  let beyond = 0
  byHour.forEach((deliveries, hour) => {
    const at = Math.floor(hour / bin) - first
    if (at < length) counts[at] = (counts[at] ?? 0) + deliveries
    else beyond += deliveries
  })
  const middle = (hourAt(byHour, (count - 1) >> 1) + hourAt(byHour, count >> 1)) / 2
  const median = count === 0 ? Number.NaN : middle
  const [binDays, fromDays] = [bin / 24, (first * bin) / 24]
  return { binDays, fromDays, counts, beyond, count, meanDays: sum / count / 24, medianDays: median / 24 }
}

/** The narrowest bins of a round width that hold their share; `first` counts bins from hour 0. */
function binsOver(byHour: readonly number[], count: number): { bin: number; first: number; length: number } {
  const quickest = Math.max(0, hourAt(byHour, 0))
  const slowest = hourAt(byHour, Math.ceil(count * HELD_SHARE) - 1)
  const lengthOf = (width: number) => Math.floor(slowest / width) + 1 - Math.floor(quickest / width)
  const bin = BIN_HOURS.find((width) => lengthOf(width) <= MAX_BINS) ?? MAX_BIN_HOURS
  return { bin, first: Math.floor(quickest / bin), length: count === 0 ? 0 : lengthOf(bin) }
}

/** Hours of the delivery of this rank, the quickest being 0. */
function hourAt(byHour: readonly number[], rank: number): number {
  let before = 0
  return byHour.findIndex((deliveries) => {
    before += deliveries ?? 0
    return before > rank
  })
}
