/** The course of a run: changes that apply from a day on, undone, done again, and straightened. */
import { describe, expect, it } from 'vitest'
import { getAt } from '../../src/scenario'
import {
  courseChanges,
  createPageStore,
  DEFAULT_SETTINGS,
  draftOf,
  isDirty,
  type Store,
  sharedDays,
} from '../../src/store'
import { bundledScenario } from '../support/bundled'

const scenario = bundledScenario('line')
const STAFF = 'checkpoints.post1.staff'
const CONVICTION = 'assumptions.convictionProbability'

/** A store whose run goes on after a change, and the day on which the person stands. */
function opened() {
  const now = { day: 0 }
  const store = createPageStore({ ...DEFAULT_SETTINGS, whenChanged: 'continue' }, () => now.day)
  store.open(scenario, { kind: 'bundled', name: 'line' }, 'opened')
  const at = (day: number, path: string, value: unknown, final = true) => {
    now.day = day
    expect(store.edit(path, value, undefined, final)).toBeUndefined()
  }
  return { store, now, at }
}

function courseOf(store: Store) {
  const { document } = store.get()
  if (document === undefined) throw new Error('nothing is open')
  return document.course
}

/** Days of the course and the staff from then on. */
function staffing(store: Store): readonly (readonly [day: number, staff: unknown])[] {
  return courseOf(store).map(({ fromDay, scenario: then }) => [fromDay, getAt(then, STAFF)])
}

const before = getAt(scenario, STAFF)

describe('the course of a run', () => {
  it('takes each change from its day on, and lists them in words', () => {
    const { store, at } = opened()
    at(212, STAFF, 55)
    at(400, CONVICTION, 0.9)
    expect(staffing(store)).toEqual([
      [0, before],
      [212, 55],
      [400, 55],
    ])
    const changes = courseChanges(courseOf(store))
    expect(changes.map(({ day }) => day)).toEqual([212, 400])
    expect(changes[0]?.lines).toEqual([expect.stringContaining(`${before} → 55 officers`)])
  })

  it('is what it was before a change that is undone, on whatever day, and has it at its day when it is done again', () => {
    const { store, now, at } = opened()
    at(212, STAFF, 55)
    const turned = courseOf(store)
    at(300, STAFF, 60)
    now.day = 400
    store.undo()
    expect(sharedDays(courseOf(store), turned)).toBe(Number.POSITIVE_INFINITY)
    store.undo()
    expect(staffing(store)).toEqual([[0, before]])
    expect(courseChanges(courseOf(store))).toEqual([])
    now.day = 100
    store.redo()
    expect(courseOf(store)).toEqual(turned)
  })

  it('forgets a change that is put back on its own day, and drops later ones when it turns earlier', () => {
    const { store, at } = opened()
    at(212, STAFF, 55)
    at(212, STAFF, before)
    expect(staffing(store)).toEqual([[0, before]])
    at(212, STAFF, 55)
    at(100, CONVICTION, 0.9)
    expect(staffing(store)).toEqual([
      [0, before],
      [100, 55],
    ])
    expect(courseChanges(courseOf(store))[0]?.lines).toHaveLength(2)
  })

  it('takes a drag as one change, from the day on which it ends', () => {
    const { store, at } = opened()
    at(50, STAFF, 30, false)
    at(51, STAFF, 40, false)
    at(52, STAFF, 45)
    expect(staffing(store)).toEqual([
      [0, before],
      [52, 45],
    ])
    store.undo()
    expect(staffing(store)).toEqual([[0, before]])
  })

  it('begins anew on day 0, with another seed, start or network, and where the run is to be computed anew', () => {
    for (const [day, path, value] of [
      [0, STAFF, 55],
      [90, 'seed', 'other'],
      [90, 'startDate', '2009-02-01'],
    ] as const) {
      const { store, at } = opened()
      at(day, path, value)
      expect(courseOf(store), path).toHaveLength(1)
    }
    const { store, at } = opened()
    at(90, STAFF, 55)
    store.set({ whenChanged: 'recompute' })
    at(120, CONVICTION, 0.9)
    expect(staffing(store)).toEqual([[0, 55]])
    store.undo()
    expect(staffing(store)).toEqual([
      [0, before],
      [90, 55],
    ])
  })

  it('is straightened as a step of its own', () => {
    const { store, at } = opened()
    at(212, STAFF, 55)
    store.straighten('whole')
    expect(staffing(store)).toEqual([[0, 55]])
    store.straighten('whole')
    expect(
      store
        .get()
        .history.done.map(({ label }) => label)
        .slice(1),
    ).toEqual(['whole'])
    store.undo()
    expect(staffing(store)).toEqual([
      [0, before],
      [212, 55],
    ])
  })
})

