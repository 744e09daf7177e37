/** Changes that an edit carries along: those of each step, and those since the file was opened. */
import { describe, expect, it } from 'vitest'
import {
  addNode,
  differencesBetween,
  numberPaths,
  removalOf,
  type Scenario,
  specOf,
} from '../../src/scenario'
import { changesSinceOpened, createPageStore, DEFAULT_SETTINGS, stepsOf } from '../../src/store'
import { chanceOf, randomScenario } from '../support/random'
import { scenarioOf } from '../support/scenarios'

const STEPS = 40

/** What differs, found without regard to what the scenarios share. */
function foundBetween(before: Scenario, after: Scenario) {
  return differencesBetween(structuredClone(before), structuredClone(after))
}

/** A store after many steps of all kinds: edits, drags, entries added and removed, steps taken back and done again. */
function worked(n: number) {
  const chance = chanceOf(n, 3)
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T
  const store = createPageStore(
    { ...DEFAULT_SETTINGS, whenChanged: n % 2 ? 'continue' : 'recompute' },
    () => 9,
  )
  store.open(scenarioOf(randomScenario(n)), { kind: 'file', name: 'random' }, 'opened')
  const present = () => store.get().document?.scenario ?? scenarioOf(randomScenario(n))
  const acts = [
    () => store.edit(oneOf(numberPaths(present())), chance() * 20),
    () => store.edit('checkpoints.*.staff', Math.floor(chance() * 40)),
    () => {
      const path = oneOf(numberPaths(present()).filter((one) => one.endsWith('staff')))
      for (const staff of [3, 9, 9, 4, oneOf([3, 12])]) store.edit(path, staff, undefined, false)
    },
    () => store.rework(addNode(present(), { name: 'Place', kind: 'transit', lat: 40, lon: 60 })),
    () => store.rework(removalOf(present(), 'checkpoints', oneOf(present().checkpoints).id)),
    () => store.undo(),
    () => store.redo(),
    () => store.goTo(Math.floor(chance() * stepsOf(store.get().history).length)),
    () =>
      oneOf(
        store
          .get()
          .history.done.map((step) => () => store.revert(step))
          .concat(() => undefined),
      )(),
    () => store.saved(),
  ]
  for (let i = 0; i < STEPS; i++) oneOf(acts)()
  return store
}

describe('the changes of a step', () => {
  it.each([1, 2, 3, 4])('are all that differ between its documents (%i)', (n) => {
    const { document, history } = worked(n).get()
    if (document === undefined) throw new Error('nothing open')
    const steps = stepsOf(history)
    expect(steps.length).toBeGreaterThan(3)
    for (const { before, after, changes, label } of steps)
      expect(changes, label).toEqual(foundBetween(before.scenario, after.scenario))
    expect(changesSinceOpened(document)).toEqual(foundBetween(document.opened, document.scenario))
    for (const { after } of steps)
      expect(after.course.at(-1)?.scenario, 'a run that goes by the scenario').toEqual(after.scenario)
  })

  it('are none where a drag ends at the value that it began with, and the document is the former one', () => {
    const store = createPageStore(DEFAULT_SETTINGS)
    store.open(scenarioOf(randomScenario(5)), { kind: 'file', name: 'random' }, 'opened')
    store.edit('assumptions.reviewDays', 3)
    const before = store.get().document?.scenario
    const staff = before?.checkpoints[0]?.staff
    const path = `checkpoints.${before?.checkpoints[0]?.id}.staff`
    store.edit(path, 77, undefined, false)
    store.edit(path, staff, undefined, true)
    expect(store.get().document?.scenario).toBe(before)
    expect(store.get().history.done).toHaveLength(1)
  })
})

describe('a scenario', () => {
  it('is compiled once, however many ask for it', () => {
    const scenario = scenarioOf(randomScenario(6))
    expect(specOf(scenario)).toBe(specOf(scenario))
    expect(specOf({ ...scenario })).not.toBe(specOf(scenario))
  })
})
