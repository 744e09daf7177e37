/** Change order: dated changes apply by date and then as the file has them, whatever they are called, and vain ones are told. */
import { describe, expect, it } from 'vitest'
import { digest, specOn } from '../../src/engine'
import {
  compileScenario,
  differencesFrom,
  type InterventionEntry,
  parseScenario,
  type Scenario,
  type ScenarioFile,
  scenarioDigest,
  serialiseScenario,
  validateScenario,
} from '../../src/scenario'
import { formerDigest } from '../../src/scenario/file/canonical'
import { scheduleOf } from '../../src/words'
import { rich } from '../support/rich'
import { checkpoint, line, parallel, scenarioOf } from '../support/scenarios'
import { worldAfter } from '../support/worlds'

type Change = NonNullable<ScenarioFile['interventions']>[number]['changes'][number]
type Interventions = NonNullable<ScenarioFile['interventions']>

const target = 'checkpoints.a.staff'
const base = (): ScenarioFile => line([checkpoint('a', { staff: 20 }), checkpoint('b')])

/** Each change an intervention of its own, named in turn. */
function inTurn(names: readonly string[], changes: readonly Omit<Change, 'target'>[]): Interventions {
  return changes.map((change, i) => ({
    id: names[i] ?? '',
    title: `Change ${i}`,
    changes: [{ target, ...change }],
  }))
}

function withChanges(...changes: Omit<Change, 'target'>[]): ScenarioFile {
  return { ...base(), interventions: inTurn(['z', 'y', 'x', 'w', 'v'], changes) }
}

/** Officers of checkpoint a on days of 2009, as `month-day`. */
function staffOn(scenario: Scenario, ...dates: string[]): (number | undefined)[] {
  const spec = compileScenario(scenario)
  const start = Date.parse('2009-01-01')
  return dates.map((date) => {
    const day = (Date.parse(`2009-${date}`) - start) / 86_400_000
    return specOn(spec, day).checkpoints.staff[0]
  })
}

const noticesOf = (file: ScenarioFile) => {
  const parsed = validateScenario(file)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.notices
}

describe('dated changes of one value', () => {
  const early = { from: '2009-02-01', set: 90 }
  const late = { from: '2009-04-01', set: 5 }

  it('apply by date: a later one holds from its day on, wherever it stands in the file and whatever it is called', () => {
    for (const changes of [
      [early, late],
      [late, early],
    ])
      for (const names of [
        ['step-9', 'step-10'],
        ['a', 'b'],
        ['b', 'a'],
      ]) {
        const scenario = scenarioOf({ ...base(), interventions: inTurn(names, changes) })
        expect(staffOn(scenario, '01-31', '02-01', '03-31', '04-01', '12-31')).toEqual([20, 90, 90, 5, 5])
      }
  })

  it('apply by date within one intervention too', () => {
    const changes = [late, early].map((change) => ({ target, ...change }))
    const scenario = scenarioOf({ ...base(), interventions: [{ id: 'one', title: 'One', changes }] })
    expect(staffOn(scenario, '03-31', '04-01')).toEqual([90, 5])
  })

  it('that begin before the run apply by date as well', () => {
    const scenario = scenarioOf(withChanges({ from: '2008-06-01', set: 7 }, { from: '2008-03-01', set: 8 }))
    expect(staffOn(scenario, '01-01')).toEqual([7])
  })

  it('of one date apply as the file has them', () => {
    const from = '2009-02-01'
    expect(staffOn(scenarioOf(withChanges({ from, set: 10 }, { from, scale: 2 })), '02-01')).toEqual([20])
    expect(staffOn(scenarioOf(withChanges({ from, scale: 2 }, { from, set: 10 })), '02-01')).toEqual([10])
  })

  it('that overlap, set, scaled and added, each work on what the earlier ones leave', () => {
    const scenario = scenarioOf(
      withChanges(
        { from: '2009-05-01', until: '2009-07-01', scale: 0.5 },
        { from: '2009-03-01', until: '2009-06-01', add: 8 },
        { from: '2009-02-01', set: 10 },
      ),
    )
    const dates = ['02-28', '03-01', '05-01', '06-01', '07-01']
    expect(staffOn(scenario, ...dates)).toEqual([10, 18, 9, 5, 10])
  })

  it('fall back, when a later one ends, to what the others that still hold make of the value', () => {
    const scenario = scenarioOf(
      withChanges(
        { from: '2009-04-01', until: '2009-05-01', set: 1 },
        { from: '2009-02-01', until: '2009-06-01', set: 50 },
      ),
    )
    expect(staffOn(scenario, '03-31', '04-01', '04-30', '05-01', '06-01')).toEqual([50, 1, 1, 50, 20])
  })

  it('meet without a gap or an overlap where one ends on the day on which the next begins', () => {
    const first = { from: '2009-02-01', until: '2009-03-01', add: 5 }
    const second = { from: '2009-03-01', until: '2009-04-01', add: 7 }
    for (const changes of [
      [first, second],
      [second, first],
    ])
      expect(staffOn(scenarioOf(withChanges(...changes)), '01-31', '02-28', '03-01', '04-01')).toEqual([
        20, 25, 27, 20,
      ])
  })
})

