/** Page state: one record of what the store and the run hold at one moment. */
import { describe, expect, it } from 'vitest'
import { hasResults, stateOf } from '../../src/app/state'
import { createPageStore, DEFAULT_SETTINGS } from '../../src/store'
import { createRun } from '../../src/watch'
import { bundledScenario } from '../support/bundled'
import { createRunPort } from '../support/runPort'

const scenario = bundledScenario('line')

function page() {
  const store = createPageStore({ ...DEFAULT_SETTINGS, whenChanged: 'restart' })
  const port = createRunPort()
  const run = createRun({
    store,
    openPort: port.open,
    startsPlaying: () => false,
    after: () => () => undefined,
  })
  return { store, port, run, state: (now = 0) => stateOf(store, run, now) }
}

describe('the state of the page', () => {
  it('is nothing until a scenario is open', () => {
    expect(page().state()).toBeUndefined()
  })

  it('has a scenario before it has results', () => {
    const { store, run, state } = page()
    store.open(scenario, { kind: 'bundled', name: scenario.id }, 'opened')
    run.start()
    const now = state(7)
    expect(now).toMatchObject({ now: 7, scenario, day: 0, isPlaying: false, isWhole: false })
    expect(now && hasResults(now)).toBe(false)
  })

  it('has results of one day once they have come, and what is selected and set', () => {
    const { store, run, port, state } = page()
    store.open(scenario, { kind: 'bundled', name: scenario.id }, 'opened')
    run.start()
    port.deliver()
    run.player.seek(30)
    port.deliver()
    run.tick(0)
    store.select({ kind: 'node', id: 'market' })
    store.set({ theme: 'light' })
    const now = state()
    expect(now && hasResults(now)).toBe(true)
    expect(now?.frame?.day).toBe(30)
    expect(now).toMatchObject({ day: 30, known: 30, horizon: scenario.days, isOfOneDay: true })
    expect(now?.selection).toEqual({ kind: 'node', id: 'market' })
    expect(now?.settings.theme).toBe('light')
    expect(now?.shipments()).toEqual(run.shipments())
  })

  it('keeps the former results after an edit, as those of one day but not of this scenario', () => {
    const { store, run, port, state } = page()
    store.open(scenario, { kind: 'bundled', name: scenario.id }, 'opened')
    run.start()
    port.deliver()
    run.tick(0)
    store.edit('checkpoints.post1.staff', 55, 'staff')
    const now = state()
    expect(now?.scenario.checkpoints[0]?.staff).toBe(55)
    expect(now && hasResults(now)).toBe(false)
    expect(now).toMatchObject({ isWhole: false, isOfOneDay: true })
  })
})
