/**
 * Poisson counts by inversion of the distribution: the smallest count whose cumulative probability reaches
 * one drawn number, so that at the same address a larger mean never gives a smaller count. The work does not
 * grow with the mean.
 */
import { drawBlock, fineUnitOf } from './draw'
import { exp, ln, normalQuantile } from './math'

/** Below it probabilities are added up from 0; above it the distribution is integrated around a guess. */
const SMALL = 64

/**
 * A Poisson count with this mean (0 to 2^50) at the address (purpose, key, day). Its probabilities are exact
 * to 1e-13, and it is monotone in the mean, except for means that differ by less.
 */
export function poissonAt(
  words: Int32Array,
  key0: number,
  key1: number,
  purpose: number,
  key: number,
  day: number,
  mean: number,
): number {
  if (mean <= 0) return 0
  drawBlock(words, key0, key1, purpose, key, day, 0)
  const u = fineUnitOf(words[0], words[1])
  if (mean < SMALL) return smallCount(u, mean)
  return u <= 0.5 ? countBelow(u, mean) : countAbove(1 - u, mean)
}

function smallCount(u: number, mean: number): number {
  let count = 0
  let here = exp(-mean)
  let below = here
  // Where another step adds nothing, rounding has left the last bit of u out of reach.
  while (u > below && below + here > below) {
    count++
    here *= mean / count
    below += here
  }
  return count
}

/** The smallest count that has at least the probability u at or below it, for u up to 1/2. */
function countBelow(u: number, mean: number): number {
  let count = poissonGuess(u, mean)
  let here = probabilityAt(count, mean)
  let below = tailAt(count, mean, -1)
  while (u > below) {
    count++
    here *= mean / count
    below += here
  }
  while (u <= below - here) {
    below -= here
    here *= count / mean
    count--
  }
  return count
}

/** The smallest count that has at most the probability v, below 1/2, above it. */
function countAbove(v: number, mean: number): number {
  let count = poissonGuess(1 - v, mean)
  let here = probabilityAt(count, mean)
  let above = tailAt(count, mean, 1)
  while (above > v) {
    count++
    here *= mean / count
    above -= here
  }
  while (above + here <= v) {
    above += here
    here *= count / mean
    count--
  }
  return count
}

function probabilityAt(count: number, mean: number): number {
  return densityAt(count, mean - count) * scaleOf(count)
}

/** A count within 3 of the one that belongs to u, for means of at least 64 (Cornish and Fisher 1938). */
export function poissonGuess(u: number, mean: number): number {
  const z = normalQuantile(u)
  const sd = Math.sqrt(mean)
  const skewed = mean + sd * z + (z * z - 1) / 6 + (z - z * z * z) / (72 * sd)
  return Math.max(1, Math.floor(skewed))
}

/** Eight nodes and weights of Gauss and Legendre on (-1, 1), those above 0. */
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363]
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763]
/** Standard deviations that the integral takes in, in steps of one. */
const REACH = 16
const NEGLIGIBLE = 1e-18

/**
 * Probability of more than `count` (>= 1; side 1) or of at most `count` (side -1): the incomplete gamma
 * functions P and Q(count + 1, mean), whose integrand `t^count e^-t` is a bell of width sqrt(count) about the
 * count.
 */
export function tailAt(count: number, mean: number, side: 1 | -1): number {
  // More than `count` when t is below the mean: integrate away from the bell, or take the complement.
  if (mean < count !== side > 0) return 1 - tailAt(count, mean, side > 0 ? -1 : 1)
  const step = -side * Math.sqrt(count)
  let sum = 0
  for (let panel = 0; panel < REACH; panel++) {
    const middle = mean - count + (panel + 0.5) * step
    let part = 0
    for (let i = 0; i < NODES.length; i++) {
      const away = (step / 2) * NODES[i]
      part += WEIGHTS[i] * (densityAt(count, middle - away) + densityAt(count, middle + away))
    }
    sum += part
    if (part < sum * NEGLIGIBLE) break
  }
  return sum * (Math.sqrt(count) / 2) * scaleOf(count)
}

/** `t^count e^-t` at t = count + `beyond`, relative to its top at t = count; 0 below t = 0. */
function densityAt(count: number, beyond: number): number {
  return beyond <= -count ? 0 : exp(-count * excessOf(beyond / count))
}

/** Odd powers of the series up to this one leave less than 1e-17 for |d| up to 0.5. */
const LAST_POWER = 35

/** `d - ln(1 + d)` for d > -1, without loss of digits near 0. */
function excessOf(d: number): number {
  if (Math.abs(d) > 0.5) return d - ln(1 + d)
  const s = d / (2 + d)
  const square = s * s
  let series = 0
  for (let power = LAST_POWER; power >= 3; power -= 2) series = 1 / power + square * series
  return s * d - 2 * s * square * series
}

/** `count^count e^-count / count!` by Stirling's series, within 1e-14 from count = 12 on. */
function scaleOf(count: number): number {
  const n = 1 / count
  const square = n * n
  const series = n * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))))
  return exp(-series) / Math.sqrt(2 * Math.PI * count)
}
