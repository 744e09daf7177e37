/** The histogram of times under way. */
import { describe, expect, it } from 'vitest'
import { transitHistogram } from '../../../src/analysis/record/transit'
import { sumOf } from '../../support/worlds'

describe('the histogram of times', () => {
  const arrivalsOf = (hours: number[]) => [
    {
      candidate: new Int32Array(),
      node: new Int32Array(),
      grams: new Int32Array(),
      hours: Int32Array.from(hours),
    },
  ]

  it('has round bins, mean and median of what is known', () => {
    const found = transitHistogram(arrivalsOf([-1, 24, 25, 47, 96]), 0)
    expect(found).toMatchObject({ binDays: 0.125, count: 4, meanDays: 2, medianDays: 1.5 })
    expect(sumOf(found.counts)).toBe(4)
    expect(found).toMatchObject({ fromDays: 1, beyond: 0 })
    expect(found.counts[0]).toBe(2)
    expect(found.counts).toHaveLength(25)
  })

  it('spends its bins on all but the slowest one in two hundred, which it counts apart', () => {
    const usual = Array.from({ length: 1_000 }, (_, i) => 5 * 24 + (i % (20 * 24)))
    const found = transitHistogram(arrivalsOf([...usual, 270 * 24, 300 * 24]), 0)
    expect(found).toMatchObject({ binDays: 1, fromDays: 5, beyond: 2, count: 1_002 })
    expect(found.counts).toHaveLength(20)
    expect(sumOf(found.counts) + found.beyond).toBe(found.count)
  })

  it.each([1, 7, 40, 199])('holds every one of %i deliveries', (count) => {
    const found = transitHistogram(arrivalsOf(Array.from({ length: count }, (_, i) => i * i)), 0)
    expect(found.beyond).toBe(0)
    expect(sumOf(found.counts)).toBe(count)
    expect(found.counts.length).toBeLessThanOrEqual(36)
  })

  it('keeps to the day on show', () => {
    const arrivals = [...arrivalsOf([]), ...arrivalsOf([24]), ...arrivalsOf([24, 48])]
    expect([0, 1, 2].map((day) => transitHistogram(arrivals, day).count)).toEqual([0, 1, 3])
  })

  it('is empty without deliveries', () => {
    const found = transitHistogram(arrivalsOf([]), 0)
    expect(found.counts).toEqual([])
    expect(found.meanDays).toBeNaN()
    expect(found.medianDays).toBeNaN()
  })
})
