/** Statistics for tests: how far a sample may lie from what theory says. Seeds are fixed, so a verdict never changes by chance. */
import { expect } from 'vitest'

/** Standard errors that a sample may be off. */
const SIGMAS = 4

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0
  return sum / values.length
}

/** Sample standard deviation. */
export function sdOf(values: ArrayLike<number>): number {
  const mean = meanOf(values)
  let squares = 0
  for (let i = 0; i < values.length; i++) squares += ((values[i] ?? 0) - mean) ** 2
  return Math.sqrt(squares / (values.length - 1))
}

/** Fails unless `value` is within `tolerance` of `expected`. */
export function expectWithin(value: number, expected: number, tolerance: number, what = 'value'): void {
  const off = Math.abs(value - expected)
  const told = `${what}: ${value} should be within ${tolerance} of ${expected}`
  expect(off <= tolerance && !Number.isNaN(off), told).toBe(true)
}

/** How far the share of successes in `trials` independent trials with probability `share` may be off. */
export function shareTolerance(share: number, trials: number): number {
  return SIGMAS * Math.sqrt((share * (1 - share)) / trials)
}

/** Fails unless `part / whole` is a plausible share of `whole` independent trials with probability `share`. */
export function expectShare(part: number, whole: number, share: number, what = 'share'): void {
  expect(whole, `${what}: trials`).toBeGreaterThan(0)
  expectWithin(part / whole, share, shareTolerance(share, whole), what)
}

/** How far the mean of independent values may be off its expectation. */
export function meanTolerance(values: ArrayLike<number>): number {
  return (SIGMAS * sdOf(values)) / Math.sqrt(values.length)
}

/** How far the mean of so many values of a known standard deviation may be off, the deviation of the sample included. */
export function knownTolerance(sd: number, count: number): number {
  return (SIGMAS * sd * (1 + SIGMAS / Math.sqrt(2 * (count - 1)))) / Math.sqrt(count)
}

/**
 * Fails unless the mean of independent values is plausible for this expectation, within four of the sample's own standard errors.
 * These may not exceed `resolution`, so that a noisier model fails instead of passing more easily.
 */
export function expectMean(
  values: ArrayLike<number>,
  expected: number,
  resolution: number,
  what = 'mean',
): void {
  const tolerance = meanTolerance(values)
  expect(tolerance, `${what}: four standard errors`).toBeLessThanOrEqual(resolution)
  expectWithin(meanOf(values), expected, tolerance, what)
}

/** How far the standard deviation of so many independent, nearly normal values may be off. */
export function sdTolerance(expected: number, count: number): number {
  return (SIGMAS * expected) / Math.sqrt(2 * (count - 1))
}

/** Fails unless the sample's standard deviation is plausible, the values being independent and near normal. */
export function expectSd(values: ArrayLike<number>, expected: number, what = 'standard deviation'): void {
  expectWithin(sdOf(values), expected, sdTolerance(expected, values.length), what)
}

/** Fails unless a count is plausible for a Poisson (or rare binomial) count of this mean. */
export function expectCount(count: number, expected: number, what = 'count'): void {
  expectWithin(count, expected, SIGMAS * Math.sqrt(expected), what)
}

/** Pearson's correlation of two equally long samples. */
export function correlationOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] ?? 0) - meanA, (b[i] ?? 0) - meanB]
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return ab / Math.sqrt(aa * bb)
}

/** Fails when two samples of independent values are correlated. */
export function expectUncorrelated(a: ArrayLike<number>, b: ArrayLike<number>, what: string): void {
  expectWithin(correlationOf(a, b), 0, SIGMAS / Math.sqrt(a.length), `correlation, ${what}`)
}

/** Fails when counts deviate from their expectations by more, or by less, than chance explains (chi-square, Wilson-Hilferty). */
export function expectFit(counts: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  let statistic = 0
  for (let i = 0; i < counts.length; i++)
    statistic += ((counts[i] ?? 0) - (expected[i] ?? 0)) ** 2 / (expected[i] ?? 0)
  const degrees = counts.length - 1
  const z = (Math.cbrt(statistic / degrees) - (1 - 2 / (9 * degrees))) / Math.sqrt(2 / (9 * degrees))
  expectWithin(z, 0, SIGMAS, `chi-square of ${what} as a normal deviate`)
}
