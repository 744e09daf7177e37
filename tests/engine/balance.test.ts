/** Mass balance: what was supplied is in stock, under way, delivered or seized, every day and to the gram. */
import { describe, expect, it } from 'vitest'
import {
  BRIBED,
  createWorld,
  DELIVERED,
  DEPARTED,
  DETECTED,
  INSPECTED,
  SEIZED,
  step,
  view,
  type World,
} from '../../src/engine'
import { rich } from '../support/rich'
import { checkpoint, line, specOf } from '../support/scenarios'
import { verified } from '../support/verification'
import { indexOf, sumOf, tallyOf, worldAfter } from '../support/worlds'

function expectBalanced(world: World): void {
  const { counters, fleet, spec, stockGrams } = world
  const day = `day ${world.day}`
  const shipments = view(world).shipments
  const inTransit = sumOf(shipments.grams.subarray(0, shipments.count))
  expect(fleet.grams, `${day}: grams under way`).toBe(inTransit)
  expect(fleet.count, `${day}: shipments under way`).toBe(shipments.count)
  for (const [s, supplied] of counters.suppliedGrams.entries()) {
    let spent = stockGrams[s] ?? 0
    for (let row = 0; row < shipments.count; row++)
      if (spec.candidates.supply[shipments.candidate[row] ?? -1] === s) spent += shipments.grams[row] ?? 0
    for (const [c, supply] of spec.candidates.supply.entries())
      if (supply === s) spent += (counters.deliveredGrams[c] ?? 0) + (counters.seizedGrams[c] ?? 0)
    expect(spent, `${day}: grams of supply ${s}`).toBe(supplied)
  }
  for (const [c, dispatched] of counters.dispatchedGrams.entries())
    expect(dispatched).toBeGreaterThanOrEqual(
      (counters.deliveredGrams[c] ?? 0) + (counters.seizedGrams[c] ?? 0),
    )
  expect(sumOf(counters.marketGrams), `${day}: grams at markets`).toBe(sumOf(counters.deliveredGrams))
  expect(sumOf(counters.checkpointSeizedGrams), `${day}: grams at checkpoints`).toBe(
    sumOf(counters.seizedGrams),
  )
  expect(sumOf(counters.seizures), `${day}: seizures`).toBe(tallyOf(world).seized)
  expect(sumOf(counters.checkpointBribeCents), `${day}: bribes`).toBe(sumOf(counters.bribeCents))
}

describe('mass balance', () => {
  it('holds on every day of two years with seals, seasons, bribes, crews and markets on the way', () => {
    const world = createWorld(specOf(rich()), 'balance')
    expectBalanced(world)
    for (let day = 0; day < 730; day++) {
      step(world)
      expectBalanced(world)
    }
    const { delivered, seized } = tallyOf(world)
    expect(Math.min(delivered, seized, sumOf(world.counters.bribeCents))).toBeGreaterThan(100)
    const { counters, fleet, stockGrams } = world
    const found =
      sumOf(stockGrams) + fleet.grams + sumOf(counters.deliveredGrams) + sumOf(counters.seizedGrams)
    const obtained = sumOf(counters.suppliedGrams) - found
    verified('supplied less found anywhere after two years: g', { expected: 0, obtained, within: 0 })
  })

  it('holds for fractions of grams, which are never lost one by one', () => {
    const supply = [{ commodity: 'goods', source: 'source', kgPerDay: 0.0333, yearlyGrowth: 3 }]
    const loads = { road: { kind: 'uniform' as const, minKg: 0.001, maxKg: 0.0123 } }
    const world = createWorld(
      specOf(line([checkpoint('gate', { interdictionOdds: 0.3 })], { supply, loads })),
      'balance',
    )
    for (let day = 0; day < 400; day++) {
      step(world)
      expectBalanced(world)
    }
    expect(tallyOf(world).delivered).toBeGreaterThan(100)
  })

  it('keeps crews too: free, under way or on their way back', () => {
    const world = createWorld(specOf(rich()), 'balance')
    const { organisations, supplies, candidates } = world.spec
    for (let day = 0; day < 300; day++) {
      step(world)
      const { shipments } = view(world)
      for (const [o, crews] of organisations.crews.entries()) {
        let found =
          (world.crewsFree[o] ?? 0) +
          sumOf(world.crewReturns.subarray(o * world.crewDays, (o + 1) * world.crewDays))
        for (let row = 0; row < shipments.count; row++) {
          const supply = candidates.supply[shipments.candidate[row] ?? -1] ?? -1
          if (supplies.organisation[supply] === o) found++
        }
        expect(found, `day ${day}, ${organisations.ids[o]}`).toBe(crews)
      }
    }
  })
})