describe('shared days', () => {
  it('reach up to the first difference', () => {
    const { store, at } = opened()
    const plain = courseOf(store)
    at(212, STAFF, 55)
    const turned = courseOf(store)
    at(300, STAFF, 60)
    const twice = courseOf(store)
    expect(sharedDays(plain, turned)).toBe(212)
    expect(sharedDays(twice, turned)).toBe(300)
    expect(sharedDays(twice, plain)).toBe(212)
    expect(sharedDays(twice, twice)).toBe(Number.POSITIVE_INFINITY)
    const [{ scenario: same }] = plain
    expect(sharedDays(plain, [{ fromDay: 0, scenario: structuredClone(same) }])).toBe(
      Number.POSITIVE_INFINITY,
    )
    expect(sharedDays(plain, [{ fromDay: 0, scenario: { ...same, seed: 'other' } }])).toBe(0)
  })
})

describe('a draft', () => {
  /** A store that was left and came back through storage. */
  function reloaded(store: Store): Store {
    const { document, history } = store.get()
    const draft = JSON.parse(JSON.stringify(draftOf(document, history) ?? null))
    const again = createPageStore(DEFAULT_SETTINGS)
    again.restore(draft, draft.scenario, scenario)
    return again
  }

  it('brings back the scenario, the course of its run and every step on both sides', () => {
    const { store, at } = opened()
    at(90, STAFF, 55)
    at(120, 'checkpoints', [])
    store.undo()
    at(120, CONVICTION, 0.9)
    at(150, STAFF, 70)
    store.straighten('whole')
    store.undo()
    store.undo()
    const again = reloaded(store)
    const labels = ({ done, undone }: ReturnType<Store['get']>['history']) => ({
      done: done.map(({ label }) => label),
      undone: undone.map(({ label }) => label),
    })
    expect(labels(again.get().history)).toEqual(labels(store.get().history))
    for (const move of ['redo', 'redo', 'undo', 'undo', 'undo', 'undo', 'redo'] as const) {
      store[move]()
      again[move]()
      expect(again.get().document?.scenario).toEqual(store.get().document?.scenario)
      expect(courseOf(again)).toEqual(courseOf(store))
      expect(isDirty(again.get())).toBe(isDirty(store.get()))
    }
  })

  it('is none while a bundled scenario stands as it was opened and nothing was done', () => {
    const { store } = opened()
    const { document, history } = store.get()
    expect(draftOf(document, history)).toBeUndefined()
  })

  it('keeps the last steps where there are too many, and none of another scenario', () => {
    const { store, at } = opened()
    at(0, STAFF, 1)
    store.open(scenario, { kind: 'bundled', name: 'again' }, 'opened again')
    for (let i = 1; i <= 60; i++) at(0, STAFF, 100 + i)
    const again = reloaded(store)
    expect(again.get().history.done).toHaveLength(30)
    for (let i = 0; i < 30; i++) again.undo()
    expect(again.undo()).toBeUndefined()
    expect(getAt(again.get().document?.scenario ?? scenario, STAFF)).toBe(130)
  })

  it('gives up its history where its steps do not fit the scenario', () => {
    const { store, at } = opened()
    at(90, STAFF, 55)
    const { document, history } = store.get()
    const draft = draftOf(document, history)
    if (draft?.history === undefined || document === undefined) throw new Error('there is no draft')
    const [step] = draft.history.done
    if (step === undefined) throw new Error('there is no step')
    const odd = { ...step, changes: [{ path: 'checkpoints.nowhere.staff', before: 1, after: 2 }] }
    const again = createPageStore(DEFAULT_SETTINGS)
    again.restore({ ...draft, history: { ...draft.history, done: [odd] } }, document.scenario, scenario)
    expect(again.get().history.done).toEqual([])
    expect(getAt(again.get().document?.scenario ?? scenario, STAFF)).toBe(55)
  })
})
