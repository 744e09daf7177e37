/** Calibration: known answers are found, targets find their measures, and the bundled fit still holds. */
import { describe, expect, it } from 'vitest'
import { type Summary, summarise } from '../../src/analysis'
import {
  calibrate,
  isMet,
  replicationPlans,
  run,
  type Targets,
  targetsOf,
  targetValue,
} from '../../src/experiment'
import { compileScenario, type Scenario, type ScenarioFile, scaledValues, setAll } from '../../src/scenario'
import { BUNDLED, bundledScenario } from '../support/bundled'
import { checkpoint, line, scenarioOf } from '../support/scenarios'

type Target = NonNullable<ScenarioFile['targets']>[number]

function found(scenario: Scenario): Targets {
  const answer = targetsOf(compileScenario(scenario), scenario.targets)
  if (!answer.ok) throw new Error(JSON.stringify(answer.issues))
  return answer.found
}

/** Target values of a scenario under factors, over replications counted from `first`. */
function summariesOf(
  scenario: Scenario,
  factors: readonly number[],
  replications: number,
  first = 1,
): Summary[] {
  const edited = setAll(scenario, scaledValues(scenario, factors))
  if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
  const spec = compileScenario(edited.scenario)
  const { windows, targets } = found(edited.scenario)
  const plans = replicationPlans(
    { seed: spec.seed, days: spec.days, series: false, windows },
    replications,
    first,
  )
  const runs = plans.map((plan) => run(spec, plan))
  return targets.map((target) => summarise(runs.map((result) => targetValue(target, result))))
}

function meansOf(scenario: Scenario, factors: readonly number[], replications: number): number[] {
  return summariesOf(scenario, factors, replications).map(({ mean }) => mean)
}

const SOURCE = { source: 'test', confidence: 'estimate' } as const
const target = (entry: Omit<Target, 'source' | 'confidence' | 'title'>): Target => ({
  ...SOURCE,
  title: entry.id,
  ...entry,
})

/** A line whose supply and odds are free: 4,000 kg dispatched in the second half, a fifth of the year's flow seized. */
const file: ScenarioFile = {
  ...line([checkpoint('gate', { interdictionOdds: 0.05 })]),
  days: 200,
  targets: [
    target({
      id: 'flow',
      measure: 'total.dispatchedKg',
      from: '2009-04-11',
      until: '2009-07-20',
      value: 4_000,
    }),
    target({ id: 'seized', measure: 'total.seizedKg', per: 'total.dispatchedKg', value: 0.2 }),
  ],
  freeParameters: [
    { id: 'supply', title: 'Supply', paths: ['organisations.org.supply.0.kgPerDay'], low: 0.1, high: 10 },
    { id: 'odds', title: 'Odds', paths: ['checkpoints.gate.interdictionOdds'], low: 0.1, high: 10 },
  ],
}

