/** Movements: rows of shipments under way, as events bring them. */
import { expect, test } from 'vitest'
import {
  createEventLog,
  DELIVERED,
  DEPARTED,
  type EventLog,
  PATROL_SEIZED,
  pushEvent,
  SEIZED,
} from '../../../src/engine/events'
import { createCurves } from '../../../src/map/scene/curves'
import { addEvents, addShipments } from '../../../src/map/traffic/feed'
import { createMarks, MARK_KIND, MARK_X, marksAt, SEIZED_MARK } from '../../../src/map/traffic/marks'
import {
  ARRIVE_AT,
  countAt,
  createMovements,
  DEPART_AT,
  dropEnded,
  type Movements,
  ORGANISATION,
  ROW_FLOATS,
  WAIT_FROM,
} from '../../../src/map/traffic/movements'
import { threePlaces } from '../../support/mapnetwork'

const network = threePlaces([0, 1])
const plane = Float64Array.from([0, 0, 10, 0, 20, 0])
const scene = { network, plane, curves: createCurves(network.legs, plane), filter: undefined }

function day(
  ...rows: readonly (readonly [kind: number, hour: number, until: number, place: number, shipment: number])[]
) {
  const log = createEventLog(4)
  for (const [kind, hour, until, place, shipment] of rows)
    pushEvent(log, kind, hour, until, place, 1, 1000, shipment, shipment * 31)
  return log
}

function feed(movements: Movements, events: EventLog, marks = createMarks()) {
  return addEvents(movements, marks, scene, undefined, events)
}

const column = (movements: Movements, row: number, at: number) => movements.data[row * ROW_FLOATS + at]

test('a departure is seen from its hour on', () => {
  const movements = createMovements(4)
  feed(movements, day([DEPARTED, 10, 20, 0, 1]))
  expect(countAt(movements, 9)).toBe(0)
  expect(countAt(movements, 10)).toBe(1)
  expect(column(movements, 0, ORGANISATION)).toBe(1)
})

test('between two legs a shipment waits at the node, and is seen once', () => {
  const movements = createMovements(4)
  feed(movements, day([DEPARTED, 10, 20, 0, 1]))
  feed(movements, day([DEPARTED, 30, 40, 1, 1]))
  expect(column(movements, 1, WAIT_FROM)).toBe(20)
  for (const hour of [15, 20, 25, 35]) expect(countAt(movements, hour)).toBe(1)
})

test('a seized or delivered shipment is gone at once and leaves a mark', () => {
  const movements = createMovements(4)
  const marks = createMarks()
  const fed = feed(
    movements,
    day([DEPARTED, 1, 5, 0, 1], [DEPARTED, 1, 6, 1, 2], [SEIZED, 5, 5, 0, 1], [DELIVERED, 6, 6, 2, 2]),
    marks,
  )
  expect(fed).toEqual({ marked: true, latestHour: 6 })
  expect(countAt(movements, 4)).toBe(2)
  expect(countAt(movements, 5)).toBe(1)
  expect(countAt(movements, 6)).toBe(0)
  expect(marksAt(marks, 4)).toBe(0)
  expect(marksAt(marks, 7)).toBe(2)
  expect(marksAt(marks, 60)).toBe(0)
})

test('a patrol’s seizure is marked at its node', () => {
  const movements = createMovements(4)
  const marks = createMarks()
  feed(movements, day([DEPARTED, 1, 5, 1, 1], [PATROL_SEIZED, 5, 5, 2, 1]), marks)
  expect(countAt(movements, 5)).toBe(0)
  expect([marks.data[MARK_X], marks.data[MARK_KIND]]).toEqual([20, SEIZED_MARK])
})

test('rows are reused, and growing keeps what was there', () => {
  const movements = createMovements(4)
  for (let shipment = 1; shipment <= 100; shipment++)
    feed(movements, day([DEPARTED, shipment, shipment + 2, 0, shipment]))
  expect(movements.used).toBe(100)
  for (let shipment = 1; shipment <= 100; shipment++)
    feed(movements, day([SEIZED, shipment + 2, shipment + 2, 0, shipment]))
  expect(dropEnded(movements, 60)).toBe(58)
  expect(countAt(movements, 60)).toBe(2)
  for (let shipment = 201; shipment <= 258; shipment++) feed(movements, day([DEPARTED, 60, 70, 1, shipment]))
  expect(movements.used).toBe(100)
  expect(countAt(movements, 60)).toBe(60)
})

test('after a seek a shipment in flight goes on where it was', () => {
  const movements = createMovements(4)
  const view = {
    count: 2,
    leg: Int32Array.of(0, 1),
    departAt: Int32Array.of(90, 120),
    arriveAt: Int32Array.of(110, 120),
    candidate: Int32Array.of(0, 1),
    grams: Int32Array.of(1, 1),
    shipmentA: Int32Array.of(5, 6),
    shipmentB: Int32Array.of(5, 6 * 31),
  }
  addShipments(movements, scene, undefined, view, 100)
  expect(countAt(movements, 100)).toBe(2)
  expect([column(movements, 0, DEPART_AT), column(movements, 0, ARRIVE_AT)]).toEqual([90, 110])
  feed(movements, day([DEPARTED, 120, 130, 1, 6]))
  for (const hour of [100, 119, 121]) expect(countAt(movements, hour)).toBe(2)
  expect(column(movements, 2, WAIT_FROM)).toBe(120)
})
