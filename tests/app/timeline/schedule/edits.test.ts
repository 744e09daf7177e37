/** Edits of the schedule: each is one step with its name, refused ones say why, and nothing of a removed block stays. */
import { beforeEach, describe, expect, it } from 'vitest'
import { type Block, blocksOf } from '../../../../src/app/timeline/schedule/blocks'
import { createScheduleEdits, type ScheduleEdits } from '../../../../src/app/timeline/schedule/edits'
import { parseIsoDate } from '../../../../src/engine'
import { createPageStore, DEFAULT_SETTINGS, type Store } from '../../../../src/store'
import { checkpoint, line, scenarioOf } from '../../../support/scenarios'

const HORIZON = 365
const target = 'checkpoints.a.staff'
const LOCK = 'Given by the lesson.'
const before = scenarioOf({
  ...line([checkpoint('a', { staff: 5 })]),
  interventions: [
    { id: 'more', title: 'More', changes: [{ target, from: '2009-02-01', until: '2009-03-01', set: 6 }] },
    { id: 'held', title: 'Held', changes: [{ target, from: '2009-04-01', add: 1 }] },
  ],
  operations: [{ id: 'search', name: 'Search', node: 'a', from: '2009-01-05', days: 7 }],
  variants: [
    { id: 'without', title: 'Without', set: { 'interventions.more.enabled': false, seed: 'other' } },
  ],
  locks: { 'interventions.held': LOCK },
})

let store: Store
let edits: ScheduleEdits
let said: string[]
beforeEach(() => {
  store = createPageStore(DEFAULT_SETTINGS)
  store.open(before, { kind: 'file', name: 'x' }, 'opened')
  said = []
  const start = parseIsoDate(before.startDate) ?? 0
  const element = undefined as unknown as HTMLElement
  edits = createScheduleEdits(store, { element, say: (message) => said.push(message) }, () => start)
})

const now = () => store.get().document?.scenario ?? before
const steps = () => store.get().history.done.map(({ label }) => label)

function block(id: string): Block {
  const found = blocksOf(now()).find((one) => one.id === id)
  if (found === undefined) throw new Error(`no block ${id}`)
  return found
}

describe('a block', () => {
  it('is moved and resized, each as one step that says the new date', () => {
    edits.reshape(block('more'), 'whole', 3, HORIZON)
    edits.reshape(block('more'), 'start', -1, HORIZON)
    edits.reshape(block('more'), 'end', 2, HORIZON)
    expect(now().interventions[0]?.changes[0]).toMatchObject({ from: '2009-02-03', until: '2009-03-06' })
    expect(steps()).toEqual([
      'More: moved to 4 Feb 2009',
      'More: starts 3 Feb 2009',
      'More: until 6 Mar 2009',
    ])
    expect(said).toEqual(steps())
  })

  it('that is pulled beyond the end of the run has no end date', () => {
    edits.reshape(block('more'), 'end', HORIZON, HORIZON)
    expect(block('more').until).toBeGreaterThanOrEqual(HORIZON)
    edits.reshape(block('held'), 'whole', 1, HORIZON)
    expect(said.at(-1)).toContain(LOCK)
  })

  it('is one step while a key is held, and says nothing before it is let go', () => {
    edits.reshape(block('more'), 'whole', 1, HORIZON, false)
    edits.reshape(block('more'), 'whole', 1, HORIZON, false)
    expect(said).toEqual([])
    edits.reshape(block('more'), 'whole', 1, HORIZON)
    store.undo()
    expect(now()).toEqual(before)
  })

  it('takes every key in, also before the change of the one before is on show', () => {
    const shown = block('more')
    for (const part of ['whole', 'start', 'end'] as const) {
      edits.reshape(shown, part, 1, HORIZON, false)
      edits.reshape(shown, part, 0, HORIZON)
    }
    expect(now().interventions[0]?.changes[0]).toMatchObject({ from: '2009-02-03', until: '2009-03-03' })
    edits.toggle(shown)
    edits.toggle(shown)
    expect(now().interventions[0]?.enabled).toBe(true)
  })

  it('is switched off and on', () => {
    edits.toggle(block('search'))
    expect(now().operations[0]?.enabled).toBe(false)
    edits.toggle(block('search'))
    expect(now().operations[0]?.enabled).toBe(true)
    expect(steps()).toEqual(['Search: off', 'Search: on'])
  })

  it('is removed with what variants set of it, and undo brings both back', () => {
    expect(edits.remove(block('more'))).toBe(true)
    expect(now().interventions.map(({ id }) => id)).toEqual(['held'])
    expect(now().variants[0]?.set).toEqual({ seed: 'other' })
    expect(said).toEqual(['More was removed. Undo brings it back.'])
    store.undo()
    expect(now()).toEqual(before)
  })

  it('that is locked is not removed, and says the reason', () => {
    expect(edits.remove(block('held'))).toBe(false)
    expect(said).toEqual([expect.stringContaining(LOCK)])
    expect(now()).toBe(before)
  })
})

describe('an entry from the editor', () => {
  const entry = { id: 'new', title: 'New', enabled: true, changes: [{ target, from: '2009-05-01', set: 9 }] }

  it('is added at the end, or put in the place of the one of its id', () => {
    expect(edits.put('interventions', 'new', 'New', entry)).toEqual([])
    expect(edits.put('interventions', 'new', 'Newer', { ...entry, title: 'Newer' })).toEqual([])
    expect(now().interventions.map(({ title }) => title)).toEqual(['More', 'Held', 'Newer'])
    expect(steps()).toEqual(['New: added', 'Newer: edited'])
  })

  it('with mistakes changes nothing and returns each of them', () => {
    const changes = [{ target, from: '2009-02-30', set: -9 }]
    const issues = edits.put('interventions', 'new', 'New', { ...entry, changes })
    expect(issues.map(({ path }) => path)).toContain('interventions.new.changes.0.from')
    expect([now(), said]).toEqual([before, []])
  })
})
