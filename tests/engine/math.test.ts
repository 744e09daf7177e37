/** exp, ln and the normal quantile of the engine against the platform's and against known values. */
import { describe, expect, it } from 'vitest'
import { exp, exp2, ln, normalQuantile, seedKeyOf, unitOf } from '../../src/engine'
import { drawBlock } from '../../src/engine/draw'
import { expectWithin } from '../support/statistics'

const bits = new DataView(new ArrayBuffer(8))

/** Position of a number among all doubles: neighbours differ by one. */
function rankOf(x: number): bigint {
  bits.setFloat64(0, x)
  const raw = bits.getBigInt64(0)
  return raw >= 0n ? raw : -(raw & 0x7fffffffffffffffn)
}

/** Distance in units of the last place. */
function ulpsBetween(a: number, b: number): number {
  return Math.abs(Number(rankOf(a) - rankOf(b)))
}

/** Numbers in (0, 1), the same in every run. */
function uniform(count: number): Float64Array {
  const [k0 = 0, k1 = 0] = seedKeyOf('math', 1)
  const out = new Int32Array(4)
  return Float64Array.from({ length: count }, (_, i) => {
    drawBlock(out, k0, k1, 0, 0, 0, i)
    return unitOf(out[0] ?? 0)
  })
}

const SAMPLE = uniform(50_000)

function worstUlps(
  inputs: Iterable<number>,
  mine: (x: number) => number,
  theirs: (x: number) => number,
): number {
  let worst = 0
  for (const x of inputs) worst = Math.max(worst, ulpsBetween(mine(x), theirs(x)))
  return worst
}

describe('exp', () => {
  it.each([
    ['the whole range of finite results', -708, 709.7],
    ['the range of utilities', -40, 0],
    ['small arguments', -1e-3, 1e-3],
  ])('is within 2 ulp of the platform over %s', (_, low, high) => {
    expect(
      worstUlps(
        SAMPLE.map((u) => low + (high - low) * u),
        exp,
        Math.exp,
      ),
    ).toBeLessThanOrEqual(2)
  })

  it('is within 2 ulp of the platform where results are subnormal', () => {
    expect(
      worstUlps(
        SAMPLE.map((u) => -745 + 37 * u),
        exp,
        Math.exp,
      ),
    ).toBeLessThanOrEqual(2)
  })

  it('has the limits and special values of the exponential', () => {
    expect([0, -0, -800, Number.NEGATIVE_INFINITY, 710, Number.POSITIVE_INFINITY].map(exp)).toEqual([
      1,
      1,
      0,
      0,
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ])
    expect(exp(Number.NaN)).toBeNaN()
    expectWithin(exp(1), Math.E, 5e-16)
    expect(exp(709.782712893384)).toBeLessThan(Number.POSITIVE_INFINITY)
    expect(exp(-745.13)).toBe(Number.MIN_VALUE)
    expect(exp(1e-300)).toBe(1)
  })

  it('never falls from one argument to the next', () => {
    const inputs = SAMPLE.map((u) => -50 + 100 * u).sort()
    for (let i = 1; i < inputs.length; i++)
      expect(exp(inputs[i] ?? 0)).toBeGreaterThanOrEqual(exp(inputs[i - 1] ?? 0))
  })
})

describe('exp2', () => {
  it('is a power of two within a few ulp', () => {
    for (let k = -300; k <= 300; k++) expectWithin(exp2(k) / 2 ** k, 1, 1e-13, `2^${k}`)
    expect(exp2(0)).toBe(1)
  })
})

describe('ln', () => {
  it.each([
    ['all magnitudes', (u: number) => 2 ** (-1022 + 2045 * u)],
    ['probabilities', (u: number) => u],
    ['the neighbourhood of one', (u: number) => 1 + (u - 0.5) * 1e-3],
    ['subnormal numbers', (u: number) => u * 2e-308],
  ])('is within 2 ulp of the platform over %s', (_, input) => {
    expect(worstUlps(SAMPLE.map(input), ln, Math.log)).toBeLessThanOrEqual(2)
  })

  it('has the limits and special values of the logarithm', () => {
    expect([0, -0, 1, Number.POSITIVE_INFINITY].map(ln)).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
    ])
    for (const x of [-1, -Number.MIN_VALUE, Number.NEGATIVE_INFINITY, Number.NaN]) expect(ln(x)).toBeNaN()
    expect(ln(Number.MIN_VALUE)).toBe(Math.log(Number.MIN_VALUE))
    expect(ln(Number.MAX_VALUE)).toBe(Math.log(Number.MAX_VALUE))
    expect(ln(2)).toBe(Math.LN2)
  })

  it('undoes exp', () => {
    for (const u of SAMPLE.subarray(0, 5_000)) expectWithin(ln(exp(20 * u)), 20 * u, 1e-14)
  })
})

describe('the normal quantile', () => {
  it.each([
    [0.5, 0],
    [0.51, 0.02506890825871106],
    [0.75, 0.6744897501960817],
    [0.9, 1.2815515655446004],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.99, 2.3263478740408408],
    [0.999, 3.090232306167813],
    [0.999999, 4.753424308817089],
    [1e-10, -6.361340902404056],
    [1e-16, -8.222082216130435],
    [1e-50, -14.933337534788489],
    [1e-300, -37.0470962993612],
  ])('of %f is %f', (p, z) => {
    expectWithin(normalQuantile(p), z, 4e-15 * Math.max(1, Math.abs(z)))
  })

  it('is odd about one half', () => {
    for (const p of [0.1, 0.25, 0.45, 2 ** -20, 2 ** -33])
      expectWithin(normalQuantile(1 - p), -normalQuantile(p), 1e-12 / p ** 0.5)
  })

  it('rises throughout, also where its branches meet', () => {
    const inputs = Float64Array.from([
      ...SAMPLE,
      0.075 - 1e-12,
      0.075,
      0.075 + 1e-12,
      0.925,
      1.3e-11,
      1.4e-11,
    ]).sort()
    for (let i = 1; i < inputs.length; i++)
      expect(normalQuantile(inputs[i] ?? 0)).toBeGreaterThanOrEqual(normalQuantile(inputs[i - 1] ?? 0))
  })

  it('of uniform numbers has mean 0 and variance 1', () => {
    let [sum, squares] = [0, 0]
    for (const u of SAMPLE) {
      sum += normalQuantile(u)
      squares += normalQuantile(u) ** 2
    }
    expectWithin(sum / SAMPLE.length, 0, 4 / Math.sqrt(SAMPLE.length))
    expectWithin(squares / SAMPLE.length, 1, 4 * Math.sqrt(2 / SAMPLE.length))
  })
})
