/** Regimes: whatever a dated change does to a scenario is checked like a file, runs to its end and is told when it is in vain. */
import { describe, expect, it } from 'vitest'
import { digest, type ModelSpec, type World } from '../../../src/engine'
import {
  changesInRun,
  compileScenario,
  parameterRows,
  type ScenarioFile,
  SECTIONS,
  settingNotices,
  validateScenario,
} from '../../../src/scenario'
import { expectEveryGram } from '../../support/balance'
import { changeable, everything, valuesOf } from '../../support/changeable'
import { richest } from '../../support/rich'
import { checkpoint, line, parallel, scenarioOf, specOf } from '../../support/scenarios'
import { sumOf, worldAfter } from '../../support/worlds'

type Change = NonNullable<ScenarioFile['interventions']>[number]['changes'][number]

function changed(file: ScenarioFile, ...changes: Change[]): ScenarioFile {
  return { ...file, interventions: [{ id: 'change', title: 'Change', changes }] }
}

function issuesOf(file: ScenarioFile): string[] {
  const parsed = validateScenario(file)
  return parsed.ok ? [] : parsed.issues.map(({ path, message }) => `${path}: ${message}`)
}

/** Fails when a number of the world is none. */
function expectNumbers(world: World): void {
  const { counters, market, patrols } = world
  const states = { ...world, ...counters, ...market, ...patrols }
  for (const [name, values] of Object.entries(states))
    if (values instanceof Float64Array) expect(values.findIndex(Number.isNaN), name).toBe(-1)
}

describe('a change of any parameter', () => {
  const base = scenarioOf(everything())
  const rows = changeable(base)
  const before = digest(worldAfter(compileScenario(base), 20))

  it('is tried below: no parameter that may change is left out', () => {
    const all = SECTIONS.flatMap((section) => (section === 'scenario' ? [] : parameterRows(section)))
    expect([...new Set(all.filter(changesInRun).map(({ key }) => key))].toSorted()).toEqual(
      rows.map(([key]) => key).toSorted(),
    )
    expect(rows.length).toBeGreaterThan(70)
  })

  it.each(rows)(
    '%s leaves a run that ends, with every gram accounted for and no number missing',
    (_, { row, target }) => {
      for (const set of valuesOf(row)) {
        const spec = specOf(changed(everything(), { target, from: '2009-11-04', until: '2009-12-04', set }))
        expect(digest(worldAfter(spec, 20)), `before ${target} = ${set}`).toBe(before)
        for (const days of [35, 65]) {
          const world = worldAfter(spec, days)
          expectEveryGram(world)
          expectNumbers(world)
          expect(sumOf(world.counters.dispatched)).toBeGreaterThan(0)
        }
      }
    },
  )
})

describe('a regime', () => {
  const at = { from: '2009-03-01' }
  const uniform = { kind: 'uniform' as const, minKg: 1, maxKg: 10 }
  const loads = line([checkpoint('gate')], { loads: { road: uniform } })

  it.each([
    [
      'loads without a range',
      changed(loads, { ...at, target: 'organisations.org.loads.road.minKg', set: 50 }),
      ['organisations.org.loads.road.minKg: The smallest load'],
    ],
    [
      'a crossing that never opens',
      changed(
        loads,
        { ...at, target: 'checkpoints.*.openUntilHour', set: 5 },
        { ...at, target: 'checkpoints.*.openFromHour', set: 5 },
      ),
      ['checkpoints.gate.openUntilHour: The crossing opens'],
    ],
    [
      'a load of another kind',
      changed(loads, { ...at, target: 'organisations.org.loads.road.kg', set: 5 }),
      ['organisations.org.loads.road.kg: Unknown key "kg"'],
    ],
    [
      'a demand nowhere',
      changed(loads, { ...at, target: 'commodities.goods.market.demandKgPerDay.nowhere', set: 5 }),
      ['commodities.goods.market.demandKgPerDay: There is no node "nowhere"'],
    ],
  ])('with %s is refused with its date and its intervention', (_, file, told) => {
    const issues = issuesOf(file)
    expect(issues).toHaveLength(told.length)
    for (const [i, part] of told.entries()) {
      expect(issues[i]).toContain(
        `interventions.change: On 2009-03-01, when changes of "change" begin or end: ${part}`,
      )
    }
  })

  it('that a change leaves behind when it ends is checked too, and a mistake is told once', () => {
    const narrow = { from: '2009-02-01', target: 'organisations.org.loads.road.maxKg', set: 20 }
    const wide = { from: '2009-03-01', until: '2009-04-01', target: narrow.target, set: 40 }
    const raised = { from: '2009-03-15', target: 'organisations.org.loads.road.minKg', set: 30 }
    const issues = issuesOf(changed(loads, narrow, wide, raised))
    expect(issues).toHaveLength(1)
    expect(issues[0]).toContain('On 2009-04-01')
  })

  it('has the same routes and candidates as the run, whatever its changes', () => {
    const spec = specOf(
      changed(richest(), { target: 'organisations.*.generatedRoutes.count', from: '2009-11-01', set: 5 }),
    )
    const entities = ({ routes, candidates }: ModelSpec) => [routes.ids, [...candidates.route]]
    expect(spec.regimes).toHaveLength(1)
    for (const regime of spec.regimes) expect(entities(regime.spec)).toEqual(entities(spec))
  })
})

