/** Runs and ensembles: what a plan asks for, whatever the order in which it is done. */
import { describe, expect, it } from 'vitest'
import { measureLayout, measuresOf, summarise } from '../../src/analysis'
import { digest, flowDigest, type ModelSpec } from '../../src/engine'
import { createSummaries, type RunResult, replicationPlans, run } from '../../src/experiment'
import { rich } from '../support/rich'
import { checkpoint, line, specOf } from '../support/scenarios'
import { expectWithin, meanOf } from '../support/statistics'
import { worldAfter } from '../support/worlds'

const spec = specOf(rich())
const settings = { seed: 'plan', days: 30, series: false }

function summariesOf(model: ModelSpec, runs: readonly RunResult[]) {
  const summaries = createSummaries(model)
  for (const { values } of runs) summaries.add(values)
  return summaries.measures()
}

describe('a run', () => {
  it('is the world of its seed and replication after its days', () => {
    for (const replication of [1, 2]) {
      const world = worldAfter(spec, 30, { seed: 'plan', replication })
      const result = run(spec, { ...settings, replication })
      expect(result).toEqual({
        replication,
        digest: digest(world),
        flowDigest: flowDigest(world),
        values: measuresOf(world),
        windowValues: [],
        series: undefined,
      })
    }
  })

  it('has the same digest and measures with and without its series', () => {
    const [plain, recorded] = [false, true].map((series) =>
      run(spec, { ...settings, replication: 1, series }),
    )
    expect(recorded?.digest).toBe(plain?.digest)
    expect(recorded?.values).toEqual(plain?.values)
    expect(recorded?.series?.values).toHaveLength(30 * (recorded?.series?.columns ?? 0))
  })

  it('comes out the same from a plan and a spec that were posted to a worker', () => {
    const plan = { ...settings, replication: 3 }
    expect(run(structuredClone(spec), structuredClone(plan))).toEqual(run(spec, plan))
  })
})

describe('an ensemble', () => {
  const plans = replicationPlans(settings, 8)
  const runs = plans.map((plan) => run(spec, plan))

  it('numbers its replications from one, each an independent run', () => {
    expect(plans.map(({ replication }) => replication)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(new Set(runs.map((result) => result.digest)).size).toBe(8)
  })

  it('does not depend on the order in which its runs are done', () => {
    const backwards = plans.toReversed().map((plan) => run(spec, plan))
    expect(summariesOf(spec, backwards.toReversed())).toEqual(summariesOf(spec, runs))
  })

  it('keeps its first runs when more are added', () => {
    const more = replicationPlans(settings, 9).map((plan) => run(spec, plan))
    expect(more.slice(0, 8)).toEqual(runs)
  })

  it('summarises each measure over the runs in which it is defined', () => {
    const summaries = summariesOf(spec, runs)
    expect(summaries).toHaveLength(measureLayout(spec).length)
    for (const [i, { summary }] of summaries.entries())
      expect(summary).toEqual(summarise(runs.map(({ values }) => values[i] ?? Number.NaN)))
  })

  it('leaves a rate undefined where nothing was dispatched', () => {
    const idle = specOf(line([checkpoint('gate')], { crews: 0 }))
    const rate = summariesOf(idle, [run(idle, { ...settings, replication: 1 })]).find(
      ({ group, measure }) => group === 'total' && measure === 'interdictionRate',
    )
    expect(rate?.summary).toEqual({
      count: 0,
      mean: Number.NaN,
      sd: Number.NaN,
      ci95: [Number.NaN, Number.NaN],
    })
  })

  it('has intervals that hold the true share about 95 times of 100', () => {
    const odds = 0.3
    const small = specOf(line([checkpoint('gate', { interdictionOdds: odds })], { crews: 40 }))
    const rate = measureLayout(small).findIndex(({ measure }) => measure === 'interdictionRate')
    const covered = Array.from({ length: 200 }, (_, i) => {
      const values = Array.from({ length: 5 }, (_, r) => {
        const result = run(small, { seed: `cover ${i}`, replication: r + 1, days: 20, series: false })
        return result.values[rate] ?? Number.NaN
      })
      const { ci95 } = summarise(values)
      return ci95[0] <= odds && odds <= ci95[1] ? 1 : 0
    })
    expectWithin(meanOf(covered), 0.95, 4 * Math.sqrt((0.95 * 0.05) / 200))
  })
})
