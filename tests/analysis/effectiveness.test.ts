/** Cost-effectiveness: cost per kilogram kept, and its interval, against numbers by hand and a closed form. */
import { describe, expect, it } from 'vitest'
import {
  keptFromMarket,
  type MeasureRow,
  measureLayout,
  ratioInterval,
  tQuantile95,
} from '../../src/analysis'
import { replicationPlans, run } from '../../src/experiment'
import { checkpoint, line, specOf, stream } from '../support/scenarios'
import { meanOf, sdOf } from '../support/statistics'
import { verified } from '../support/verification'

const rows: readonly MeasureRow[] = ['deliveredKg', 'enforcementUsd'].map((measure) => ({
  group: 'total',
  entity: '',
  measure,
}))
/** Each pair delivers 100 kg at no cost, and then less at a cost. */
const compared = (pairs: readonly (readonly [keptKg: number, usd: number])[]) =>
  keptFromMarket(
    { rows, runs: pairs.map(() => [100, 0]) },
    { rows, runs: pairs.map(([kept, usd]) => [100 - kept, usd]) },
  )

describe('the cost per kilogram kept', () => {
  it('is the ratio of the mean differences', () => {
    const { usdPerKg, costUsd, keptKg } = compared([
      [10, 900],
      [30, 1_100],
    ])
    expect([usdPerKg, costUsd.mean, keptKg.mean]).toEqual([50, 1_000, 20])
  })

  it('of a constant cost has the cost over the ends of the interval of the kilograms', () => {
    const kept = [18, 20, 22, 21, 19]
    const { ci95 } = compared(kept.map((kg) => [kg, 1_000]))
    const half = (tQuantile95(4) * sdOf(kept)) / Math.sqrt(5)
    expect(ci95[0]).toBeCloseTo(1_000 / (20 + half), 9)
    expect(ci95[1]).toBeCloseTo(1_000 / (20 - half), 9)
  })

  it('of constant kilograms has the interval of the cost over them', () => {
    const costs = [900, 1_000, 1_100]
    const { ci95 } = compared(costs.map((usd) => [20, usd]))
    const half = (tQuantile95(2) * sdOf(costs)) / Math.sqrt(3)
    expect(ci95[0]).toBeCloseTo((1_000 - half) / 20, 9)
    expect(ci95[1]).toBeCloseTo((1_000 + half) / 20, 9)
  })

  it('that is the same in every pair is certain, and of one pair or doubtful kilograms has no interval', () => {
    expect(
      compared([
        [19, 950],
        [21, 1_050],
      ]).ci95,
    ).toEqual([50, 50])
    expect(ratioInterval([3], [4])).toEqual([Number.NaN, Number.NaN])
    expect(ratioInterval([3, 4], [-1, 9])).toEqual([Number.NaN, Number.NaN])
  })

  it.each([0, -5])('is undefined where %d kg were kept', (kept) => {
    const { usdPerKg, ci95 } = compared([
      [kept, 900],
      [kept, 900],
    ])
    expect([usdPerKg, ...ci95]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })

  it('of a checkpoint whose odds rise by 0.3 for a price C is C / (0.3 kg dispatched)', () => {
    const PRICE = 300_000
    const spec = (interdictionOdds: number, costUsd: number) => {
      const target = 'checkpoints.gate.interdictionOdds'
      const change = { target, from: '2009-01-01', set: interdictionOdds, costUsd }
      const file = line([checkpoint('gate', { interdictionOdds: 0.2 })], { supply: stream(20) })
      return specOf({ ...file, interventions: [{ id: 'more', title: 'More', changes: [change] }] })
    }
    const plans = replicationPlans({ seed: 'kept', days: 100, series: false }, 20)
    const [before, after] = [spec(0.2, 0), spec(0.5, PRICE)].map((of) => {
      return { rows: measureLayout(of), runs: plans.map((plan) => run(of, plan).values) }
    })
    if (before === undefined || after === undefined) throw new Error('two specs were run')
    const { usdPerKg, ci95 } = keptFromMarket(before, after)
    const place = before.rows.findIndex(({ measure }) => measure === 'dispatchedKg')
    const dispatched = meanOf(before.runs.map((values) => values[place] ?? Number.NaN))
    const expected = PRICE / (0.3 * dispatched)
    verified('odds of one checkpoint up by 0.3 for 300,000 USD: USD per kg kept from the market', {
      expected,
      obtained: usdPerKg,
      // Loads of 1 kg: relative standard error of a share of 0.3 of so many trials.
      within: 4 * expected * Math.sqrt(0.7 / (0.3 * 20 * dispatched)),
    })
    expect(ci95[0]).toBeLessThan(expected)
    expect(ci95[1]).toBeGreaterThan(expected)
  })
})
