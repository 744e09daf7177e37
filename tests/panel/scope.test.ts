/** Several entries at once: what they have in common, how they are named, and how edits reach them. */
import { describe, expect, it } from 'vitest'
import { createEdits } from '../../src/panel/edits'
import { withMonth } from '../../src/panel/months'
import { entrySettings, globalSettings } from '../../src/panel/rows'
import { groupsOf, pathsOf, readerOf, type Scope } from '../../src/panel/scope'
import { getAt, type Scenario } from '../../src/scenario'
import { createPageStore, DEFAULT_SETTINGS } from '../../src/store'
import { bundledScenario } from '../support/bundled'
import { richest } from '../support/rich'
import { checkpoint, line, scenarioOf } from '../support/scenarios'

const asia = bundledScenario('central-asia')
const checkpoints = (...ids: string[]): Scope => ({ section: 'checkpoints', ids })
const inCountry = (code: string) =>
  asia.checkpoints.filter(({ country }) => country === code).map(({ id }) => id)

describe('a scope', () => {
  it('is named by one selector where one names exactly its entries', () => {
    expect(pathsOf(asia, checkpoints(...inCountry('KZ')))).toEqual(['checkpoints[country=KZ]'])
    expect(pathsOf(asia, checkpoints(...inCountry('KZ').slice(1)))).toHaveLength(inCountry('KZ').length - 1)
    expect(pathsOf(asia, checkpoints(...asia.checkpoints.map(({ id }) => id)))).toEqual(['checkpoints.*'])
    expect(pathsOf(asia, checkpoints('ak_jol_x'))).toEqual(['checkpoints.ak_jol_x'])
  })

  it('can be chosen by country, border and tag', () => {
    const groups = groupsOf(asia, 'checkpoints')
    expect(new Set(groups.map(({ field }) => field))).toEqual(new Set(['country', 'border', 'tags']))
    for (const { field, value, ids } of groups) {
      const members = asia.checkpoints.filter((entry) =>
        [entry[field as 'country' | 'tags']].flat().includes(value),
      )
      expect(members.map(({ id }) => id)).toEqual(ids)
    }
  })

  it('has the settings that all of its entries have under the same heading', () => {
    const scenario = scenarioOf(richest())
    const paths = entrySettings(scenario, { section: 'organisations', ids: ['alpha', 'beta'] })
    const names = paths.map(({ places }) => places[0])
    expect(names).toContain('organisations.alpha.crews')
    expect(names).toContain('organisations.alpha.loads.road.meanKg')
    // Beta carries uniform loads by rail, and supplies something else first.
    expect(names).not.toContain('organisations.alpha.loads.rail.meanKg')
    expect(names).not.toContain('organisations.alpha.supply.0.kgPerDay')
    expect(entrySettings(scenario, { section: 'organisations', ids: [] })).toEqual([])
  })
})

describe('the reader', () => {
  it('finds what paths lead to', () => {
    const scenario = scenarioOf(richest())
    const read = readerOf(scenario)
    const settings = [
      ...globalSettings(scenario),
      ...entrySettings(scenario, { section: 'organisations', ids: ['alpha'] }),
      ...entrySettings(scenario, { section: 'teams', ids: ['team_flow'] }),
      ...entrySettings(scenario, { section: 'commodities', ids: ['goods'] }),
    ]
    expect(settings.length).toBeGreaterThan(60)
    for (const { path } of settings) expect(read(path), path).toEqual(getAt(scenario, path))
    expect(read('checkpoints.nowhere.staff')).toBeUndefined()
  })
})

describe('edits of several entries', () => {
  function opened(scenario: Scenario) {
    const store = createPageStore(DEFAULT_SETTINGS)
    store.open(scenario, { kind: 'bundled', name: 'line' }, 'opened')
    const edits = createEdits(store)
    const setting = (key: string, ...ids: string[]) => {
      const found = entrySettings(scenario, checkpoints(...ids)).find(({ places }) =>
        places[0]?.endsWith(`.${key}`),
      )
      if (found === undefined) throw new Error(`no setting ${key}`)
      return found
    }
    const values = (key: string) =>
      ['a', 'b', 'c'].map(
        (id) =>
          store.get().document &&
          getAt(store.get().document?.scenario ?? scenario, `checkpoints.${id}.${key}`),
      )
    return { store, edits, setting, values }
  }
  const three = (locks: Record<string, string> = {}) =>
    scenarioOf({
      ...line([
        checkpoint('a', { staff: 5 }),
        checkpoint('b', { staff: 9 }),
        checkpoint('c', { staff: 9, closedMonths: [1] }),
      ]),
      locks,
    })

  it('set one value everywhere, in one step', () => {
    const { store, edits, setting, values } = opened(three())
    edits.edit(setting('staff', 'a', 'b', 'c'), { to: 30 }, true)
    expect(values('staff')).toEqual([30, 30, 30])
    store.undo()
    expect(values('staff')).toEqual([5, 9, 9])
  })

  it('step each from its own value', () => {
    const { edits, setting, values } = opened(three())
    edits.edit(setting('staff', 'a', 'b'), { by: (before) => Number(before) + 1 }, true)
    expect(values('staff')).toEqual([6, 10, 9])
    edits.edit(
      setting('closedMonths', 'a', 'b', 'c'),
      { by: (before) => withMonth(before as number[], 7, true) },
      true,
    )
    expect(values('closedMonths')).toEqual([[7], [7], [1, 7]])
  })

  it('leave locked places alone', () => {
    const { edits, setting, values } = opened(three({ 'checkpoints.b.staff': 'given' }))
    expect(edits.edit(setting('staff', 'a', 'b', 'c'), { to: 30 }, true)).toBeUndefined()
    expect(values('staff')).toEqual([30, 9, 30])
    edits.reset([setting('staff', 'a', 'b', 'c')], 'Policy levers')
    expect(values('staff')).toEqual([5, 9, 9])
  })

  it('reset a group of settings in one step, and report what the scenario refuses', () => {
    const { store, edits, setting, values } = opened(three())
    edits.edit(setting('staff', 'a', 'b', 'c'), { to: 30 }, true)
    edits.edit(setting('targeting', 'a'), { to: 3 }, true)
    edits.reset([setting('staff', 'a', 'b', 'c'), setting('targeting', 'a')], 'Policy levers')
    expect(store.get().document?.scenario).toBe(store.get().document?.opened)
    expect(store.get().history.done.at(-1)?.label).toContain('Policy levers')
    expect(edits.edit(setting('staff', 'a', 'b', 'c'), { to: -1 }, true)).toContain('at least 0')
    expect(values('staff')).toEqual([5, 9, 9])
  })
})