describe('the name of an intervention', () => {
  it('changes nothing in the run', () => {
    const runs = [
      ['one', 'two'],
      ['two', 'one'],
      ['step-9', 'step-10'],
    ].map((names) => {
      const [a, b] = ['2009-02-01', '2009-02-01']
      const interventions = names.map((id, i) => ({
        id,
        title: 'Step',
        changes: [
          { target: 'checkpoints.*.interdictionOdds', from: i === 0 ? a : b, set: i === 0 ? 0.6 : 0.1 },
        ],
      }))
      const file = parallel([checkpoint('p'), checkpoint('q')])
      return digest(worldAfter(compileScenario(scenarioOf({ ...file, interventions })), 60))
    })
    expect(new Set(runs).size).toBe(1)
  })
})

describe('the order of interventions', () => {
  const [one, two] = [1, 2].map((set): InterventionEntry => {
    const change = { target, from: '2009-02-01', set, costUsd: 0 }
    return { id: `set-${set}`, title: 'Set', enabled: true, changes: [change] }
  }) as [InterventionEntry, InterventionEntry]
  const scenario = { ...scenarioOf(base()), interventions: [one, two] }
  const turned = { ...scenario, interventions: [two, one] }

  it('is part of the digest of a scenario, as changes of one date depend on it', () => {
    expect(staffOn(scenario, '02-01')).not.toEqual(staffOn(turned, '02-01'))
    expect(scenarioDigest(scenario)).not.toBe(scenarioDigest(turned))
  })

  it('was no part of it before, and files that name that digest of their base still open', () => {
    const derived = differencesFrom(scenario, { ...scenario, id: 'derived', days: 30 })
    const open = (digest: string) =>
      parseScenario(JSON.stringify({ ...derived, extends: { id: 'line', digest } }), {
        known: ['line'],
        textOf: () => serialiseScenario(scenario),
      }).ok
    expect(formerDigest(scenario)).toBe(formerDigest(turned))
    expect([scenarioDigest(scenario), formerDigest(scenario), scenarioDigest(turned)].map(open)).toEqual([
      true,
      true,
      false,
    ])
  })

  it.each([
    ['turned', [two, one]],
    ['with a new one before', [{ ...one, id: 'a' }, one, two]],
    ['with a new one between', [one, { ...one, id: 'new' }, two]],
    ['with a new one behind', [one, two, { ...one, id: 'new' }]],
    ['without the first', [two]],
  ])('survives a derived file: %s', (_, interventions) => {
    const changed = { ...scenario, id: 'derived', interventions }
    const bases = { known: ['line'], textOf: () => serialiseScenario(scenario) }
    const parsed = parseScenario(JSON.stringify(differencesFrom(scenario, changed)), bases)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    expect(parsed.scenario.interventions).toEqual(interventions)
  })

  it('is that of the schedule: by date, those of one date as the file has them, and changes likewise', () => {
    const later = {
      ...one,
      id: 'a',
      changes: [...two.changes, ...one.changes].map((change, i) => ({
        ...change,
        from: `2009-0${5 - i}-01`,
      })),
    }
    const listed = scheduleOf({ ...scenario, interventions: [later, two, one] })
    expect(listed.map(({ id }) => id)).toEqual(['set-2', 'set-1', 'a'])
    expect(listed[2]?.lines[0]).toContain('Apr')
  })
})

