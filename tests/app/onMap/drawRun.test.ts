/** Drawing the run: what the map is given of the watched run, and when. */
import { describe, expect, it } from 'vitest'
import { drawRun } from '../../../src/app/onMap/drawRun'
import type { TrafficMap } from '../../../src/map'
import { removalOf } from '../../../src/scenario'
import { createPageStore, createViewStore, DEFAULT_SETTINGS } from '../../../src/store'
import { createRun } from '../../../src/watch'
import { bundledScenario } from '../../support/bundled'
import { createRunPort } from '../../support/runPort'

const scenario = bundledScenario('two-routes')
const KG_PER_DAY = 'organisations.*.supply.*.kgPerDay'

/** A map that only remembers what it was given last, and how often. */
function createMemory() {
  const given: Record<string, unknown> = {}
  const times: Record<string, number> = {}
  const take = (name: string) => (value: unknown, more?: unknown) => {
    given[name] = more ?? value
    times[name] = (times[name] ?? 0) + 1
  }
  const names = ['setNetwork', 'setShipments', 'addDay', 'setTime', 'follow'] as const
  const show = (change: object) => {
    for (const [name, value] of Object.entries(change)) take(name)(value)
  }
  const map: Partial<TrafficMap> = { ...Object.fromEntries(names.map((name) => [name, take(name)])), show }
  return { map: map as TrafficMap, given, times }
}

function start() {
  const port = createRunPort()
  const store = createPageStore({ ...DEFAULT_SETTINGS, whenChanged: 'continue' }, () => run.player.heading)
  const view = createViewStore()
  const { map, given, times } = createMemory()
  let task = (): void => undefined
  const run = createRun({
    store,
    openPort: port.open,
    startsPlaying: () => false,
    after(_, next) {
      task = next
      return () => undefined
    },
  })
  drawRun(run, map, { store, view })
  store.open(scenario, { kind: 'bundled', name: scenario.id }, 'opened')
  run.start()
  port.deliver()
  let now = 0
  const pass = (ticks: number) => {
    for (let i = 0; i < ticks; i++) {
      now += 20
      run.tick(now)
      port.deliver()
    }
  }
  const settle = () => {
    task()
    port.deliver()
    pass(4)
  }
  return { run, store, view, given, times, pass, settle }
}

const sum = (grams: unknown) =>
  grams instanceof Float64Array ? grams.reduce((all, one) => all + one, 0) : -1

describe('the map', () => {
  it('is fitted to a scenario that is opened, and stays where it is when the network is edited', () => {
    const { run, store, given, times, settle } = start()
    expect([given.setNetwork, times.setNetwork]).toEqual(['fit', 1])
    store.edit(KG_PER_DAY, 10)
    settle()
    expect(times.setNetwork).toBe(1)
    const [checkpoint] = scenario.checkpoints
    store.rework(removalOf(store.get().document?.scenario ?? scenario, 'checkpoints', checkpoint?.id ?? ''))
    settle()
    expect([given.setNetwork, times.setNetwork]).toEqual(['keep', 2])
    expect(run.isWhole).toBe(true)
  })

  it('gets each day once, the flows of each day on show, and every moment', () => {
    const { run, given, times, pass } = start()
    run.player.seek(60)
    pass(4)
    const { addDay = 0, gramsPerMonth = 0 } = times
    expect(sum(given.gramsPerMonth)).toBe(sum(run.record?.flowsAt(60)))
    pass(10)
    expect([times.addDay, times.gramsPerMonth]).toEqual([addDay, gramsPerMonth])
    run.player.step(1)
    pass(4)
    expect([times.addDay, times.gramsPerMonth, given.setTime]).toEqual([
      addDay + 1,
      gramsPerMonth + 1,
      61 * 24,
    ])
  })

  it('shows at once only what passes a filter, which is let go with the scenario that it belongs to', () => {
    const { run, store, view, given, pass } = start()
    run.player.seek(60)
    pass(4)
    const all = sum(given.gramsPerMonth)
    view.filterBy({ route: scenario.routes[0]?.id ?? '' })
    expect(given.filter).toBeDefined()
    expect(sum(given.gramsPerMonth)).toBeGreaterThan(0)
    expect(sum(given.gramsPerMonth)).toBeLessThan(all)
    const other = bundledScenario('line')
    store.open(other, { kind: 'bundled', name: other.id }, 'opened')
    expect(given.filter).toBeUndefined()
  })

  it('rings the shipment that is selected, and none where something else is', () => {
    const { store, given } = start()
    const shipment = { a: 1, b: 2 }
    store.select({ kind: 'shipment', shipment, day: 3 })
    expect(given.follow).toEqual(shipment)
    store.select({ kind: 'node', id: 'source' })
    expect(given.follow).toBeUndefined()
  })
})
