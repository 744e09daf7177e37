/** Poisson counts by address. */
import { describe, expect, it } from 'vitest'
import { poissonAt } from '../../src/engine'
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
  it.each([0.05, 0.7, 3, 15.9, 16, 16.1, 40, 200])('of mean %f have the Poisson distribution', (mean) => {
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
  })

  it('of mean zero are zero', () => {
    expect(new Set(counts(0))).toEqual(new Set([0]))
  })

  it('never fall when the mean at their address rises', () => {
    const means = [0, 0.1, 1, 5, 15.5, 16, 16.5, 31, 32, 33, 80, 200, 1_000]
    for (let day = 0; day < 500; day++) {
      const along = means.map((mean) => poissonAt(words, 11, 22, 5, 7, day, mean))
      expect(along).toEqual([...along].sort((a, b) => a - b))
    }
  })

  it('of neighbouring keys and days are independent', () => {
    const sample = counts(20)
    expectUncorrelated(sample.slice(1), sample.slice(0, -1), 'days')
    expectUncorrelated(sample, counts(20, 8), 'keys')
  })
})
