/** The course of a run: changes that apply from a day on, undone, done again, and recomputed. */
import { describe, expect, it } from 'vitest'
import { getAt } from '../../src/scenario'
import { courseChanges, createPageStore, DEFAULT_SETTINGS, type Store, sharedDays } from '../../src/store'
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

  it('is recomputed as a step of its own', () => {
    const { store, at } = opened()
    at(212, STAFF, 55)
    store.recomputeRun('whole')
    expect(staffing(store)).toEqual([[0, 55]])
    store.recomputeRun('whole')
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
