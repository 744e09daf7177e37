/** Poisson counts by address. */
import { describe, expect, it } from 'vitest'
import { poissonAt } from '../../src/engine'
import { poissonGuess, tailAt } from '../../src/engine/poisson'
import {
  expectFit,
  expectMean,
  expectUncorrelated,
  expectWithin,
  knownTolerance,
  sdOf,
} from '../support/statistics'

const words = new Int32Array(4)
const N = 20_000
const counts = (mean: number, key = 7) =>
  Array.from({ length: N }, (_, day) => poissonAt(words, 11, 22, 5, key, day, mean))

/** Probabilities of 0, 1, 2, ... by recurrence from the mode, so that large means do not underflow. */
function probabilities(mean: number, length: number): number[] {
  const mode = Math.floor(mean)
  let logMode = -mean
  for (let n = 1; n <= mode; n++) logMode += Math.log(mean / n)
  const p = new Array<number>(length).fill(0)
  p[mode] = Math.exp(logMode)
  for (let n = mode + 1; n < length; n++) p[n] = ((p[n - 1] ?? 0) * mean) / n
  for (let n = mode; n > 0; n--) p[n - 1] = ((p[n] ?? 0) * n) / mean
  return p
}

describe('Poisson counts', () => {
  it.each([0.05, 0.7, 3, 16, 40, 63.9, 64, 65, 200, 5_000])(
    'of mean %f have the Poisson distribution',
    (mean) => {
      const sample = counts(mean)
      expectMean(sample, mean, knownTolerance(Math.sqrt(mean), sample.length))
      // The sample variance of a Poisson count has variance (mu + 2 mu^2) / n.
      expectWithin(sdOf(sample) ** 2, mean, 4 * Math.sqrt((mean + 2 * mean * mean) / N), 'variance')
      // Classes of at least ten expected counts; what lies below and above joins the first and last.
      const p = probabilities(mean, Math.ceil(mean + 20 * Math.sqrt(mean) + 20))
      const seen: number[] = []
      const expected: number[] = []
      let [share, from] = [0, 0]
      for (const [n, probability] of p.entries()) {
        share += probability
        const rest = p.slice(n + 1).reduce((sum, next) => sum + next, 0)
        if (share * N < 10 || rest * N < 10) continue
        expected.push(share * N)
        seen.push(sample.filter((count) => count >= from && count <= n).length)
        from = n + 1
        share = 0
      }
      expected.push(N - expected.reduce((sum, next) => sum + next, 0))
      seen.push(sample.filter((count) => count >= from).length)
      expectFit(seen, expected, `Poisson counts of mean ${mean}`)
    },
  )

  it('of mean zero are zero', () => {
    expect(new Set(counts(0))).toEqual(new Set([0]))
  })

  it('never fall when the mean at their address rises', () => {
    const means = [0, 0.1, 1, 5, 31, 63, 63.999, 64, 64.001, 80, 200, 1_000, 1e5, 1e5 + 1, 1e9, 1e12]
    for (let day = 0; day < 5_000; day++) {
      const along = means.map((mean) => poissonAt(words, 11, 22, 5, 7, day, mean))
      expect(along).toEqual([...along].sort((a, b) => a - b))
    }
  })

  it('never fall over small steps of the mean, around the place where they are worked out in another way too', () => {
    for (let day = 0; day < 300; day++) {
      for (const middle of [64, 64 + day * 7.3, 10 ** (1 + (day % 11))]) {
        let before = 0
        for (let step = -20; step <= 20; step++) {
          const count = poissonAt(words, 3, 4, 5, 7, day, middle * (1 + step / 1_000))
          expect(count).toBeGreaterThanOrEqual(before)
          before = count
        }
      }
    }
  })

  it('of mean 1e12 are found within 3 steps of a guess, as those of mean 64 are', () => {
    const units = [
      2 ** -52,
      1e-12,
      1e-6,
      0.001,
      0.1,
      0.4,
      0.5,
      0.6,
      0.9,
      0.999,
      1 - 1e-6,
      1 - 1e-12,
      1 - 2 ** -52,
    ]
    for (const mean of [64, 65.5, 100, 1_000, 1e6, 1e9, 1e12]) {
      for (const u of units) {
        const guess = poissonGuess(u, mean)
        // The distribution has reached u 3 counts above the guess and not yet 3 below it.
        if (u <= 0.5) {
          expect(tailAt(guess + 3, mean, -1)).toBeGreaterThanOrEqual(u)
          expect(tailAt(guess - 4, mean, -1)).toBeLessThan(u)
        } else {
          expect(tailAt(guess + 3, mean, 1)).toBeLessThanOrEqual(1 - u)
          expect(tailAt(guess - 4, mean, 1)).toBeGreaterThan(1 - u)
        }
      }
    }
  })

  it.each([64, 100, 1_000.5])('of mean %d have tails that are exact', (mean) => {
    const p = probabilities(mean, Math.ceil(mean + 40 * Math.sqrt(mean)))
    for (const z of [-6, -3, -1, 0, 1, 3, 6]) {
      const count = Math.floor(mean + z * Math.sqrt(mean))
      const above = p.slice(count + 1).reduceRight((sum, next) => sum + next, 0)
      const below = p.slice(0, count + 1).reduce((sum, next) => sum + next, 0)
      expect(Math.abs(tailAt(count, mean, 1) / above - 1)).toBeLessThan(1e-10)
      expect(Math.abs(tailAt(count, mean, -1) / below - 1)).toBeLessThan(1e-10)
    }
  })

  it('of neighbouring keys and days are independent', () => {
    const sample = counts(20)
    expectUncorrelated(sample.slice(1), sample.slice(0, -1), 'days')
    expectUncorrelated(sample, counts(20, 8), 'keys')
  })
})
