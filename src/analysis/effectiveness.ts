/** Cost-effectiveness: what a policy costs per kilogram kept from the market, relative to a baseline. */
import { columnsOf, type MeasuredRuns } from './paired'
import { type Summary, summarise, tQuantile95 } from './summary'

export interface KeptFromMarket {
  /** Current minus baseline, USD. */
  readonly costUsd: Summary
  /** Baseline minus current, kg. */
  readonly keptKg: Summary
  /** Whether any enforcement cost was booked on either side; without any, costs are unknown. */
  readonly isCostKnown: boolean
  /** Ratio of the two means, USD/kg; NaN where deliveries did not fall or no cost is known. */
  readonly usdPerKg: number
  /** 95 % interval of that ratio (Fieller); NaN where it is unbounded as the kilograms kept may be zero. */
  readonly ci95: readonly [lower: number, upper: number]
}

const UNKNOWN = [Number.NaN, Number.NaN] as const

/** Run `i` of both sides is the same replication. */
export function keptFromMarket(baseline: MeasuredRuns, current: MeasuredRuns): KeptFromMarket {
  const [baselineColumn, currentColumn] = [columnsOf(baseline), columnsOf(current)]
  const bothOf = (name: string) => [baselineColumn(name) ?? [], currentColumn(name) ?? []]
  const [costBefore, costAfter] = bothOf('total.enforcementUsd')
  const [before, after] = bothOf('total.deliveredKg')
  const costs = costAfter.map((value, pair) => value - costBefore[pair])
  const kept = before.map((value, pair) => value - after[pair])
  const [costUsd, keptKg] = [summarise(costs), summarise(kept)]
  const isCostKnown = [...costBefore, ...costAfter].some((value) => value !== 0)
  if (!(keptKg.mean > 0) || !isCostKnown)
    return { costUsd, keptKg, isCostKnown, usdPerKg: Number.NaN, ci95: UNKNOWN }
  return {
    costUsd,
    keptKg,
    isCostKnown,
    usdPerKg: costUsd.mean / keptKg.mean,
    ci95: ratioInterval(costs, kept),
  }
}

/**
 * 95 % interval of the ratio of the means of paired values a and b (Fieller 1954): all r for which the mean
 * of a - r b may be zero, between the roots of `(mb^2 - u_bb) r^2 - 2 (ma mb - u_ab) r + ma^2 - u_aa` with u
 * the squared t quantile times the (co)variances of the means. NaN below two pairs, and where b's mean may be
 * zero.
 */
export function ratioInterval(
  a: readonly number[],
  b: readonly number[],
): readonly [lower: number, upper: number] {
  const pairs = a.length
  if (pairs < 2) return UNKNOWN
  const [{ mean: meanA }, { mean: meanB }] = [summarise(a), summarise(b)]
  const t = tQuantile95(pairs - 1)
  const moment = (x: (i: number) => number, y: (i: number) => number) => {
    let sum = 0
    for (let i = 0; i < pairs; i++) sum += x(i) * y(i)
    return (t * t * sum) / (pairs - 1) / pairs
  }
  const [offA, offB] = [(i: number) => a[i] - meanA, (i: number) => b[i] - meanB]
  const square = meanB * meanB - moment(offB, offB)
  if (square <= 0) return UNKNOWN
  const half = meanA * meanB - moment(offA, offB)
  const rest = meanA * meanA - moment(offA, offA)
  // Rounding alone can make this negative while `square` is positive.
  const root = Math.sqrt(Math.max(0, half * half - square * rest))
  return [(half - root) / square, (half + root) / square]
}