describe('events', () => {
  it('tell the same story as the counters', () => {
    const world = createWorld(specOf(rich()), 'events', { watch: true })
    const seen = new Map<number, number>()
    let [delivered, seized] = [0, 0]
    for (let day = 0; day < 200; day++) {
      const log = step(world)
      for (let row = 0; row < log.count; row++) {
        const kind = log.kind[row] ?? -1
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
        if (kind === DELIVERED) delivered += log.grams[row] ?? 0
        if (kind === SEIZED) seized += log.grams[row] ?? 0
        if (kind === DELIVERED || kind === SEIZED) {
          expect(log.hour[row]).toBeGreaterThanOrEqual(day * 24)
          expect(log.hour[row]).toBeLessThan((day + 1) * 24)
        }
      }
    }
    const { counters } = world
    expect(seen.get(INSPECTED)).toBe(sumOf(counters.inspections))
    expect(seen.get(DETECTED)).toBe(sumOf(counters.detections))
    expect(seen.get(SEIZED)).toBe(sumOf(counters.seizures))
    expect(seen.get(BRIBED)).toBe(sumOf(counters.detections) - sumOf(counters.seizures))
    expect(seen.get(DELIVERED)).toBe(sumOf(counters.delivered))
    expect(delivered).toBe(sumOf(counters.deliveredGrams))
    expect(seized).toBe(sumOf(counters.seizedGrams))
  })

  it('are not kept unless somebody watches', () => {
    const world = createWorld(specOf(rich()), 'events')
    for (let day = 0; day < 20; day++) expect(step(world).count).toBe(0)
  })

  it('identify every shipment for good', () => {
    const world = createWorld(specOf(rich()), 'events', { watch: true })
    const ended = new Set<string>()
    for (let day = 0; day < 200; day++) {
      const log = step(world)
      for (let row = 0; row < log.count; row++) {
        if (log.kind[row] !== DELIVERED && log.kind[row] !== SEIZED) continue
        const key = `${log.shipmentA[row]}/${log.shipmentB[row]}`
        expect(ended.has(key)).toBe(false)
        ended.add(key)
      }
    }
    expect(ended.size).toBe(tallyOf(world).delivered + tallyOf(world).seized)
  })
})

describe('the view', () => {
  it('shows each shipment on a leg of its route, on its way', () => {
    const world = createWorld(specOf(rich()), 'view')
    const { candidates, routes } = world.spec
    for (let day = 0; day < 100; day++) {
      step(world)
      const { shipments } = view(world)
      for (let row = 0; row < shipments.count; row++) {
        const route = candidates.route[shipments.candidate[row] ?? -1] ?? -1
        const legs = routes.legs.subarray(routes.start[route], routes.start[route + 1])
        expect(legs).toContain(shipments.leg[row])
        expect(shipments.arriveAt[row]).toBeGreaterThanOrEqual(world.day * 24)
        expect(shipments.departAt[row]).toBeLessThanOrEqual(shipments.arriveAt[row] ?? -1)
      }
    }
  })

  it('calls each shipment what its events call it', () => {
    const world = createWorld(specOf(rich()), 'view', { watch: true })
    const departed = new Map<string, number>()
    for (let day = 0; day < 30; day++) {
      const log = step(world)
      for (let row = 0; row < log.count; row++)
        if (log.kind[row] === DEPARTED)
          departed.set(`${log.shipmentA[row]}/${log.shipmentB[row]}`, log.candidate[row] ?? -1)
    }
    const { shipments } = view(world)
    expect(shipments.count).toBeGreaterThan(20)
    for (let row = 0; row < shipments.count; row++) {
      if ((shipments.departAt[row] ?? 0) >= world.day * 24) continue
      const name = `${shipments.shipmentA[row]}/${shipments.shipmentB[row]}`
      expect(departed.get(name), name).toBe(shipments.candidate[row])
    }
  })

  it('shows a shipment that waits on the leg it waits for, on which it has not set out', () => {
    const changes = [{ target: 'legs.leg1.openMonths', from: '2009-01-20', set: [] }]
    const file = line([checkpoint('gate')])
    const legs = file.legs.map((leg) => ({ ...leg, hours: 48 }))
    const spec = specOf({ ...file, legs, interventions: [{ id: 'end', title: 'End', changes }] })
    const { shipments } = view(worldAfter(spec, 40))
    const [leg, departAt] = [shipments.leg, shipments.departAt].map((column) =>
      column.subarray(0, shipments.count),
    )
    expect(shipments.count).toBeGreaterThan(100)
    expect(new Set(leg)).toEqual(new Set([indexOf(spec.legs, 'leg1')]))
    expect(Math.min(...(departAt ?? []))).toBeGreaterThanOrEqual(40 * 24)
  })

  it('fills the columns it is given and asks for larger ones only when it must', () => {
    const world = createWorld(specOf(rich()), 'view')
    for (let day = 0; day < 30; day++) step(world)
    const first = view(world)
    step(world)
    const second = view(world, first)
    expect(second).toBe(first)
    expect(second.day).toBe(31)
    const small = view(createWorld(specOf(line([])), 'view'))
    for (let day = 0; day < 60; day++) step(world)
    const fits = small.shipments.leg.length >= world.fleet.count
    expect(view(world, small) === small).toBe(fits)
  })
})
