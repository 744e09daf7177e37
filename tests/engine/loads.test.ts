/** Loads: their distribution, by mode of carriage and by supply (model section 4). */
import { describe, expect, it } from 'vitest'
import { createWorld, DEPARTED, step } from '../../src/engine'
import type { ScenarioFile } from '../../src/scenario'
import { checkpoint, line, parallel, specOf, stream } from '../support/scenarios'
import { expectFit, expectMean, expectWithin, knownTolerance, meanOf, sdOf } from '../support/statistics'
import { verified, verifiedMean } from '../support/verification'
import { sumOf, worldAfter } from '../support/worlds'

/** Loads in kg of the shipments of so many days. */
function loadsOf(file: ScenarioFile, days: number): number[] {
  const world = createWorld(specOf(file), 'test', { watch: true })
  const loads: number[] = []
  for (let day = 0; day < days; day++) {
    const log = step(world)
    for (let row = 0; row < log.count; row++)
      if (log.kind[row] === DEPARTED && log.place[row] === 0) loads.push((log.grams[row] ?? 0) / 1000)
  }
  return loads
}

describe('loads', () => {
  const ample = (meanKg: number) => stream(100 * meanKg, { initialStockDays: 300 })

  it('that are fixed are all alike', () => {
    const loads = loadsOf(line([], { loads: { road: { kind: 'fixed', kg: 2.5 } }, supply: ample(2.5) }), 20)
    expect(new Set(loads)).toEqual(new Set([2.5]))
  })

  it('that are uniform lie within their bounds, with mean and spread to match', () => {
    const loads = loadsOf(
      line([], { loads: { road: { kind: 'uniform', minKg: 3, maxKg: 11 } }, supply: ample(7) }),
      200,
    )
    expect(Math.min(...loads)).toBeGreaterThanOrEqual(3)
    expect(Math.max(...loads)).toBeLessThanOrEqual(11)
    expectMean(loads, 7, knownTolerance(8 / Math.sqrt(12), loads.length))
    // Fourth moment of the uniform distribution: the sample variance has relative standard error sqrt(0.8 / n).
    expectWithin(sdOf(loads) ** 2, 64 / 12, 4 * (64 / 12) * Math.sqrt(0.8 / loads.length))
    const cells = new Array<number>(8).fill(0)
    for (const load of loads) {
      const cell = Math.min(7, Math.floor(load - 3))
      cells[cell] = (cells[cell] ?? 0) + 1
    }
    expectFit(cells, new Array<number>(8).fill(loads.length / 8), 'uniform loads')
  })

  it.each([0.3, 1])('that are lognormal have the stated mean and variation %f', (variation) => {
    const loads = loadsOf(
      line([], { loads: { road: { kind: 'lognormal', meanKg: 15, variation } }, supply: ample(15) }),
      300,
    )
    expect(Math.min(...loads)).toBeGreaterThan(0)
    verifiedMean(`lognormal loads of variation ${variation}: mean kg`, loads, 15)
    // Their logarithms are normal with variance ln(1 + v^2) and mean ln(15) less half of it.
    const variance = Math.log(1 + variation ** 2)
    const logs = loads.map((load) => Math.log(load))
    expectMean(logs, Math.log(15) - variance / 2, knownTolerance(Math.sqrt(variance), logs.length))
    expectWithin(sdOf(logs), Math.sqrt(variance), 4 * Math.sqrt(variance / (2 * logs.length)))
  })

  it('depend on how the route is carried', () => {
    const file = parallel([checkpoint('p0'), checkpoint('p1')], {
      loads: { road: { kind: 'fixed', kg: 4 }, path: { kind: 'fixed', kg: 1 } },
      supply: stream(100, { initialStockDays: 100 }),
    })
    const legs = file.legs.map((leg) => (leg.id === 'source-p1' ? { ...leg, mode: 'path' as const } : leg))
    const { counters } = worldAfter(specOf({ ...file, legs }), 100)
    expect(counters.dispatchedGrams[0]).toBe(4_000 * (counters.dispatched[0] ?? 0))
    expect(counters.dispatchedGrams[1]).toBe(1_000 * (counters.dispatched[1] ?? 0))
    expect(counters.dispatched[1]).toBeGreaterThan(0)
  })

  it("of one supply may differ from the organisation's own, mode by mode", () => {
    const kg = (load: number) => ({ kind: 'fixed' as const, kg: load })
    const file = parallel([checkpoint('p0'), checkpoint('p1')], {
      loads: { road: kg(4), path: kg(1) },
      supply: [
        { commodity: 'goods', source: 'source', kgPerDay: 100, initialStockDays: 100 },
        {
          commodity: 'bulky',
          source: 'source',
          kgPerDay: 300,
          initialStockDays: 100,
          loads: { road: kg(30) },
        },
      ],
    })
    const legs = file.legs.map((leg) => (leg.id === 'source-p1' ? { ...leg, mode: 'path' as const } : leg))
    const [goods] = file.commodities
    if (goods === undefined) throw new Error('no goods')
    const { counters, spec } = worldAfter(
      specOf({ ...file, legs, commodities: [goods, { ...goods, id: 'bulky' }] }),
      200,
    )
    const wanted: Record<string, number> = { 'goods r0': 4, 'goods r1': 1, 'bulky r0': 30, 'bulky r1': 1 }
    for (const [c, supply] of spec.candidates.supply.entries()) {
      const commodity = spec.commodities.ids[spec.supplies.commodity[supply] ?? -1]
      const name = `${commodity} ${spec.routes.ids[spec.candidates.route[c] ?? -1]}`
      verified(`loads of ${name}: mean kg`, {
        expected: wanted[name] ?? Number.NaN,
        obtained: (counters.dispatchedGrams[c] ?? 0) / (counters.dispatched[c] ?? 0) / 1_000,
        within: 0,
      })
    }
  })

  it('of different kinds keep the supply and the shipped mass in step', () => {
    const file = parallel([checkpoint('p0'), checkpoint('p1')], {
      loads: { road: { kind: 'lognormal', meanKg: 4, variation: 1 }, path: { kind: 'fixed', kg: 1 } },
      supply: stream(200, { initialStockDays: 200 }),
    })
    const legs = file.legs.map((leg) => (leg.id === 'source-p1' ? { ...leg, mode: 'path' as const } : leg))
    const world = createWorld(specOf({ ...file, legs }), 'test')
    const daily: number[] = []
    for (let day = 0; day < 1_000; day++) {
      const before = sumOf(world.counters.dispatchedGrams)
      step(world)
      daily.push((sumOf(world.counters.dispatchedGrams) - before) / 1000)
    }
    expectWithin(meanOf(daily), 200, (4 * sdOf(daily)) / Math.sqrt(1_000))
  })
})
