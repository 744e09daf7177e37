/** Edits judged where they differ from the former scenario: the same answer as for the whole document. */
import { describe, expect, it } from 'vitest'
import { structureOf } from '../../../src/engine'
import {
  allParameterRows,
  differencesBetween,
  getAt,
  LIMITS,
  numberPaths,
  type Scenario,
  setAll,
  setAt,
  specOf,
  standsAlone,
  validateScenario,
} from '../../../src/scenario'
import { editedFrom } from '../../../src/scenario/edit/edited'
import { applied } from '../../../src/scenario/paths'
import { chanceOf, randomScenario } from '../../support/random'
import { richest } from '../../support/rich'
import { scenarioOf } from '../../support/scenarios'

const SCENARIOS = 12
const EDITS = 60

/** A scenario in which paths stand for values by their fields, and variants change what an edit may change too. */
function pathful(n: number): Scenario {
  const file = n === 0 ? richest() : randomScenario(n)
  return scenarioOf({
    ...file,
    organisations: file.organisations.map((own, i) => ({ ...own, crews: 30 + i })),
    variants: [
      {
        id: 'hours',
        title: 'Hours',
        set: { 'checkpoints.*.openUntilHour': 20, 'checkpoints.*.openFromHour': 6 },
      },
      { id: 'staff', title: 'Staff', set: { 'checkpoints[country=XA].staff': 3, days: 200 } },
    ],
    freeParameters: [{ id: 'odds', title: 'Odds', paths: ['legs.*.km'], low: 0.5, high: 2 }],
    locks: {
      'organisations[crews=30].supply.1.kgPerDay': 'given',
      'checkpoints.pass_customs.tags': 'given',
    },
  })
}

type Setting = readonly [path: string, value: unknown]

/** Values that may stand in place of another: near it, at the ends of what is possible, of another type, or none. */
function valuesFor(value: unknown): unknown[] {
  const others = [undefined, null, -1, 0, 1, 7, 13, 1e9, '', 'market', true, [], [1, 12], [13], {}]
  return typeof value === 'number' ? [value, value + 1, value / 2, Math.floor(value * 3), ...others] : others
}

const LISTS = [
  'nodes',
  'legs',
  'checkpoints',
  'routes',
  'teams',
  'operations',
  'interventions',
  'variants',
] as const

/** A setting of one value, of many by a selector, or of a whole list. */
function randomSetting(scenario: Scenario, chance: () => number): Setting {
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T
  const kind = chance()
  if (kind < 0.15) {
    const list = oneOf(LISTS)
    const entries: readonly object[] = scenario[list]
    const at = Math.floor(chance() * entries.length)
    const copy = { ...entries[at], id: oneOf(['new', 'pass', 'field']) }
    return [list, oneOf([entries.toSpliced(at, 1), [...entries, copy], entries.toReversed(), [...entries]])]
  }
  if (kind < 0.3) {
    const { section, row } = oneOf(allParameterRows().filter(({ section }) => section !== 'scenario'))
    const path = section === 'assumptions' ? `assumptions.${row.path}` : `${section}.*.${row.path}`
    return [path, oneOf([...valuesFor(row.default), row.min, row.max, ...(row.options ?? [])])]
  }
  if (kind < 0.4) {
    const others = [
      'startDate',
      'days',
      'seed',
      'interventions.*.enabled',
      'operations.*.enabled',
      'id',
      'formatVersion',
    ]
    return [oneOf(others), oneOf([...valuesFor(400), '2009-02-30', '2010-02-01'])]
  }
  const path = oneOf(numberPaths(scenario))
  return [path, oneOf(valuesFor(getAt(scenario, path)))]
}

/** What the whole document would be answered with, had nobody known the scenario before. */
function judgedWhole(document: object) {
  const checked = validateScenario(structuredClone(document))
  return checked.ok ? { ok: true, scenario: checked.scenario } : checked
}

