/** Differences of two scenarios: concrete paths with old and new values. */
import { describe, expect, it } from 'vitest'
import { differencesBetween, setAll } from '../../src/scenario'
import { richest } from '../support/rich'
import { scenarioOf } from '../support/scenarios'

const scenario = scenarioOf(richest())

describe('differences', () => {
  it('are the settings that were made, by id', () => {
    const settings: [path: string, value: unknown][] = [
      ['checkpoints.pass_guard.interdictionOdds', undefined],
      ['checkpoints.port_customs.closedMonths', [1, 12]],
      ['organisations.alpha.supply.1.kgPerDay', 9],
      ['teams.team_flow.count', 4],
      ['interventions.staffing.enabled', false],
    ]
    const edited = setAll(scenario, settings)
    const found = edited.ok ? differencesBetween(scenario, edited.scenario) : []
    expect(new Map(found.map(({ path, after }) => [path, after]))).toEqual(new Map(settings))
    expect(found.find(({ path }) => path.endsWith('interdictionOdds'))?.before).toBe(0.06)
  })

  it('of lists with other entries are one', () => {
    const shorter = { ...scenario, teams: scenario.teams.slice(1) }
    const swapped = { ...scenario, teams: scenario.teams.toReversed() }
    expect(differencesBetween(scenario, shorter).map(({ path }) => path)).toEqual(['teams'])
    expect(differencesBetween(scenario, swapped).map(({ path }) => path)).toEqual(['teams'])
    expect(differencesBetween(scenario, structuredClone(scenario))).toEqual([])
  })
})
