/** Filters of the map: which shipments and marks are seen. */
import { expect, test } from 'vitest'
import { createEventLog, DEPARTED, pushEvent, SEIZED } from '../../src/engine/events'
import { createCurves } from '../../src/map/scene/curves'
import { dotAt, pickDot, pickMark, pickShipment } from '../../src/map/traffic/dots'
import { addEvents } from '../../src/map/traffic/feed'
import { createMarks, filterMarks, marksAt } from '../../src/map/traffic/marks'
import { countAt, createMovements, filterMovements, rowAt } from '../../src/map/traffic/movements'
import type { MapFilter, MapLayer } from '../../src/map/types'
import { threePlaces } from '../support/mapnetwork'

const network = threePlaces([0, 3])
const plane = Float64Array.from([0, 0, 100, 0, 200, 0])
const curves = createCurves(network.legs, plane)
const camera = { x: 100, y: 0, scale: 2, width: 400, height: 100 }
const only = (candidates: readonly number[], legs: readonly number[]): MapFilter => ({
  candidates: Uint8Array.from(candidates),
  legs: Uint8Array.from(legs),
})

/** Shipments 1 and 2 of candidates 0 and 1 leave at hours 0 and 10; 1 goes on at 30, 2 is seized at 20. */
function day() {
  const log = createEventLog(8)
  pushEvent(log, DEPARTED, 0, 20, 0, 0, 1000, 1, -1)
  pushEvent(log, DEPARTED, 10, 20, 0, 1, 1000, 2, -2)
  pushEvent(log, SEIZED, 20, 20, 0, 1, 1000, 2, -2)
  pushEvent(log, DEPARTED, 30, 40, 1, 0, 1000, 1, -1)
  return log
}

function fed(filter: MapFilter | undefined) {
  const movements = createMovements(4)
  const marks = createMarks()
  addEvents(movements, marks, { network, plane, curves }, filter, day())
  return { movements, marks }
}

const seen = ({ movements, marks }: ReturnType<typeof fed>) => [
  countAt(movements, 15),
  countAt(movements, 35),
  marksAt(marks, 21),
]

test('without a filter everything is seen', () => {
  expect(seen(fed(undefined))).toEqual([2, 1, 1])
})

test('a filter hides the shipments and marks of other candidates and legs', () => {
  expect(seen(fed(only([1, 0], [1, 1])))).toEqual([1, 1, 0])
  expect(seen(fed(only([0, 1], [1, 1])))).toEqual([1, 0, 1])
  expect(seen(fed(only([1, 1], [0, 1])))).toEqual([0, 1, 0])
})

test('a filter that changes later shows and hides what is there, and nothing is lost', () => {
  const map = fed(undefined)
  const apply = (filter: MapFilter | undefined) => {
    filterMovements(map.movements, filter)
    filterMarks(map.marks, filter)
    return seen(map)
  }
  expect(apply(only([1, 0], [1, 1]))).toEqual([1, 1, 0])
  expect(apply(only([0, 1], [1, 0]))).toEqual([1, 0, 1])
  expect(apply(undefined)).toEqual([2, 1, 1])
})

test('the dot under the pointer names its shipment, a hidden one does not', () => {
  const { movements } = fed(undefined)
  const row = rowAt(movements, { a: 2, b: -2 }, 15)
  const { x, y } = dotAt(movements, row, 15, camera, 1)
  expect([Math.abs(x - 100) < 2, Math.abs(y - 60) < 2]).toEqual([true, true])
  expect(pickDot(movements, 15, camera, 1, x + 2, y)).toEqual({
    kind: 'shipment',
    shipment: { a: 2, b: -2 },
    hour: 15,
    candidate: 1,
    leg: 0,
    grams: 1000,
    departAt: 10,
    arriveAt: 20,
  })
  expect(pickDot(movements, 15, camera, 1, x + 20, y)).toBeUndefined()
  filterMovements(movements, only([1, 0], [1, 1]))
  expect(pickDot(movements, 15, camera, 1, x, y)).not.toMatchObject({ shipment: { a: 2 } })
})

test('a shipment that waits stands around its node, not on it', () => {
  const { movements } = fed(undefined)
  const row = rowAt(movements, { a: 1, b: -1 }, 25)
  const dot = dotAt(movements, row, 25, camera, 1)
  const gap = Math.hypot(dot.x - 200, dot.y - 50)
  expect(dot.waits).toBe(true)
  expect([gap >= 5, gap <= 11]).toEqual([true, true])
})

test('a mark under the pointer names the shipment that met its end there', () => {
  const { marks } = fed(undefined)
  expect(pickMark(marks, 22, camera, 205, 53)).toEqual({
    kind: 'mark',
    shipment: { a: 2, b: -2 },
    hour: 20,
  })
  expect(pickMark(marks, 22, camera, 230, 53)).toBeUndefined()
  expect(pickMark(marks, 90, camera, 205, 53)).toBeUndefined()
})

test('a dot comes before its leg and the surroundings of a place, but not before the place itself', () => {
  const { movements, marks } = fed(undefined)
  const layout = {
    symbolScale: 1,
    checkpoints: [{ x: 200, y: 50, radius: 6 }],
    nodes: [{ x: 0, y: 50, radius: 4 }],
    curves,
    legWidth: Float64Array.of(4, 4),
  }
  const moment = (hour: number, ...layers: MapLayer[]) => ({
    movements,
    marks,
    hour,
    camera,
    layout,
    layers: new Set(layers),
  })
  const checkpoint = { kind: 'checkpoint', index: 0 } as const
  const onLeg = dotAt(movements, rowAt(movements, { a: 2, b: -2 }, 15), 15, camera, 1)
  const leg = { kind: 'leg', index: 0 } as const
  expect(pickShipment(moment(15, 'shipments'), leg, onLeg.x, onLeg.y)).toMatchObject({ shipment: { a: 2 } })
  expect(pickShipment(moment(15), leg, onLeg.x, onLeg.y)).toBeUndefined()
  const waiting = dotAt(movements, rowAt(movements, { a: 1, b: -1 }, 25), 25, camera, 1)
  expect(pickShipment(moment(25, 'shipments'), undefined, waiting.x, waiting.y)).toMatchObject({
    shipment: { a: 1 },
  })
  expect(pickShipment(moment(25, 'shipments'), checkpoint, 200, 50)).toBeUndefined()
  expect(pickShipment(moment(22, 'marks'), checkpoint, 205, 53)).toBeUndefined()
  expect(pickShipment(moment(22, 'marks'), undefined, 205, 53)).toMatchObject({
    shipment: { a: 2 },
    hour: 20,
  })
})