describe('an edit', () => {
  it.each(Array.from({ length: SCENARIOS }, (_, n) => n))(
    'of the random scenario %i is taken or refused as its whole document is',
    (n) => {
      let scenario = pathful(n)
      const chance = chanceOf(n, 9)
      let taken = 0
      for (let i = 0; i < EDITS; i++) {
        const settings = Array.from({ length: chance() < 0.8 ? 1 : 3 }, () => randomSetting(scenario, chance))
        const { document } = applied(scenario, settings)
        const edited = editedFrom(scenario, document)
        const whole = judgedWhole(document)
        const { changes, ...answer } = edited.ok ? edited : { ...edited, changes: [] }
        expect(answer, JSON.stringify(settings)).toEqual(whole)
        if (!edited.ok) continue
        taken++
        expect(JSON.stringify(edited.scenario)).toBe(JSON.stringify(whole.ok ? whole.scenario : undefined))
        expect(changes).toEqual(
          differencesBetween(structuredClone(scenario), structuredClone(edited.scenario)),
        )
        scenario = edited.scenario
      }
      expect(taken).toBeGreaterThan(EDITS / 10)
    },
  )

  it('shares with the former scenario all that it left alone', () => {
    const before = pathful(0)
    const edited = setAt(before, 'checkpoints.pass_guard.staff', 7)
    if (!edited.ok) throw new Error('refused')
    const { scenario, changes } = edited
    expect(changes).toEqual([{ path: 'checkpoints.pass_guard.staff', before: 20, after: 7 }])
    for (const [part, value] of Object.entries(before))
      if (part !== 'checkpoints') expect(scenario[part as keyof Scenario], part).toBe(value)
    const others = scenario.checkpoints.filter((checkpoint, i) => checkpoint === before.checkpoints[i])
    expect(others).toHaveLength(before.checkpoints.length - 1)
    expect(setAt(before, 'checkpoints.pass_guard.staff', 20)).toEqual({
      ok: true,
      scenario: before,
      changes: [],
    })
  })

  it('is refused where a path no longer leads anywhere because of a number that it selects by', () => {
    const before = pathful(0)
    const edited = setAll(before, [
      ['organisations.alpha.crews', 32],
      ['organisations.beta.crews', 30],
    ])
    expect(edited.ok ? [] : edited.issues.map(({ path }) => path)).toEqual([
      'locks.organisations[crews=30].supply.1.kgPerDay',
    ])
  })

  it('of numbers that stand alone leaves the parts of a run as they are', () => {
    const before = pathful(3)
    const structure = structureOf(specOf(before))
    let alone = 0
    for (const path of numberPaths(before).filter((_, i) => i % 7 === 0)) {
      const edited = setAt(before, path, Number(getAt(before, path)) * 0.75)
      if (!edited.ok || edited.changes.length === 0 || !edited.changes.every(standsAlone)) continue
      alone++
      expect(structureOf(specOf(edited.scenario)), path).toBe(structure)
    }
    expect(alone).toBeGreaterThan(20)
  })

  it('is refused for what it comes to on a later date', () => {
    const change = { target: 'checkpoints.trail_patrol.openFromHour', from: '2009-12-01', set: 2 }
    const before = scenarioOf({
      ...richest(),
      interventions: [{ id: 'late', title: 'Late', changes: [change] }],
    })
    const edited = setAt(before, 'checkpoints.trail_patrol.openUntilHour', 2)
    expect(edited.ok ? [] : edited.issues.map(({ path }) => path)).toContain('interventions.late')
  })

  it('is refused where it makes a list longer than it may be', () => {
    const variants = Array.from({ length: LIMITS.variants + 1 }, (_, i) => ({
      id: `variant_${i}`,
      title: 'One of many',
      set: {},
    }))
    const edited = setAt(pathful(0), 'variants', variants)
    expect(edited.ok ? [] : edited.issues.map(({ path }) => path)).toEqual(['variants'])
  })

  it('of a scenario that nobody has checked is judged as a whole', () => {
    const before = { ...pathful(0), days: -1 }
    const edited = setAt(before, 'checkpoints.pass_guard.staff', 7)
    expect(edited.ok ? [] : edited.issues.map(({ path }) => path)).toEqual(['days'])
  })
})
