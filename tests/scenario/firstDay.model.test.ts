/** First day: a value that a file gives and the same value from an intervention that holds from the start are the same run. */
import { describe, expect, it } from 'vitest'
import { digest } from '../../src/engine'
import { compileScenario, type Scenario, type ScenarioFile, setAll } from '../../src/scenario'
import { changeable, everything, valuesOf } from '../support/changeable'
import { checkpoint, line, scenarioOf } from '../support/scenarios'
import { worldAfter } from '../support/worlds'

const DAYS = 60
const base = scenarioOf(everything())

function edited(scenario: Scenario, path: string, value: unknown): Scenario {
  const result = setAll(scenario, [[path, value]])
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.scenario
}

function changedFrom(scenario: Scenario, from: string, target: string, set: unknown): Scenario {
  const changes = [{ target, from, set }]
  return edited(scenario, 'interventions', [{ id: 'first', title: 'First', changes }])
}

/** What the run is built from, without what names the scenario and without the costs of changes. */
const valuesOfRun = (scenario: Scenario) => ({
  ...compileScenario(scenario),
  scenarioDigest: '',
  regimes: [],
})

const digestOf = (scenario: Scenario) => digest(worldAfter(compileScenario(scenario), DAYS))

describe('a value of the first day', () => {
  it.each(changeable(base))('of %s may stand in the file or in an intervention', (_, { row, target }) => {
    for (const value of valuesOf(row)) {
      const plain = digestOf(edited(base, target, value))
      const [first, earlier] = [base.startDate, '2001-05-05'].map((from) =>
        changedFrom(base, from, target, value),
      ) as [Scenario, Scenario]
      expect(digestOf(first), `${target} = ${value}`).toBe(plain)
      expect(valuesOfRun(earlier)).toEqual(valuesOfRun(first))
    }
  })

  it('decides the initial stock, as its supply does', () => {
    const file: ScenarioFile = line([checkpoint('a')])
    const target = 'organisations.org.supply.0.kgPerDay'
    const stockOf = (scenario: Scenario) => worldAfter(compileScenario(scenario), 0).stockGrams[0]
    expect(stockOf(changedFrom(scenarioOf(file), '2009-01-01', target, 7))).toBe(7 * 30 * 1000)
    expect(stockOf(changedFrom(scenarioOf(file), '2009-01-02', target, 7))).toBe(100 * 30 * 1000)
  })

  it('decides the free crews and where teams stand', () => {
    const crews = 'organisations.*.crews'
    expect(worldAfter(compileScenario(changedFrom(base, base.startDate, crews, 3)), 0).crewsFree).toEqual(
      new Int32Array([3, 3, 3]),
    )
  })
})
