/** Movement: a supply that can never leave and a route that can never be used are told, each with its reason, and no other. */
import { describe, expect, it } from 'vitest'
import { datedChanges, type ScenarioFile, validateScenario } from '../../../src/scenario'
import { statesOf } from '../../../src/scenario/check/movement'
import { BUNDLED, bundledScenario } from '../../support/bundled'
import { checkpoint, line, parallel, scenarioOf, specOf } from '../../support/scenarios'
import { sumOf, worldAfter } from '../../support/worlds'

type Change = NonNullable<ScenarioFile['interventions']>[number]['changes'][number]

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const SUPPLY = 'organisations.org.supply.0: no "goods" can ever leave "source" during this run'

function noticesOf(file: ScenarioFile): readonly string[] {
  const parsed = validateScenario(file)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.notices
}

/** What a year of the scenario dispatches. */
const dispatched = (file: ScenarioFile) => {
  const spec = specOf(file)
  return sumOf(worldAfter(spec, spec.days).counters.dispatched)
}

function withLegs(file: ScenarioFile, openMonths: (id: string) => number[]): ScenarioFile {
  return { ...file, legs: file.legs.map((leg) => ({ ...leg, openMonths: openMonths(leg.id) })) }
}

function withOwner(file: ScenarioFile, changes: object): ScenarioFile {
  return { ...file, organisations: file.organisations.map((own) => ({ ...own, ...changes })) }
}

function changed(file: ScenarioFile, ...changes: Change[]): ScenarioFile {
  return { ...file, interventions: [{ id: 'change', title: 'Change', changes }] }
}

const two = () => parallel([checkpoint('a'), checkpoint('b')])

describe('a supply that nothing can ever move', () => {
  const generated = { routes: [], generatedRoutes: { count: 2, replanDays: 10 } }
  const noSupply = { supply: [{ commodity: 'goods', source: 'source', kgPerDay: 0 }] }
  const weightless = () => ({ ...two(), routes: two().routes.map((route) => ({ ...route, weight: 0 })) })

  it.each([
    ['all legs are closed', withLegs(two(), () => []), 'none of its routes from there is ever open', 2],
    ['there are no crews', withOwner(two(), { crews: 0 }), 'the organisation has no crews', 0],
    ['there is no supply', withOwner(two(), noSupply), 'there is no supply, 0 kg a day', 0],
    ['all weights are 0', weightless(), 'all its routes from there that ever open have weight 0', 0],
    [
      'no way that could be found is open',
      withLegs(withOwner(two(), generated), (id) => (id.startsWith('source') ? ALL_MONTHS : [])),
      'no open route leads to a market with a price for it',
      0,
    ],
    [
      'every way passes a closed checkpoint',
      {
        ...two(),
        checkpoints: [
          checkpoint('a', { closedMonths: ALL_MONTHS }),
          checkpoint('b', { closedMonths: ALL_MONTHS }),
        ],
      },
      'none of its routes from there is ever open',
      2,
    ],
  ])('is told where %s', (_, file, reason, routes) => {
    const notices = noticesOf(file)
    expect(notices[0]).toBe(`${SUPPLY}: ${reason}.`)
    expect(notices).toHaveLength(1 + routes)
    expect(dispatched(file)).toBe(0)
  })

  it('is told where crews, supply and an open route never meet', () => {
    const closed = withLegs(line([checkpoint('a')]), () => [7, 8])
    const file = changed(closed, {
      target: 'organisations.org.crews',
      from: '2009-06-01',
      until: '2009-10-01',
      set: 0,
    })
    expect(noticesOf(file)).toEqual([
      `${SUPPLY}: it never has supply, crews and an open route at the same time.`,
    ])
    expect(dispatched(file)).toBe(0)
  })
})