describe('a change at several places', () => {
  it('is checked at each kind of place it leads to', () => {
    const issues = issuesOf(
      changed(line([checkpoint('a')]), { target: 'assumptions.*', from: '2009-02-01', set: 100 }),
    )
    expect(issues.map((issue) => /"(assumptions\.\w+)"/.exec(issue)?.[1])).toEqual([
      'assumptions.convictionProbability',
      'assumptions.bribeMarket',
    ])
  })

  it('is refused once when one of them is no parameter', () => {
    const issues = issuesOf(
      changed(line([checkpoint('a'), checkpoint('b')]), {
        target: 'checkpoints.a.*',
        from: '2009-02-01',
        scale: 2,
      }),
    )
    expect(issues).toEqual([
      'interventions.change.changes.0.target: "checkpoints.a.id" is not a parameter that can change during a run.',
    ])
  })

  it('is refused where it could not have an effect during the run', () => {
    const target = 'organisations.org.supply.0.initialStockDays'
    expect(issuesOf(changed(line([checkpoint('a')]), { target, from: '2009-02-01', set: 3 }))).toEqual([
      `interventions.change.changes.0.target: "${target}" has no effect after the first day of a run.`,
    ])
  })
})

describe('what a scenario asks for in vain', () => {
  const notices = (file: ScenarioFile) => {
    const parsed = validateScenario(file)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    expect(settingNotices(parsed.scenario)).toEqual(parsed.notices)
    return parsed.notices
  }
  const base = line([checkpoint('a', { sealedPolicy: 'honour' }), checkpoint('b', { interdictionOdds: 0.1 })])
  const opened = { target: 'checkpoints[sealedPolicy=honour].sealedPolicy', from: '2009-03-01', set: 'open' }

  it('is nothing where every change has something to change', () => {
    expect(notices(changed(base, opened))).toEqual([])
  })

  it('is a place for every team', () => {
    const teams = [{ id: 'two', name: 'Two', count: 2, places: [{ node: 'a' }, { node: 'b' }] }]
    expect(notices({ ...base, teams })).toEqual([])
    expect(notices({ ...base, teams: teams.map((group) => ({ ...group, count: 3 })) })).toEqual([
      'teams.two: 3 teams have 2 places; those left without a place stand by and are paid.',
    ])
  })

  it('is work for every processing site: of two that take the same at one place, the first by id has it', () => {
    const site = { name: 'Site', node: 'a', input: 'goods', output: 'goods', yieldShare: 0.5 }
    const sites = (until?: string) => [
      { ...site, id: 'old', until },
      { ...site, id: 'young', from: '2009-06-01' },
    ]
    expect(notices({ ...base, processingSites: sites('2009-06-01') })).toEqual([])
    expect(notices({ ...base, processingSites: sites() })).toEqual([
      'processingSites.young: "old" also takes "goods" at "a" and comes first by id; this one stands idle whenever both could work.',
    ])
  })

  it('is told when a selector matches nothing on the day on which its change begins', () => {
    const early = { target: 'checkpoints.a.sealedPolicy', from: '2009-02-01', set: 'open' }
    const [notice] = notices(changed(base, early, opened))
    expect(notice).toContain(`interventions.change: "${opened.target}" matches nothing on 2009-03-01`)
    expect(notices(changed(base, { ...early, until: '2009-02-20' }, opened))).toEqual([])
  })

  it('does no harm to a scenario whose switched-off event loses what it selects', () => {
    const off = { id: 'off', title: 'Off', enabled: false, changes: [opened] }
    const file = line([checkpoint('a'), checkpoint('b')])
    expect(notices({ ...file, interventions: [off] })).toEqual([])
    expect(notices({ ...file, locks: { 'checkpoints[sealedPolicy=honour].staff': 'given' } })).toEqual([
      'locks: "checkpoints[sealedPolicy=honour].staff" matches nothing at present.',
    ])
  })

  it.each([
    'checkpoints[sealPolicy=honour].staff',
    'checkpoints[id=none].staff',
    'checkpoints[sealedPolicy=none].staf.x',
  ])('is a mistake where the path is wrong: %s', (target) => {
    expect(issuesOf(changed(base, { target, from: '2009-03-01', set: 1 }))[0]).toContain('matches nothing')
  })

  it('checks the value of a change even when its selector matches nothing yet', () => {
    const wrong = { target: 'checkpoints[sealedPolicy=none].staff', from: '2009-03-01', set: -1 }
    expect(issuesOf(changed(base, wrong))).toHaveLength(1)
  })

  it('is told when there is no value to scale or add to, unless an earlier change has set one', () => {
    const scale = { target: 'checkpoints.*.interdictionOdds', from: '2009-03-01', scale: 2 }
    expect(notices(changed(base, scale))).toEqual([
      'interventions.change: there is no value to scale or add to at 1 of 2 places: "checkpoints.a.interdictionOdds".',
    ])
    const given = { target: 'checkpoints.a.interdictionOdds', from: '2009-02-01', set: 0.2 }
    expect(notices(changed(base, given, scale))).toEqual([])
  })

  it('is told of changes after the last day and before the first', () => {
    const late = { target: 'checkpoints.a.staff', from: '2010-01-01', set: 5 }
    const past = { target: 'checkpoints.a.staff', from: '2008-02-01', until: '2009-01-01', set: 5 }
    const told = notices(changed(base, late, past))
    expect(told[0]).toContain('ends before the run begins on 2009-01-01')
    expect(told[1]).toContain('from 2010-01-01 begins after the last day of the scenario, 2009-12-31')
    expect(notices(changed(base, { ...late, from: '2009-12-31' }))).toEqual([])
  })
})

