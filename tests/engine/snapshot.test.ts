/** Snapshots: a run that was saved and restored on any day goes on as if it had not been. */
import { describe, expect, it } from 'vitest'
import {
  createWorld,
  digest,
  type ModelSpec,
  restore,
  type Snapshot,
  snapshot,
  step,
  type World,
} from '../../src/engine'
import { PLACE_MASK, PROCESSED_SHIFT } from '../../src/engine/fleet'
import { compileScenario, LIMITS } from '../../src/scenario'
import { BUNDLED, bundledScenario } from '../support/bundled'
import { randomScenario } from '../support/random'
import { checkpoint, line, specOf } from '../support/scenarios'
import { worldAfter } from '../support/worlds'

/** Shipments in one chunk of the fleet's pool, and chunks in a new pool. */
const CHUNK = 64
const FIRST_CHUNKS = 64

/** The world at the end of so many days, and what was saved of it on the way. */
function savedOn(
  spec: ModelSpec,
  days: number,
  saveOn: readonly number[],
): { world: World; saved: Snapshot[] } {
  const world = createWorld(spec, spec.seed)
  const saved: Snapshot[] = []
  while (world.day < days) {
    if (saveOn.includes(world.day)) saved.push(snapshot(world))
    step(world)
  }
  return { world, saved }
}

/** Fails unless the run ends alike after it was restored on each of these days. */
function expectSame(spec: ModelSpec, days: number, saveOn: readonly number[]): World {
  const { world, saved } = savedOn(spec, days, saveOn)
  expect(saved.map(({ day }) => day)).toEqual(saveOn)
  for (const before of saved) {
    const again = restore(spec, before)
    while (again.day < days) step(again)
    expect(digest(again), `saved on day ${before.day}`).toBe(digest(world))
    expect(again.counters).toEqual(world.counters)
  }
  return world
}

/** A day from 1 to the last but one that depends on the number alone. */
const someDay = (number: number, days: number) => 1 + ((number * 7_919 + 31) % (days - 2))

describe('a run that was saved and restored', () => {
  it('goes on the same with 100,000 shipments under way on legs of 1,000 hours', () => {
    const file = line([checkpoint('p', { interdictionOdds: 0.01 })], {
      supply: [{ commodity: 'goods', source: 'source', kgPerDay: 2_500 }],
      crews: 10_000_000,
    })
    const legs = file.legs.map((leg) => ({ ...leg, hours: 1_000 }))
    const world = expectSame(specOf({ ...file, legs }), 60, [30, 45, 59])
    expect(world.fleet.count).toBeGreaterThan(100_000)
  })

  it('goes on the same with a shipment in each of more hours than a new pool has chunks', () => {
    const file = line([checkpoint('p')], { supply: [{ commodity: 'goods', source: 'source', kgPerDay: 60 }] })
    const spec = specOf({ ...file, legs: file.legs.map((leg) => ({ ...leg, hours: 200 })) })
    const world = expectSame(spec, 30, [5, 20])
    expect([...world.fleet.firstChunk].filter((chunk) => chunk >= 0).length).toBeGreaterThan(FIRST_CHUNKS)
    expect(world.fleet.count).toBeLessThan(CHUNK * FIRST_CHUNKS)
  })

  it.each(BUNDLED)('goes on the same in the bundled scenario %s', (id) => {
    const spec = compileScenario(bundledScenario(id))
    const days = Math.min(spec.days, 90)
    expectSame(spec, days, [someDay(BUNDLED.indexOf(id), days)])
  })

  it('goes on the same in 50 random scenarios, most of which fill more than a new pool', () => {
    let large = 0
    for (let number = 1; number <= 50; number++) {
      const spec = specOf(randomScenario(number))
      const days = 60
      const world = expectSame(spec, days, [someDay(number, days)])
      if (world.fleet.nextChunk.length > FIRST_CHUNKS) large++
    }
    expect(large).toBeGreaterThan(25)
  })

  it('can be restored on the evening after any day of a run', () => {
    const spec = specOf(randomScenario(7))
    const world = createWorld(spec, spec.seed)
    for (let day = 0; day < 40; day++) {
      const tomorrow = restore(spec, snapshot(world))
      step(world)
      step(tomorrow)
      expect(digest(tomorrow)).toBe(digest(world))
    }
    expect(digest(world)).toBe(digest(worldAfter(spec, 40, { seed: spec.seed })))
  })
})

describe('a shipment', () => {
  it('has room in its record for every place and commodity that a file may have', () => {
    expect(Math.max(LIMITS.nodes, LIMITS.placesOfRoute)).toBeLessThanOrEqual(PLACE_MASK)
    expect(LIMITS.commodities).toBeLessThan(2 ** (32 - PROCESSED_SHIFT))
  })
})