describe('a change that never shows is told', () => {
  it('where a later one sets the value as long as it holds', () => {
    const from = '2009-02-01'
    expect(noticesOf(withChanges({ from, set: 10 }, { from, set: 11 }))).toEqual([
      'interventions.z: the change of "checkpoints.a.staff" from 2009-02-01 has no effect: other changes override it as long as it holds.',
    ])
    const inside = { from: '2009-03-01', until: '2009-04-01', set: 4 }
    expect(noticesOf(withChanges({ from, set: 10 }, inside))).toEqual([])
    expect(noticesOf(withChanges({ from, until: '2009-04-01', set: 10 }, { ...inside, from }))).toHaveLength(
      1,
    )
  })

  it('where the value is there already, or at the end of its range', () => {
    for (const change of [{ set: 20 }, { add: 0 }, { scale: 1 }])
      expect(noticesOf(withChanges({ from: '2009-02-01', ...change }))).toEqual([
        'interventions.z: the change of "checkpoints.a.staff" from 2009-02-01 does nothing: the value already is what the change would make it.',
      ])
    const full = { ...base(), checkpoints: [checkpoint('a', { staff: 2_000 }), checkpoint('b')] }
    expect(
      noticesOf({ ...full, interventions: inTurn(['x'], [{ from: '2009-02-01', add: 5 }]) }),
    ).toHaveLength(1)
    const months = {
      target: 'legs.leg0.openMonths',
      from: '2009-02-01',
      set: [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    }
    expect(
      noticesOf({ ...base(), interventions: [{ id: 'm', title: 'M', changes: [months] }] }),
    ).toHaveLength(1)
  })

  it('but not when it shows for a day, at one of its places, or once the other has ended', () => {
    const set = { from: '2009-02-01', set: 10 }
    expect(noticesOf(withChanges(set, { from: '2009-02-02', set: 11 }))).toEqual([])
    expect(noticesOf(withChanges(set, { ...set, until: '2009-12-31', set: 11 }))).toEqual([])
    const all = { ...set, target: 'checkpoints.*.staff' }
    expect(noticesOf(withChanges(all as Omit<Change, 'target'>, { ...set, set: 11 }))).toEqual([])
  })

  it('and one that shows only after the last day of the run does not', () => {
    const set = { from: '2009-02-01', set: 10 }
    expect(noticesOf(withChanges(set, { ...set, until: '2010-06-01', set: 11 }))).toHaveLength(1)
  })

  it('once for the same words, and of hundreds the first twenty with the number of the others', () => {
    const names = Array.from({ length: 300 }, (_, i) => `change${i}`)
    const idle = names.map(() => ({ from: '2009-02-01', set: 20 }))
    const told = noticesOf({ ...base(), interventions: inTurn(names, idle) })
    expect(told).toHaveLength(21)
    expect(told.at(-1)).toBe('... and 280 more like these.')
    const twice = [1, 2].map(() => ({ target, from: '2009-02-01', set: 20 }))
    const one = { id: 'one', title: 'One', changes: twice }
    expect(noticesOf({ ...base(), interventions: [one] })).toHaveLength(1)
  })
})

describe('a rich scenario with changes that overlap', () => {
  it('runs the same under any names of its interventions', () => {
    const changes: Change[] = [
      { target: 'checkpoints.*.staff', from: '2009-11-01', scale: 2 },
      { target: 'checkpoints[node=pass].staff', from: '2009-11-01', until: '2009-12-01', add: 6 },
      { target: 'checkpoints.pass_customs.staff', from: '2009-10-20', set: 3 },
      { target: 'legs.field_pass.hours', from: '2009-10-20', scale: 3 },
    ]
    const run = (nameOf: (i: number) => string) => {
      const interventions = changes.map((change, i) => ({ id: nameOf(i), title: 'Step', changes: [change] }))
      return digest(worldAfter(compileScenario(scenarioOf({ ...rich(), interventions })), 60))
    }
    expect(run((i) => `z${9 - i}`)).toBe(run((i) => `a${i}`))
  })
})
