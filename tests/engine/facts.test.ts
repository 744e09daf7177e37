/** Facts: what a day's log tells, row by row. */
import { expect, it } from 'vitest'
import {
  BRIBED,
  createWorld,
  DELIVERED,
  DEPARTED,
  DETECTED,
  endsShipment,
  type Fact,
  factsOf,
  forEachFact,
  INSPECTED,
  isShipmentAt,
  PATROL_SEIZED,
  SEIZED,
  shipmentAt,
  step,
} from '../../src/engine'
import { createEventLog, pushEvent } from '../../src/engine/events'
import { rich } from '../support/rich'
import { specOf } from '../support/scenarios'

const spec = specOf(rich())

/** Logs of some days; a world writes each over the one before. */
function daysOf(count: number) {
  const world = createWorld(spec, spec.seed, { watch: true })
  return Array.from({ length: count }, () => structuredClone(step(world)))
}

const days = daysOf(60)

it('are those of the log, in order, each place under the name of what it is', () => {
  const log = createEventLog(1)
  const kinds = [DEPARTED, INSPECTED, DETECTED, BRIBED, SEIZED, DELIVERED, PATROL_SEIZED, DEPARTED]
  for (const [row, kind] of kinds.entries())
    pushEvent(log, kind, row, row + 10, row + 20, row + 30, row + 40, row, -row)
  const facts: Fact[] = []
  forEachFact(log, (fact) => facts.push({ ...fact }))
  const places = ['leg', 'checkpoint', 'checkpoint', 'checkpoint', 'checkpoint', 'node', 'node', 'leg']
  expect(facts).toEqual(
    kinds.map((kind, row) => ({
      ...{ kind, hour: row, candidate: row + 30, grams: row + 40, ...shipmentAt(log, row) },
      [places[row] ?? '']: row + 20,
      ...(kind === DEPARTED && { arriveAt: row + 10 }),
    })),
  )
})

it('of one shipment begin with a departure and hold nothing after its end', () => {
  const first = days.findIndex(({ count }) => count > 0)
  const log = days[first]
  if (log === undefined) throw new Error('nothing happened')
  const shipment = shipmentAt(log, 0)
  const facts: Fact[] = days.flatMap((day) => factsOf(day, shipment))
  const rows = days.reduce(
    (sum, day) =>
      sum +
      Array.from({ length: day.count }, (_, row) => isShipmentAt(day, row, shipment)).filter(Boolean).length,
    0,
  )
  expect(facts).toHaveLength(rows)
  expect(facts[0]?.kind).toBe(DEPARTED)
  expect(facts.slice(0, -1).some(({ kind }) => endsShipment(kind))).toBe(false)
  expect(facts.map(({ hour }) => hour)).toEqual(facts.map(({ hour }) => hour).toSorted((a, b) => a - b))
})
