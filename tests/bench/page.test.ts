/** What the benchmark of the page draws, and the browser that it draws in. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { presentChromium } from '../../src/bench/chromium'
import { drawLoadOf } from '../../src/bench/drawload'
import { compileScenario } from '../../src/scenario'
import { bundledScenario } from '../support/bundled'

describe('the load of the drawing pages', () => {
  const scenario = bundledScenario('two-routes')
  const spec = compileScenario(scenario)
  const load = drawLoadOf(scenario, spec, 60)

  test('has the places of the scenario in the order of the spec', () => {
    const places = new Map(scenario.nodes.map(({ id, lat, lon }) => [id, { lat, lon }]))
    expect(load.nodes).toEqual(spec.nodes.ids.map((id) => places.get(id)))
  })

  test('has every directed leg with its ends', () => {
    expect(load.legs.map(({ from, to }) => [from, to])).toEqual(
      spec.legs.ids.map((_, leg) => [spec.legs.from[leg], spec.legs.to[leg]]),
    )
  })

  test('moves no more on the first legs than was supplied, and something', () => {
    const sources = new Set(spec.supplies.source)
    const first = load.kgPerMonth.filter((_, leg) => sources.has(spec.legs.from[leg] ?? -1))
    const kg = first.reduce((sum, value) => sum + value, 0)
    const supplied = scenario.organisations
      .flatMap(({ supply }) => supply)
      .reduce((sum, { kgPerDay }) => sum + kgPerDay, 0)
    expect(kg).toBeGreaterThan(0.5 * 30 * supplied)
    expect(kg).toBeLessThan(1.5 * 30 * supplied)
  })

  test('has shipments in flight on legs that carry a flow', () => {
    expect(load.shipmentLegs.length).toBeGreaterThan(0)
    expect(load.shipmentLegs.filter((leg) => !((load.kgPerMonth[leg] ?? 0) > 0))).toEqual([])
  })
})

describe('the Chromium that is looked for', () => {
  afterEach(() => vi.unstubAllEnvs())

  test('is the one that CHROMIUM_PATH names', () => {
    vi.stubEnv('CHROMIUM_PATH', process.execPath)
    expect(presentChromium()).toBe(process.execPath)
  })

  test('is never another than the one that CHROMIUM_PATH names', () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium')
    expect(() => presentChromium()).toThrow('CHROMIUM_PATH names "/nowhere/chromium"')
  })
})
