/** Interventions: dated changes of parameters, checked like a file. */
import { describe, expect, it } from 'vitest'
import { createWorld, digest, step } from '../../src/engine'
import { compileScenario, scenarioDigest, setAll } from '../../src/scenario'
import { line, post, scenarioOf } from '../support/scenarios'

const small = () => scenarioOf(line([post('a', { interdictionOdds: 0.1 }), post('b', { tags: ['north'] })]))

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

  it('are applied in the order of their ids, and their changes in the order of the file', () => {
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
    expect(staff([double, raise])).toBe(30)
    const turned = { ...raise, changes: raise.changes.toReversed() }
    expect(staff([turned, double])).toBe(20)
    expect(scenarioDigest(scenarioWith([double, raise]))).toBe(scenarioDigest(scenarioWith([raise, double])))
    expect(scenarioDigest(scenarioWith([turned]))).not.toBe(scenarioDigest(scenarioWith([raise])))
  })
})
