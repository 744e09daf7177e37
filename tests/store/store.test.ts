/** The store: changes through one command log, undone and done again. */
import { describe, expect, it } from 'vitest'
import { addNode, differencesBetween, getAt, removalOf } from '../../src/scenario'
import { createPageStore, DEFAULT_SETTINGS, isDirty, parseSettings } from '../../src/store'
import { bundledScenario } from '../support/bundled'
import { scenarioOf } from '../support/scenarios'

const scenario = bundledScenario('line')
const PATH = 'checkpoints.post1.staff'

function opened() {
  const store = createPageStore(DEFAULT_SETTINGS)
  store.open(scenario, { kind: 'bundled', name: 'line' }, 'opened')
  const value = () => getAt(store.get().document?.scenario ?? scenario, PATH)
  return { store, value }
}

describe('the store', () => {
  it('takes the first scenario without anything to undo', () => {
    const { store } = opened()
    expect(store.undo()).toBeUndefined()
    expect(isDirty(store.get())).toBe(false)
  })

  it('undoes and redoes a change', () => {
    const { store, value } = opened()
    const before = value()
    expect(store.edit(PATH, 55, 'staff 55')).toBeUndefined()
    expect(value()).toBe(55)
    expect(isDirty(store.get())).toBe(true)
    expect(store.undo()?.label).toBe('staff 55')
    expect(value()).toBe(before)
    expect(isDirty(store.get())).toBe(false)
    store.redo()
    expect(value()).toBe(55)
  })

  it('takes one drag as one step', () => {
    const { store, value } = opened()
    const before = value()
    for (const staff of [30, 40, 50]) store.edit(PATH, staff, 'drag', false)
    store.edit(PATH, 60, 'drag', true)
    store.edit(PATH, 61, 'another')
    store.undo()
    expect(value()).toBe(60)
    store.undo()
    expect(value()).toBe(before)
  })

  it('refuses a value out of range and says why', () => {
    const { store, value } = opened()
    const before = value()
    expect(store.edit(PATH, -1, 'bad')?.[0]?.path).toBe(PATH)
    expect(value()).toBe(before)
    expect(store.get().history.done).toHaveLength(0)
  })

  it('refuses to remove an entry that holds a locked value; others may join its list', () => {
    const store = createPageStore(DEFAULT_SETTINGS)
    const central = bundledScenario('central-asia')
    const locks = { 'interventions.*.enabled': 'Given by the lesson.' }
    store.open({ ...central, locks }, { kind: 'file', name: 'a.json' }, 'opened')
    const { interventions } = central
    const refused = store.edit('interventions', interventions.slice(1))
    expect(refused?.map(({ message }) => message)).toEqual(['This value is locked: Given by the lesson.'])
    const more = [...interventions, ...interventions.slice(0, 1).map((entry) => ({ ...entry, id: 'more' }))]
    expect(store.edit('interventions', more)).toBeUndefined()
    expect(store.get().document?.scenario.interventions.map(({ id }) => id)).toContain('more')
  })

  it('takes an edit of the network as one step with its own words', () => {
    const { store } = opened()
    store.rework(addNode(scenario, { name: 'Town', kind: 'transit', lat: 41, lon: 60 }), 'Added place Town')
    expect(store.get().document?.scenario.nodes.at(-1)?.name).toBe('Town')
    const [step] = store.get().history.done
    expect(step?.label).toBe('Added place Town')
    expect(step && store.revert(step)).toBeUndefined()
    expect(store.get().document?.scenario.nodes).toEqual(scenario.nodes)
    expect(isDirty(store.get())).toBe(false)
  })

  it('removes nothing that is locked, or that holds a locked value', () => {
    const store = createPageStore(DEFAULT_SETTINGS)
    const routes = scenario.routes.flatMap((route) => [route, { ...route, id: 'second' }])
    const locks = { 'checkpoints.post1.staff': 'the lesson asks for it', 'nodes.market.name': 'fixed' }
    const locked = scenarioOf({ ...scenario, routes, locks })
    store.open(locked, { kind: 'file', name: 'a.json' }, 'opened')
    const without = removalOf(locked, 'checkpoints', 'post1')
    expect(store.rework(without)?.[0]?.message).toContain('the lesson asks for it')
    expect(store.get().document?.scenario).toBe(locked)
    expect(store.rework(removalOf(locked, 'checkpoints', 'post2'))).toBeUndefined()
    expect(store.get().document?.scenario.checkpoints).toHaveLength(4)
  })

  it('opens another scenario as a step that can be undone', () => {
    const { store } = opened()
    store.edit(PATH, 55, 'staff 55')
    store.open(bundledScenario('two-routes'), { kind: 'file', name: 'b.json' }, 'opened b')
    store.undo()
    expect(store.get().document?.scenario.id).toBe('line')
    expect(getAt(store.get().document?.scenario ?? scenario, PATH)).toBe(55)
  })

  it('counts a value that returns to what it was as unchanged', () => {
    const { store, value } = opened()
    const before = value()
    store.edit(PATH, 55, 'away')
    store.edit(PATH, before, 'back')
    expect(isDirty(store.get())).toBe(false)
  })

  it('counts changed values', () => {
    const { store } = opened()
    store.edit(PATH, 55, 'one')
    store.edit('assumptions.reviewDays', 14, 'two')
    const { document } = store.get()
    expect(differencesBetween(document?.opened, document?.scenario)).toHaveLength(2)
  })

  it('keeps defaults where stored settings are damaged', () => {
    expect(parseSettings('{"theme":"light","whenChanged":"never"}')).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'light',
    })
    expect(parseSettings('{"closedGroups":["Policy levers"]}').closedGroups).toEqual(['Policy levers'])
    expect(parseSettings('{"closedGroups":[1]}').closedGroups).toEqual([])
    expect(parseSettings('no json')).toEqual(DEFAULT_SETTINGS)
    expect(parseSettings(null)).toEqual(DEFAULT_SETTINGS)
  })
})
