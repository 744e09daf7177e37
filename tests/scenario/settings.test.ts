/** Settings by path, round trips, digests and the generated schema. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWorld, digest, step } from '../../src/engine'
import {
  allParameterRows,
  compileScenario,
  getAt,
  jsonSchema,
  parseScenario,
  scenarioDigest,
  serialiseScenario,
  setAll,
  setAt,
  withVariant,
} from '../../src/scenario'
import { line, post, scenarioOf } from '../support/scenarios'

const text = (name: string) => readFileSync(join(import.meta.dirname, `../../scenarios/${name}.json`), 'utf8')

function bundled(name: string) {
  const parsed = parseScenario(text(name))
  if (!parsed.ok) throw new Error(`${name} has mistakes`)
  return parsed.scenario
}

const small = () => scenarioOf(line([post('a', { interdictionOdds: 0.1 }), post('b', { tags: ['north'] })]))

function changed(scenario: ReturnType<typeof small>, path: string, value: unknown) {
  const edited = setAt(scenario, path, value)
  if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
  return edited.scenario
}

describe('settings', () => {
  it('reach one entry by id and leave the rest', () => {
    const before = small()
    const after = changed(before, 'checkpoints.a.staff', 77)
    expect([getAt(after, 'checkpoints.a.staff'), getAt(after, 'checkpoints.b.staff')]).toEqual([77, 0])
    expect(getAt(before, 'checkpoints.a.staff')).toBe(0)
  })

  it('reach many entries by field, tag and star', () => {
    expect(getAt(changed(small(), 'checkpoints[country=XA].staff', 5), 'checkpoints.b.staff')).toBe(5)
    expect(getAt(changed(small(), 'checkpoints[tags=north].staff', 5), 'checkpoints.a.staff')).toBe(0)
    expect(getAt(changed(small(), 'checkpoints.*.staff', 5), 'checkpoints.a.staff')).toBe(5)
  })

  it('may set and remove an optional value', () => {
    const set = changed(small(), 'checkpoints.b.interdictionOdds', 0.5)
    expect(getAt(set, 'checkpoints.b.interdictionOdds')).toBe(0.5)
    expect(
      getAt(changed(set, 'checkpoints.b.interdictionOdds', undefined), 'checkpoints.b.interdictionOdds'),
    ).toBeUndefined()
  })

  it('are refused together when one of them is wrong', () => {
    const edited = setAll(small(), [
      ['checkpoints.a.staff', 3],
      ['checkpoints.c.staff', 3],
      ['nonsense!', 1],
    ])
    expect(edited).toMatchObject({
      ok: false,
      issues: [{ path: 'checkpoints.c.staff' }, { path: 'nonsense!' }],
    })
  })

  it('of a variant hold, and an unknown variant is refused', () => {
    const varied = withVariant(bundled('central-asia'), 'prices-unodc-2012')
    expect(varied.ok).toBe(true)
    if (varied.ok) expect(getAt(varied.scenario, 'commodities.heroin.prices.country.KG')).not.toBe(4_500)
    expect(withVariant(bundled('central-asia'), 'none').ok).toBe(false)
  })
})

describe('a scenario', () => {
  it.each(['central-asia', 'two-routes', 'line'])('%s survives saving and opening', (name) => {
    const scenario = bundled(name)
    const again = parseScenario(serialiseScenario(scenario))
    expect(again.ok && scenarioDigest(again.scenario)).toBe(scenarioDigest(scenario))
    expect(again.ok && { ...again.scenario, engineVersion: undefined }).toEqual({
      ...scenario,
      engineVersion: undefined,
    })
  })

  it('has a digest that ignores order and documentation, and nothing else', () => {
    const scenario = bundled('central-asia')
    const reversed = {
      ...scenario,
      nodes: [...scenario.nodes].reverse(),
      legs: [...scenario.legs].reverse(),
      title: 'Other',
      evidence: {},
    }
    expect(scenarioDigest(reversed)).toBe(scenarioDigest(scenario))
    expect(scenarioDigest(changed(scenario, 'checkpoints.ak_jol_x.staff', 13))).not.toBe(
      scenarioDigest(scenario),
    )
    const turned = scenario.routes.map((route, i) =>
      i === 0 ? { ...route, nodes: [...route.nodes].reverse() } : route,
    )
    expect(scenarioDigest({ ...scenario, routes: turned })).not.toBe(scenarioDigest(scenario))
  })
})

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
})

describe('the schema', () => {
  it('is the committed scenarios/schema.json', () => {
    expect(JSON.parse(text('schema'))).toEqual(jsonSchema())
  })

  it('gives every parameter a title, a line of help and, for numbers, a range', () => {
    const rows = allParameterRows()
    expect(rows.length).toBeGreaterThan(60)
    for (const { section, row } of rows) {
      expect([section, row.path, row.title.length > 2, row.help.length > 10]).toEqual([
        section,
        row.path,
        true,
        true,
      ])
      if (row.type === 'number' || row.type === 'integer')
        expect([row.path, typeof row.min, typeof row.max]).toEqual([row.path, 'number', 'number'])
    }
    expect(new Set(rows.map(({ section, row }) => `${section}.${row.path}`)).size).toBe(rows.length)
  })
})
