/** The history: every change in words, put back one by one or gone back to. */
import { describe, expect, it } from 'vitest'
import { getAt, type Scenario, setAt } from '../../src/scenario'
import { createPageStore, DEFAULT_SETTINGS, isDirty, isRevertible, stepsOf } from '../../src/store'
import { bundledScenario } from '../support/bundled'
import { checkpoint, line, scenarioOf } from '../support/scenarios'

const A = 'checkpoints.a.staff'
const B = 'checkpoints.b.staff'

function scenarioWith(changes: Partial<Parameters<typeof scenarioOf>[0]> = {}): Scenario {
  const checkpoints = [
    checkpoint('a', { name: 'Alpha', staff: 12 }),
    checkpoint('b', { name: 'Beta', staff: 40 }),
  ]
  return scenarioOf({ ...line(checkpoints), ...changes })
}

function opened(scenario = scenarioWith()) {
  const store = createPageStore(DEFAULT_SETTINGS)
  store.open(scenario, { kind: 'bundled', name: 'line' }, 'opened')
  const at = (path: string) => getAt(store.get().document?.scenario ?? scenario, path)
  const labels = () => store.get().history.done.map(({ label }) => label)
  return { store, at, labels }
}

describe('a step in words', () => {
  it('names place, parameter, old and new value', () => {
    const { store, labels } = opened()
    store.edit(A, 100)
    store.edit('seed', 'other')
    store.edit('checkpoints.a.closedMonths', [1, 2])
    store.edit('checkpoints.a.interdictionOdds', 0.25)
    expect(labels()).toEqual([
      'Alpha: Officers present 12 → 100 officers',
      'Seed 1 → other',
      'Alpha: Closed months no month → January, February',
      'Alpha: Odds override not set → 0.25',
    ])
  })

  it('has the unit of one thing in the singular', () => {
    const { store, labels } = opened()
    store.edit('days', 1)
    store.edit(A, 1)
    expect(labels()).toEqual(['Horizon 365 → 1 day', 'Alpha: Officers present 12 → 1 officer'])
  })

  it('gathers several places, and names the selector that was written', () => {
    const { store, labels } = opened()
    store.edit('checkpoints[country=XA].staff', 70)
    store.editAll([
      [A, 1],
      [B, 2],
    ])
    expect(labels()).toEqual([
      '2 checkpoints (country XA): Officers present 12 to 40 → 70 officers',
      '2 checkpoints: Officers present 70 → 1 to 2 officers',
    ])
  })

  it('spans a whole drag, from its first old value to its last new one', () => {
    const { store, labels } = opened()
    for (const staff of [20, 30, 50]) store.edit(A, staff, undefined, false)
    store.edit(A, 60)
    expect(labels()).toEqual(['Alpha: Officers present 12 → 60 officers'])
  })

  it('names the item of an inner list', () => {
    const { store, labels } = opened()
    store.edit('organisations.org.supply.0.kgPerDay', 50)
    expect(labels()).toEqual(['Organisation · Supply · goods, source: Supply 100 → 50 kg/day'])
  })

  it('says of a switch on and off', () => {
    const interventions = [
      { id: 'more', title: 'More staff', changes: [{ target: A, from: '2009-02-01', set: 50 }] },
    ]
    const { store, labels } = opened(scenarioWith({ interventions }))
    store.edit('interventions.more.enabled', false)
    expect(labels()).toEqual(['More staff: on → off'])
  })
})

