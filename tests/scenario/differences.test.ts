/** Differences of two scenarios: concrete paths with old and new values. */
import { describe, expect, it } from 'vitest'
import { differencesBetween, setAll } from '../../src/scenario'
import { takenBack } from '../../src/scenario/differences'
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

describe('a change taken back', () => {
  const a = { id: 'a', staff: 1 }
  const b = { id: 'b', staff: 2 }
  const c = { id: 'c', staff: 3 }

  it('of an entry that was added takes that entry away and keeps what was done to the others since', () => {
    const later = [{ ...a, staff: 9 }, b, c]
    expect(takenBack(later, [a], [a, b])).toEqual([{ ...a, staff: 9 }, c])
  })

  it('of an entry that was deleted puts it back in its place, once', () => {
    expect(takenBack([a, { ...c, staff: 9 }], [a, b, c], [a, c])).toEqual([a, b, { ...c, staff: 9 }])
    expect(takenBack([c], [a, b, c], [c])).toEqual([a, b, c])
    expect(takenBack([a, b, c], [a, b, c], [a, c])).toEqual([a, b, c])
  })

  it('of one value of an entry keeps the other values', () => {
    const before = [{ id: 'a', staff: 1, salary: 5 }]
    const after = [{ id: 'a', staff: 2, salary: 5 }, b]
    expect(takenBack([{ id: 'a', staff: 2, salary: 7 }, b], before, after)).toEqual([
      { id: 'a', staff: 1, salary: 7 },
    ])
    expect(takenBack({ staff: 2, note: 'later' }, { staff: 1 }, { staff: 2 })).toEqual({
      staff: 1,
      note: 'later',
    })
    expect(takenBack({ staff: 2 }, {}, { staff: 2 })).toEqual({})
  })

  it('of a list without names is the list as it was', () => {
    expect(takenBack([1, 2, 3], [1], [1, 2])).toEqual([1])
    expect(takenBack(7, 5, 5)).toBe(7)
  })
})
