/** Measures: the numbers that a finished (or running) world is judged by, in the order of their layout. */
import type { Counters, World } from '../engine'
import { rowsOf } from './groups'
import { GROUPS, MEASURES } from './layout'
import { ratio, sumOf, totalFlow } from './sums'

/**
 * Values of all measures of a world now, in the order of `measureLayout`; kg, USD, days; NaN where undefined. With `since`, the
 * totals of an earlier day, only what came after that day counts (stock and transit are those of now). Each group takes one pass
 * over what it counts, however many rows it has.
 */
export function measuresOf(present: World, since?: Counters): Float64Array {
  const world =
    since === undefined ? present : { ...present, counters: countersBetween(since, present.counters) }
  const values: number[] = []
  for (const group of GROUPS) {
    const rows = group === 'total' ? [totals(world)] : rowsOf(world, group)
    for (const row of rows) {
      if (row.length !== MEASURES[group].length)
        throw new RangeError(`the group ${group} has ${row.length} values`)
      for (const value of row) values.push(value)
    }
  }
  return Float64Array.from(values)
}

function countersBetween(before: Counters, after: Counters): Counters {
  const difference: { -readonly [name in keyof Counters]: Counters[name] } = { ...after }
  for (const name of Object.keys(after) as (keyof Counters)[])
    difference[name] = after[name].map((value, i) => value - (before[name][i] as number))
  return difference
}

function totals(world: World): number[] {
  const { counters, fleet } = world
  const [dispatched = 0, delivered = 0, seized = 0, rate = 0] = totalFlow(world)
  let stock = 0
  for (const grams of world.stockGrams) stock += grams
  const cost = sumOf(counters.costCents) / 100
  return [
    dispatched,
    delivered,
    seized,
    fleet.grams / 1000,
    stock / 1000,
    rate,
    sumOf(counters.bribeCents) / 100,
    ratio(sumOf(counters.transitHours), sumOf(counters.delivered)) / 24,
    sumOf(counters.patrolSeizedGrams) / 1000,
    sumOf(counters.processedLossGrams) / 1000,
    sumOf(counters.protectionCents) / 100,
    cost,
    // Where no cost is booked, none is known.
    cost === 0 ? Number.NaN : ratio(cost, seized),
    counters.legShipments.reduce((count, shipments) => count + (shipments > 0 ? 1 : 0), 0),
  ]
}
