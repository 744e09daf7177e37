/** Mass balance with everything that can happen to a gram. */
import { expect } from 'vitest'
import { view, type World } from '../../src/engine'
import { sumOf } from './worlds'

/** Fails unless supplied = in stock + under way + delivered + seized + lost in processing, to the gram. */
export function expectEveryGram(world: World): void {
  const { counters, fleet, stockGrams } = world
  const { shipments } = view(world)
  expect(sumOf(shipments.grams.subarray(0, shipments.count)), 'grams under way').toBe(fleet.grams)
  const spent =
    sumOf(stockGrams) +
    fleet.grams +
    sumOf(counters.deliveredGrams) +
    sumOf(counters.seizedGrams) +
    sumOf(counters.processedLossGrams)
  expect(spent, `grams on day ${world.day}`).toBe(sumOf(counters.suppliedGrams))
  const atPlaces = sumOf(counters.checkpointSeizedGrams) + sumOf(counters.patrolSeizedGrams)
  expect(atPlaces, `grams seized at places by day ${world.day}`).toBe(sumOf(counters.seizedGrams))
  expect(sumOf(counters.marketGrams), `grams at markets by day ${world.day}`).toBe(
    sumOf(counters.deliveredGrams),
  )
}