describe('a route that can never be used', () => {
  const blocked = (file: ScenarioFile) => noticesOf(file).filter((notice) => notice.startsWith('routes.'))

  it('is told with the leg that is closed', () => {
    const file = withLegs(two(), (id) => (id === 'a-market' ? [] : ALL_MONTHS))
    expect(noticesOf(file)).toEqual([
      'routes.r0: this route can never be used during this run: "a-market" is closed in every month.',
    ])
  })

  it('is told with the checkpoints of a place that are never open in the same month', () => {
    const shut = (id: string, closedMonths: number[]) => ({ ...checkpoint(id, { closedMonths }), node: 'a' })
    const file = {
      ...line([checkpoint('a')]),
      checkpoints: [shut('x', [1, 2, 3, 4, 5, 6]), shut('y', [7, 8, 9, 10, 11, 12])],
    }
    expect(blocked(file)).toEqual([
      'routes.only: this route can never be used during this run: the checkpoints at "a" ("x", "y") are never all open in the same month, and a load passes all of them at once.',
    ])
    expect(dispatched(file)).toBe(0)
  })

  it('is told where its legs are never open one after the other', () => {
    const file = withLegs(line([checkpoint('a')]), (id) => (id === 'leg0' ? [1, 2] : [7, 8]))
    expect(blocked(file)).toEqual([
      'routes.only: this route can never be used during this run: whatever the day it sets out, a shipment finds some leg or checkpoint closed when it gets there.',
    ])
    expect(dispatched(file)).toBe(0)
  })

  it('is told where it opens only after the last day', () => {
    const file = { ...withLegs(line([checkpoint('a')]), () => [7]), days: 100 }
    expect(blocked(file)).toHaveLength(1)
    expect(blocked({ ...file, days: 182 })).toEqual([])
    expect(dispatched({ ...file, days: 182 })).toBeGreaterThan(0)
  })

  it('is told twenty times at most, then how many more there are', () => {
    const file = parallel(Array.from({ length: 30 }, (_, i) => checkpoint(`p${i}`)))
    const notices = noticesOf(withLegs(file, () => []))
    expect(notices).toHaveLength(1 + 20 + 1)
    expect(notices.at(-1)).toBe('... and 10 more like these.')
  })
})

describe('the states of a run', () => {
  const states = (...targets: string[]) => {
    const file = changed(
      two(),
      ...targets.map((target, i): Change => ({ target, from: `2009-0${i + 2}-01`, scale: 2 })),
    )
    const scenario = scenarioOf(file)
    return [...statesOf(scenario, datedChanges(scenario))].map(({ from, until }) => [from, until])
  }

  it('begin with changes that decide whether something can move, and with no other', () => {
    expect(states('checkpoints.*.staff', 'legs.*.km')).toEqual([[0, 365]])
    expect(states('checkpoints.*.staff', 'legs.*.hours')).toEqual([
      [0, 59],
      [59, 365],
    ])
    expect(states('checkpoints.*.staff', 'legs[mode=road].hours')).toHaveLength(3)
  })
})

describe('no notice is given', () => {
  it.each([
    [
      'one day on which both legs are open in turn',
      withLegs(parallel([checkpoint('a')]), (id) => (id === 'a-market' ? [3, 4] : [1, 2])),
    ],
    [
      'a parallel leg that is open',
      () => {
        const file = line([checkpoint('a')])
        const [first, second] = file.legs
        if (first === undefined || second === undefined) throw new Error('no legs')
        return { ...file, legs: [{ ...first, id: 'shut', openMonths: [] }, first, second] }
      },
    ],
    [
      'an intervention that opens a leg later',
      changed(
        withLegs(line([checkpoint('a')]), (id) => (id === 'leg0' ? [] : ALL_MONTHS)),
        { target: 'legs.leg0.openMonths', from: '2009-11-01', set: [12] },
      ),
    ],
    [
      'an intervention that brings crews later',
      changed(withOwner(two(), { crews: 0 }), {
        target: 'organisations.org.crews',
        from: '2009-11-01',
        set: 5,
      }),
    ],
    [
      'a supply that ends before crews come, whose stock waits',
      changed(
        withOwner(two(), { crews: 0 }),
        { target: 'organisations.org.supply.0.kgPerDay', from: '2009-03-01', set: 0 },
        { target: 'organisations.org.crews', from: '2009-11-01', set: 5 },
      ),
    ],
    [
      'an intervention that lets an organisation look for ways',
      changed(
        withLegs(two(), (id) => (id === 'a-market' ? [12] : ALL_MONTHS)),
        { target: 'organisations.org.generatedRoutes.count', from: '2009-11-01', set: 2 },
      ),
    ],
    ['odds of 1 at every checkpoint', parallel([checkpoint('a', { interdictionOdds: 1 })])],
    [
      'a weight of 0 on one of two routes',
      { ...two(), routes: two().routes.map((route, i) => ({ ...route, weight: i })) },
    ],
  ])('for %s', (name, build) => {
    const file = typeof build === 'function' ? build() : build
    expect(noticesOf(file)).toEqual([])
    if (!name.includes('stock waits')) expect(dispatched(file)).toBeGreaterThan(0)
  })

  it.each(BUNDLED)('in the bundled scenario %s', (id) => {
    expect(noticesOf(bundledScenario(id))).toEqual([])
  })
})