describe('calibration', () => {
  it('finds the supply and the odds that the targets imply', async () => {
    const scenario = scenarioOf(file)
    const { targets } = found(scenario)
    const evaluate = async (factors: readonly number[]) => meansOf(scenario, factors, 6)
    const result = await calibrate(targets, scenario.freeParameters, evaluate, 8)
    expect(isMet(result)).toBe(true)
    const [supply = 0, odds = 0] = result.best.factors
    // 4,000 kg in 100 days are 40 kg a day of the 100 that the file has; a fifth is four times 0.05.
    expect(Math.abs(supply - 0.4)).toBeLessThan(0.01)
    expect(Math.abs(odds - 4)).toBeLessThan(0.15)
    expect(result.best.misfit).toBeLessThan(0.05)
    const again = await calibrate(targets, scenario.freeParameters, evaluate, 8)
    expect(again).toEqual(result)
  })

  it('comes back from a step that goes too far', async () => {
    // The answer is flat far from the aim, so that the first whole step overshoots by far and makes the fit worse.
    const [target] = found(scenarioOf(file)).targets
    if (target === undefined) throw new Error('no target')
    const aim = target.entry.value ?? 1
    const answer = ([factor = 1]: readonly number[]) => [aim * Math.exp(Math.atan(3 * Math.log(factor) + 4))]
    const free = [{ id: 'one', title: 'One', paths: [], low: 1e-6, high: 1e6 }]
    const result = await calibrate([target], free, async (factors) => answer(factors), 20)
    expect(result.steps[1]?.misfit).toBeGreaterThan(result.steps[0]?.misfit ?? 0)
    expect(result.best.factors[0]).toBeCloseTo(Math.exp(-4 / 3), 2)
    expect(isMet(result)).toBe(true)
  })

  it('moves to a bound that is broken, and no further', async () => {
    const { targets } = found(
      scenarioOf({ ...file, targets: [target({ id: 'most', measure: 'total.seizedKg', high: 50 })] }),
    )
    const free = [{ id: 'one', title: 'One', paths: [], low: 0.01, high: 100 }]
    const broken = await calibrate(targets, free, async ([factor = 1]) => [80 * factor], 10)
    expect(80 * (broken.best.factors[0] ?? 0)).toBeCloseTo(50, 1)
    const held = await calibrate(targets, free, async ([factor = 1]) => [20 * factor], 10)
    expect(held.best.factors).toEqual([1])
    expect([broken, held].map(isMet)).toEqual([true, true])
  })

  it('is met only when every target is', async () => {
    const targets = ['a', 'b', 'c', 'd'].map((id, i) => ({
      entry: {
        ...target({ id, measure: 'total.seizedKg', value: 1, low: 0.9, high: 1.1 }),
        use: 'fit' as const,
      },
      window: 0,
      rows: [i],
      per: [],
    }))
    const missed = await calibrate(targets, [], async () => [1, 1, 1, 1.15], 1)
    expect(missed.best.misfit).toBeLessThan(1)
    expect(isMet(missed)).toBe(false)
    expect(isMet(await calibrate(targets, [], async () => [1, 1, 1, 1.09], 1))).toBe(true)
  })

  it('stays within the range of a factor, and says that it did not get there', async () => {
    const scenario = scenarioOf({
      ...file,
      freeParameters: file.freeParameters?.map((free) => ({ ...free, high: 1.5, low: 0.9 })),
    })
    const result = await calibrate(
      found(scenario).targets,
      scenario.freeParameters,
      async (factors) => meansOf(scenario, factors, 2),
      3,
    )
    for (const factor of result.best.factors) expect(factor).toBeGreaterThan(0.899)
    for (const factor of result.best.factors) expect(factor).toBeLessThan(1.501)
    expect(result.best.misfit).toBeGreaterThan(1)
  })
})

describe('targets', () => {
  it('of all bundled scenarios find their measures and lie within the run', () => {
    const some = BUNDLED.map(bundledScenario).filter(({ targets }) => targets.length > 0)
    expect(some.length).toBeGreaterThan(0)
    for (const scenario of some) expect(found(scenario).targets).toHaveLength(scenario.targets.length)
  })

  it('that name no measure, or days that the run has not, are told', () => {
    const scenario = scenarioOf({
      ...file,
      targets: [
        target({ id: 'typo', measure: 'total.seizedKgs', value: 1 }),
        target({ id: 'late', measure: 'total.seizedKg', from: '2019-01-01', value: 1 }),
      ],
    })
    const answer = targetsOf(compileScenario(scenario), scenario.targets)
    expect(answer.ok).toBe(false)
    const issues = answer.ok ? [] : answer.issues
    expect(issues.map(({ path }) => path)).toEqual(['targets.typo.measure', 'targets.late'])
    expect(issues[0]?.expected).toContain('total.seizedKg')
  })

  it('that were fitted are still met by the Central Asia scenario on fresh worlds', () => {
    const scenario = bundledScenario('central-asia')
    const factors = scenario.freeParameters.map(() => 1)
    const summaries = summariesOf(scenario, factors, 8, 101)
    for (const [i, { id, use, value = 0, low = 0, high = Infinity }] of scenario.targets.entries()) {
      const { mean = 0, sd = 0 } = summaries[i] ?? {}
      const chance = (3 * sd) / Math.sqrt(8)
      if (use !== 'fit') continue
      expect(mean, `${id} (aim ${value})`).toBeGreaterThan(low - chance)
      expect(mean, `${id} (aim ${value})`).toBeLessThan(high + chance)
    }
    expect(scenario.targets.filter(({ use }) => use === 'fit')).toHaveLength(5)
  })
})