describe('the log', () => {
  it('keeps no step that changes nothing, and no drag that ends where it began', () => {
    const { store, labels } = opened()
    const { document } = store.get()
    store.edit(A, 12)
    store.edit(A, 30, undefined, false)
    store.edit(A, 12)
    expect(labels()).toEqual([])
    expect(store.get().document?.scenario).toBe(document?.scenario)
    expect(isDirty(store.get())).toBe(false)
  })

  it('puts one step back as a new one, and leaves later ones alone', () => {
    const { store, at, labels } = opened()
    store.edit(A, 100)
    store.edit(B, 50)
    const [first] = store.get().history.done
    expect(first && isRevertible(store.get(), first)).toBe(true)
    expect(first && store.revert(first)).toBeUndefined()
    expect([at(A), at(B)]).toEqual([12, 50])
    expect(labels().at(-1)).toBe('Alpha: Officers present 100 → 12 officers')
    expect(first && isRevertible(store.get(), first)).toBe(false)
    store.undo()
    expect([at(A), at(B)]).toEqual([100, 50])
  })

  it('puts back a value that was not set', () => {
    const { store, at } = opened()
    store.edit('checkpoints.a.interdictionOdds', 0.5)
    const [first] = store.get().history.done
    if (first !== undefined) store.revert(first)
    expect(at('checkpoints.a.interdictionOdds')).toBeUndefined()
  })

  it('takes an added entry away again and keeps what was done to the others since', () => {
    const { store, at } = opened()
    const { document } = store.get()
    if (document === undefined) throw new Error('nothing open')
    const { scenario } = document
    const place = { ...scenario.nodes[0], id: 'new_place', name: 'New place' } as (typeof scenario.nodes)[0]
    const added = setAt(scenario, 'nodes', [...scenario.nodes, place])
    expect(store.rework(added)).toBeUndefined()
    const [addition] = store.get().history.done
    const other = `nodes.${scenario.nodes[0]?.id}.dwellHours`
    store.edit(other, 7)
    expect(addition && store.revert(addition)).toBeUndefined()
    expect(store.get().document?.scenario.nodes).toHaveLength(scenario.nodes.length)
    expect(at(other)).toBe(7)
    expect(addition && isRevertible(store.get(), addition)).toBe(false)
  })

  it('does not put back what belongs to another scenario', () => {
    const { store } = opened()
    store.edit(A, 100)
    const [first] = store.get().history.done
    store.open(bundledScenario('two-routes'), { kind: 'file', name: 'b.json' }, 'opened b')
    expect(first && isRevertible(store.get(), first)).toBe(false)
  })

  it('goes to any point and keeps what came later', () => {
    const { store, at, labels } = opened()
    for (const staff of [20, 30, 40]) store.edit(A, staff)
    store.goTo(1)
    expect(at(A)).toBe(20)
    expect(stepsOf(store.get().history).map(({ after }) => getAt(after.scenario, A))).toEqual([20, 30, 40])
    store.goTo(3)
    expect(at(A)).toBe(40)
    store.goTo(0)
    expect(at(A)).toBe(12)
    expect(isDirty(store.get())).toBe(false)
    store.redo()
    expect(at(A)).toBe(20)
    store.edit(B, 9)
    expect(labels()).toHaveLength(2)
    expect(store.get().history.undone).toEqual([])
  })

  it('compares a former state with what was saved since', () => {
    const { store } = opened()
    store.edit(A, 100)
    store.saved()
    expect(isDirty(store.get())).toBe(false)
    store.undo()
    expect(isDirty(store.get())).toBe(true)
    store.redo()
    expect(isDirty(store.get())).toBe(false)
  })
})

describe('a locked value', () => {
  const locks = { [A]: 'Given by the lesson.' }

  it('is refused with the reason, alone or among others, and nothing changes', () => {
    const { store, at, labels } = opened(scenarioWith({ locks }))
    expect(store.edit(A, 3)?.[0]).toMatchObject({ path: A, message: expect.stringContaining(locks[A] ?? '') })
    expect(store.edit('checkpoints.*.staff', 3)).toHaveLength(1)
    expect([at(A), at(B)]).toEqual([12, 40])
    expect(labels()).toEqual([])
    expect(store.edit(B, 3)).toBeUndefined()
  })

  it('may be set by a variant of the file', () => {
    const variants = [{ id: 'more', title: 'More', set: { [A]: 90 } }]
    const { store, at } = opened(scenarioWith({ locks, variants }))
    expect(store.applyVariant('more', 'Variant: More')).toBeUndefined()
    expect(at(A)).toBe(90)
    const step = store.get().history.done.at(-1)
    expect(step && store.revert(step)).toHaveLength(1)
    store.undo()
    expect(at(A)).toBe(12)
  })
})
