/** Random numbers by address: known answers of the generator, and the quality of its draws where runs use them. */
import { describe, expect, it } from 'vitest'
import { drawBlock, keyOf, Purpose, seedKeyOf, unitOf } from '../../src/engine'
import { fineUnitOf, thresholdOf } from '../../src/engine/draw'
import { expectCount, expectFit, expectShare, expectUncorrelated, expectWithin } from '../support/statistics'

type Address = readonly [k0: number, k1: number, c0: number, c1: number, c2: number, c3: number]

function blockAt(address: Address): Int32Array {
  const out = new Int32Array(4)
  drawBlock(out, ...address)
  return out
}

const hexOf = (words: Int32Array) =>
  Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ')

/** First unit number of each of `count` addresses. */
function units(count: number, address: (i: number) => Address): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => unitOf(blockAt(address(i))[0] ?? 0))
}

const [K0 = 0, K1 = 0] = seedKeyOf('draws', 1)
const supply = keyOf('org/goods/source')
const checkpoint = keyOf('ak_jol_x')
const N = 40_000

describe('Philox4x32-10', () => {
  it.each<[string, Address, string]>([
    ['zeros', [0, 0, 0, 0, 0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    ['ones', [-1, -1, -1, -1, -1, -1], '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    [
      'the digits of pi',
      [0xa4093822, 0x299f31d0, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    ],
  ])('gives the known answer of Random123 for %s', (_, address, answer) => {
    expect(hexOf(blockAt(address))).toBe(answer)
  })

  it('is a function of its address alone', () => {
    const address: Address = [K0, K1, 1, 2, 3, 4]
    const before = hexOf(blockAt(address))
    for (let i = 0; i < 100; i++) blockAt([i, i, i, i, i, i])
    expect(hexOf(blockAt(address))).toBe(before)
  })

  it('gives every output bit one half of the time', () => {
    const ones = new Array<number>(128).fill(0)
    for (let i = 0; i < N; i++) {
      const words = blockAt([K0, K1, Purpose.shipment, supply, i >> 6, i & 63])
      for (let bit = 0; bit < 128; bit++)
        ones[bit] = (ones[bit] ?? 0) + (((words[bit >> 5] ?? 0) >>> (bit & 31)) & 1)
    }
    for (const [bit, count] of ones.entries()) expectShare(count, N, 0.5, `bit ${bit}`)
  })

  it('changes half of the output bits when any one bit of key or address changes', () => {
    const trials = 200
    for (let bit = 0; bit < 192; bit++) {
      let flips = 0
      for (let i = 0; i < trials; i++) {
        const address = [K0, K1, Purpose.crossing, checkpoint, i, i * 7]
        const other = address.map((word, at) => (at === bit >> 5 ? word ^ (1 << (bit & 31)) : word))
        const [one, two] = [address, other].map((words) => blockAt(words as unknown as Address))
        for (let lane = 0; lane < 4; lane++) {
          let difference = (one?.[lane] ?? 0) ^ (two?.[lane] ?? 0)
          for (; difference !== 0; difference &= difference - 1) flips++
        }
      }
      expectShare(flips, trials * 128, 0.5, `input bit ${bit}`)
    }
  })
})

describe('draws', () => {
  const uses: [string, (i: number) => Address][] = [
    ['shipments of consecutive days and ordinals', (i) => [K0, K1, Purpose.shipment, supply, i >> 5, i & 31]],
    ['one shipment ordinal over the days', (i) => [K0, K1, Purpose.shipment, supply, i, 0]],
    ['crossings of one checkpoint by consecutive keys', (i) => [K0, K1, Purpose.crossing, checkpoint, i, 0]],
    ['dispatch counts over the days', (i) => [K0, K1, Purpose.dispatchCount, supply, i, 0]],
    ['consecutive seeds', (i) => [...(seedKeyOf('s', i) as unknown as [number, number]), 1, supply, 0, 0]],
  ]

  it.each(uses)('of %s are uniform', (what, address) => {
    const cells = new Array<number>(256).fill(0)
    for (const unit of units(N, address)) {
      const cell = Math.floor(unit * 256)
      cells[cell] = (cells[cell] ?? 0) + 1
    }
    expectFit(cells, new Array<number>(256).fill(N / 256), what)
  })

  it.each(uses)('of %s fill the plane of neighbours evenly', (what, address) => {
    const values = units(N, address)
    const cells = new Array<number>(256).fill(0)
    for (let i = 0; i < N; i += 2) {
      const cell = Math.floor((values[i] ?? 0) * 16) * 16 + Math.floor((values[i + 1] ?? 0) * 16)
      cells[cell] = (cells[cell] ?? 0) + 1
    }
    expectFit(cells, new Array<number>(256).fill(N / 512), what)
  })

  it.each(uses)('of %s have no serial correlation', (what, address) => {
    const values = units(N, address)
    for (const lag of [1, 2, 7, 31])
      expectUncorrelated(values.subarray(0, N - lag), values.subarray(lag), `${what}, lag ${lag}`)
  })

  it('of the four words of a block are independent', () => {
    const words = [0, 1, 2, 3].map((lane) =>
      Float64Array.from({ length: N }, (_, i) =>
        unitOf(blockAt([K0, K1, Purpose.shipment, supply, i, 0])[lane] ?? 0),
      ),
    )
    for (let a = 0; a < 4; a++)
      for (let b = a + 1; b < 4; b++)
        expectUncorrelated(words[a] ?? [], words[b] ?? [], `words ${a} and ${b}`)
  })

  const keyed = (seed: string, replication: number) =>
    seedKeyOf(seed, replication) as unknown as [number, number]
  const neighbours: [string, (i: number) => Address, (i: number) => Address][] = [
    ['purposes', (i) => [K0, K1, 1, supply, i, 0], (i) => [K0, K1, 2, supply, i, 0]],
    ['passages', (i) => [K0, K1, 3, checkpoint, i, 9], (i) => [K0, K1, 3 | (1 << 8), checkpoint, i, 9]],
    ['ids', (i) => [K0, K1, 3, keyOf('post1'), i, 0], (i) => [K0, K1, 3, keyOf('post2'), i, 0]],
    ['days', (i) => [K0, K1, 1, supply, 100, i], (i) => [K0, K1, 1, supply, 101, i]],
    ['ordinals', (i) => [K0, K1, 1, supply, i, 0], (i) => [K0, K1, 1, supply, i, 1]],
    ['replications', (i) => [...keyed('s', 1), 1, supply, i, 0], (i) => [...keyed('s', 2), 1, supply, i, 0]],
    [
      'seeds "a" and "ab"',
      (i) => [...keyed('a', 1), 1, supply, i, 0],
      (i) => [...keyed('ab', 1), 1, supply, i, 0],
    ],
    [
      'seeds "ab" and "abab"',
      (i) => [...keyed('ab', 1), 1, supply, i, 0],
      (i) => [...keyed('abab', 1), 1, supply, i, 0],
    ],
    [
      'seeds "a" and "1"',
      (i) => [...keyed('a', 1), 1, supply, i, 0],
      (i) => [...keyed('1', 1), 1, supply, i, 0],
    ],
    ['day and ordinal exchanged', (i) => [K0, K1, 1, supply, i + 1, 0], (i) => [K0, K1, 1, supply, 0, i + 1]],
  ]

  it.each(neighbours)('of neighbouring %s are uncorrelated', (what, one, other) => {
    expectUncorrelated(units(N, one), units(N, other), what)
  })
})

describe('numbers from words', () => {
  it('lie strictly between 0 and 1', () => {
    for (const word of [0, 1, -1, 0x7fffffff, 0x80000000 | 0]) {
      expect(unitOf(word)).toBeGreaterThan(0)
      expect(unitOf(word)).toBeLessThan(1)
    }
    expect(unitOf(0)).toBe(2 ** -33)
    expect(unitOf(-1)).toBe(1 - 2 ** -33)
  })

  it('are made of the first 26 bits of each of two words, where steps of one word are too coarse', () => {
    expect(fineUnitOf(0, 0)).toBe(2 ** -53)
    expect(fineUnitOf(-1, -1)).toBe(1 - 2 ** -53)
    expect(fineUnitOf(5 << 6, 3 << 6)).toBe(5 * 2 ** -26 + 3.5 * 2 ** -52)
  })

  it('fall below a threshold with its probability, never at 0 and always at 1', () => {
    expect([0, -1, 1, 2, 0.5, 2 ** -32, 1e-12].map(thresholdOf)).toEqual([
      0,
      0,
      2 ** 32,
      2 ** 32,
      2 ** 31,
      1,
      0,
    ])
  })
})

describe('seeds', () => {
  it('of other texts and replications give other keys', () => {
    const seeds = [
      '',
      ' ',
      'a',
      'ab',
      'abab',
      'A',
      '1',
      '01',
      '1.0',
      'null',
      'undefined',
      '1/1',
      '1/11',
      'ä',
      '日本',
    ]
    const keys = new Set<string>()
    for (const seed of seeds)
      for (let replication = 1; replication <= 100; replication++)
        keys.add(seedKeyOf(seed, replication).join())
    expect(keys.size).toBe(seeds.length * 100)
  })

  it('of many replications hardly ever share a key', () => {
    const keys = new Set<string>()
    for (let replication = 1; replication <= 20_000; replication++)
      keys.add(seedKeyOf('1', replication).join())
    expect(keys.size).toBe(20_000)
  })
})

describe('keys of ids', () => {
  it('collide no more often than chance', () => {
    const families: ((i: number) => string)[] = [
      (i) => `node${i}`,
      (i) => `${i}_x`,
      (i) => `org${i % 100}/goods/source${Math.floor(i / 100)}`,
      (i) => i.toString(36).split('').reverse().join(''),
    ]
    for (const id of families) {
      const n = 100_000
      const keys = new Set(Array.from({ length: n }, (_, i) => keyOf(id(i))))
      const expected = (n * n) / 2 / 2 ** 32
      expect(n - keys.size).toBeLessThanOrEqual(expected + 4 * Math.sqrt(expected))
    }
  })

  it('spread over their whole range', () => {
    const cells = new Array<number>(64).fill(0)
    for (let i = 0; i < N; i++) {
      const cell = keyOf(`post_${i}`) >>> 26
      cells[cell] = (cells[cell] ?? 0) + 1
    }
    expectFit(cells, new Array<number>(64).fill(N / 64), 'keys')
  })

  it('tell apart texts that differ in order, length or one letter', () => {
    const ids = [
      '',
      'a',
      'aa',
      'ab',
      'ba',
      'a/b',
      'ab/',
      '/ab',
      'Ab',
      'a\u0001',
      'ak_jol',
      'ak_jol_x',
      'ak_jol_y',
    ]
    expect(new Set(ids.map(keyOf)).size).toBe(ids.length)
  })
})

describe('the statistics of this file', () => {
  it('do find a poor generator', () => {
    // The middle bits of a counter times a constant: uniform, but strongly correlated from draw to draw.
    const poor = Float64Array.from({ length: N }, (_, i) => ((i * 2_654_435.769) % 65_536) / 65_536)
    expect(() => expectUncorrelated(poor.subarray(0, N - 1), poor.subarray(1), 'poor')).toThrow('correlation')
    const uneven = [N / 4 + 600, N / 4 - 600, N / 4, N / 4]
    expect(() => expectFit(uneven, new Array<number>(4).fill(N / 4), 'uneven')).toThrow('chi-square')
    expect(() => expectShare(5_300, 10_000, 0.5)).toThrow('share')
    expect(() => expectCount(1_200, 1_000)).toThrow('count')
    expect(() => expectWithin(Number.NaN, 0, 1)).toThrow('value')
  })
})