describe('one-off costs', () => {
  it.each([
    ['2008-12-31', 0],
    ['2009-01-01', 70_000],
    ['2009-01-20', 70_000],
  ])(
    'of an intervention and an operation that begin on %s are charged unless that is before the run',
    (from, cents) => {
      const file = changed(line([checkpoint('a')]), {
        target: 'checkpoints.a.staff',
        from,
        set: 3,
        costUsd: 700,
      })
      const operation = { id: 'op', name: 'Operation', node: 'a', from, days: 40, costUsd: 700 }
      const { counters } = worldAfter(specOf({ ...file, operations: [operation] }), 30)
      expect([counters.costCents[3], counters.costCents[2]]).toEqual([cents, cents])
    },
  )
})

describe('a change of who hears of an operation', () => {
  it('holds from its day on', () => {
    const odds = { learning: { information: 'true-odds' as const } }
    const operation = {
      id: 'op',
      name: 'Operation',
      node: 'a',
      from: '2009-03-01',
      days: 60,
      leak: 0,
      detection: 0,
    }
    const file = { ...parallel([checkpoint('a'), checkpoint('b')], odds), operations: [operation] }
    const crossings = (tried: ScenarioFile) => {
      const [first, last] = [70, 110].map(
        (days) => worldAfter(specOf(tried), days).counters.crossings[0] ?? 0,
      )
      return (last ?? 0) - (first ?? 0)
    }
    expect(crossings(file)).toBeGreaterThan(1_000)
    expect(crossings(changed(file, { target: 'operations.op.leak', from: '2009-02-01', set: 1 }))).toBe(0)
  })
})

describe('opening hours', () => {
  const at = (first: object, second: object): ScenarioFile => ({
    ...line([checkpoint('a')]),
    checkpoints: [checkpoint('a', first), { ...checkpoint('b', second), node: 'a' }],
  })
  const night = { openFromHour: 20, openUntilHour: 4 }

  it.each([
    [
      { openFromHour: 0, openUntilHour: 6 },
      { openFromHour: 12, openUntilHour: 18 },
    ],
    [night, { openFromHour: 4, openUntilHour: 20 }],
  ])('of two checkpoints at one place that never meet are refused: %j and %j', (first, second) => {
    expect(issuesOf(at(first, second))).toEqual([
      'checkpoints.a.openFromHour: The checkpoints at "a" (a, b) are never open at the same hour, and a load passes all of them at once.',
    ])
  })

  it.each([
    [night, { openFromHour: 3, openUntilHour: 12 }],
    [night, {}],
    [
      { openFromHour: 5, openUntilHour: 7 },
      { openFromHour: 6, openUntilHour: 5 },
    ],
  ])('that meet for an hour let everything pass: %j and %j', (first, second) => {
    const world = worldAfter(specOf(at(first, second)), 60)
    expect(sumOf(world.counters.delivered)).toBeGreaterThan(5_000)
  })
})
