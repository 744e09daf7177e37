/** Interventions: dated changes of parameters, checked like a file. */
import { describe, expect, it } from 'vitest'
import { createWorld, digest, step } from '../../src/engine'
import { compileScenario, scenarioDigest, setAll, withEvent } from '../../src/scenario'
import { checkpoint, line, scenarioOf } from '../support/scenarios'

const small = () =>
  scenarioOf(line([checkpoint('a', { interdictionOdds: 0.1 }), checkpoint('b', { tags: ['north'] })]))

describe('interventions', () => {
  const surge = {
    target: 'checkpoints.a.interdictionOdds',
    from: '2009-03-01',
    until: '2009-04-01',
    scale: 5,
    costUsd: 100,
  }
  const withChange = (change: object) =>
    setAll(small(), [['interventions', [{ id: 'surge', title: 'Surge', changes: [change] }]]])

  it('hold from their first day to the day before their end, and cost once', () => {
    const edited = withChange(surge)
    if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
    const spec = compileScenario(edited.scenario)
    expect(
      spec.regimes.map((regime) => [regime.fromDay, regime.spec.checkpoints.interdictionOdds[0]]),
    ).toEqual([
      [59, 0.5],
      [90, 0.1],
    ])
    const world = createWorld(spec, '1')
    for (let day = 0; day < 120; day++) step(world)
    expect(world.counters.costCents[3]).toBe(10_000)
  })

  it('that are switched off leave the run as it was', () => {
    const run = (enabled: boolean) => {
      const edited = setAll(small(), [
        ['interventions', [{ id: 'surge', title: 'Surge', enabled, changes: [surge] }]],
      ])
      if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
      const world = createWorld(compileScenario(edited.scenario), '1')
      for (let day = 0; day < 100; day++) step(world)
      return digest(world)
    }
    const plain = createWorld(compileScenario(small()), '1')
    for (let day = 0; day < 100; day++) step(plain)
    expect(run(false)).toBe(digest(plain))
    expect(run(true)).not.toBe(digest(plain))
  })

  it.each([
    [{ ...surge, until: '2009-02-01' }, 'interventions.surge.changes.0.until'],
    [{ ...surge, from: '2009-13-01' }, 'interventions.surge.changes.0.from'],
    [{ ...surge, target: 'checkpoints.z.staff' }, 'interventions.surge.changes.0.target'],
    [{ ...surge, target: 'checkpoints.a.name' }, 'interventions.surge.changes.0.target'],
    [{ target: surge.target, from: surge.from, set: 2 }, 'interventions.surge.changes.0.set'],
    [{ target: surge.target, from: surge.from }, 'interventions.surge.changes.0'],
  ])('with a mistake are refused: %j', (change, path) => {
    const edited = withChange(change)
    expect(edited.ok ? [] : edited.issues.map((issue) => issue.path)).toContain(path)
  })

  it('of one date are applied in the order of the file, whatever they are called', () => {
    const at = { target: 'checkpoints.a.staff', from: '2009-02-01' }
    const raise = {
      id: 'a_raise',
      title: 'Raise',
      changes: [
        { ...at, set: 10 },
        { ...at, add: 5 },
      ],
    }
    const double = { id: 'b_double', title: 'Double', changes: [{ ...at, scale: 2 }] }
    const scenarioWith = (interventions: unknown) => {
      const edited = setAll(small(), [['interventions', interventions]])
      if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
      return edited.scenario
    }
    const staff = (interventions: unknown) =>
      compileScenario(scenarioWith(interventions)).regimes[0]?.spec.checkpoints.staff[0]
    expect(staff([raise, double])).toBe(30)
    expect(staff([{ ...raise, id: 'z' }, double])).toBe(30)
    expect(staff([double, raise])).toBe(15)
    const turned = { ...raise, changes: raise.changes.toReversed() }
    expect(staff([turned, double])).toBe(20)
    const digests = [
      [double, raise],
      [raise, double],
    ].map((order) => scenarioDigest(scenarioWith(order)))
    expect(digests[0]).not.toBe(digests[1])
    expect(scenarioDigest(scenarioWith([turned]))).not.toBe(scenarioDigest(scenarioWith([raise])))
  })

  it.each([
    ['legs', { target: 'legs.leg0.openMonths', set: [] }, 'dispatched'],
    ['organisations', { target: 'organisations.org.crews', set: 0 }, 'dispatched'],
    [
      'places',
      { target: 'checkpoints.*.closedMonths', set: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
      'delivered',
    ],
  ] as const)('on %s stop the flow from their day on', (_, change, counter) => {
    const until = (days: number) => {
      const edited = withChange({ ...change, from: '2009-02-10' })
      if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
      const world = createWorld(compileScenario(edited.scenario), '1')
      for (let day = 0; day < days; day++) step(world)
      return world.counters[counter][0] ?? 0
    }
    expect(until(40)).toBeGreaterThan(1_000)
    // What crossed before the day is still on its last hour's way.
    expect(until(90) - until(42)).toBe(0)
  })

  it('on prices and markets change what deliveries earn, and where', () => {
    const dear = { target: 'commodities.goods.prices.kind.market', from: '2009-02-01', scale: 3 }
    const edited = withChange(dear)
    if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
    const [before, after] = [compileScenario(small()), compileScenario(edited.scenario)].map((spec) => {
      const world = createWorld(spec, '1')
      for (let day = 0; day < 62; day++) step(world)
      const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0)
      return sum(world.counters.revenueCents) / sum(world.counters.marketGrams)
    }) as [number, number]
    // Half of the days at 1,000 USD/kg, half at 3,000.
    expect(before).toBeCloseTo(100, 6)
    expect(Math.abs(after - 200)).toBeLessThan(8)
  })

  it('and operations are switched on by their ids', () => {
    const edited = setAll(small(), [
      ['interventions', [{ id: 'surge', title: 'Surge', enabled: false, changes: [surge] }]],
      ['operations', [{ id: 'raid', name: 'Raid', enabled: false, node: 'a', from: '2009-02-01' }]],
    ])
    if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
    const on = ['surge', 'raid'].map((id) => withEvent(edited.scenario, id))
    expect(on.map((one) => one.ok && one.scenario.interventions[0]?.enabled)).toEqual([true, false])
    expect(on.map((one) => one.ok && one.scenario.operations[0]?.enabled)).toEqual([false, true])
    const unknown = withEvent(edited.scenario, 'serge')
    expect(unknown.ok ? '' : unknown.issues[0]?.expected).toContain('did you mean "surge"?')
  })
})
