/** Paired comparison: differences world by world, and how far flow has moved. */
import { describe, expect, it } from 'vitest'
import {
  displacement,
  type MeasureRow,
  measureLayout,
  pairedMeasures,
  totalVariation,
} from '../../src/analysis'
import { replicationPlans, run } from '../../src/experiment'
import { checkpoint, parallel, specOf } from '../support/scenarios'

const row = (group: MeasureRow['group'], entity: string, measure: string): MeasureRow => ({
  group,
  entity,
  measure,
})

describe('paired measures', () => {
  it('are differences pair by pair, with the worlds in which they fell and rose', () => {
    const rows = [row('total', '', 'seizedKg')]
    const [paired] = pairedMeasures({ rows, runs: [[10], [20], [30]] }, { rows, runs: [[12], [19], [33]] })
    expect(paired?.difference.mean).toBeCloseTo(4 / 3, 12)
    expect([paired?.fell, paired?.rose, paired?.difference.count]).toEqual([1, 2, 3])
    // Differences 2, -1, 3 have variance 13/3; the runs alone 100 and 343/3.
    expect(paired?.varianceRatio).toBeCloseTo(13 / 3 / (100 + 343 / 3), 12)
  })

  it('meet by name, also where the layouts differ, and leave out what only one has', () => {
    const before = [row('byRoute', 'a', 'dispatchedKg'), row('byRoute', 'b', 'dispatchedKg')]
    const after = [row('byRoute', 'b', 'dispatchedKg'), row('byRoute', 'c', 'dispatchedKg')]
    const paired = pairedMeasures({ rows: before, runs: [[1, 5]] }, { rows: after, runs: [[7, 9]] })
    expect(paired.map(({ entity, difference }) => [entity, difference.mean])).toEqual([['b', 2]])
  })
})

describe('total variation', () => {
  it('is the share of the flow that would have to move', () => {
    const parts = (entries: Record<string, number>) => new Map(Object.entries(entries))
    expect(totalVariation(parts({ a: 1, b: 3 }), parts({ a: 10, b: 30 }))).toBe(0)
    expect(totalVariation(parts({ a: 1 }), parts({ b: 5 }))).toBe(1)
    expect(totalVariation(parts({ a: 50, b: 50 }), parts({ a: 20, b: 50, c: 30 }))).toBeCloseTo(0.3, 12)
    expect(totalVariation(parts({ a: 0 }), parts({ a: 1 }))).toBeNaN()
  })

  it('of two equal routes, one of which hardens by D in value, is the logit shift 1/(1 + exp(-D/theta)) - 1/2', () => {
    const spec = (second: number) => {
      const checkpoints = [0.1, second].map((interdictionOdds, i) =>
        checkpoint(`p${i}`, { interdictionOdds }),
      )
      const file = parallel(checkpoints, { learning: { information: 'true-odds' }, logitScale: 100 })
      return specOf({ ...file, assumptions: { recruitmentCostUsd: 0 } })
    }
    const plans = replicationPlans({ seed: 'shift', days: 60, series: false }, 4)
    const [before, after] = [spec(0.1), spec(0.2)]
    const measured = (of: typeof before) => ({
      rows: measureLayout(of),
      runs: plans.map((plan) => run(of, plan).values),
    })
    const moved = displacement(measured(before), measured(after))
    const shift = 1 / (1 + Math.exp(-(0.1 * 1_000) / 100)) - 0.5
    const distance = moved.find(({ group }) => group === 'byRoute')?.distance
    expect(Math.abs((distance?.mean ?? 0) - shift)).toBeLessThan(0.02)
    expect(moved.find(({ group }) => group === 'byMarket')?.distance.mean).toBe(0)
  })
})
