/** Last seizures of a checkpoint. */
import { expect, test } from 'vitest'
import type { DayFrame } from '../../../src/analysis'
import { createLastSeizures, type LastSeizure } from '../../../src/analysis/record/lastSeizures'
import { createEventLog, DELIVERED, pushEvent, SEIZED } from '../../../src/engine/events'

/** A day with seizures at hours of that day, as [hour, checkpoint, shipment]. */
function frameOf(day: number, ...rows: readonly (readonly [number, number, number])[]): DayFrame {
  const events = createEventLog(4)
  for (const [hour, checkpoint, shipment] of rows)
    pushEvent(events, SEIZED, hour, hour, checkpoint, 0, shipment * 1000, shipment, -shipment)
  pushEvent(events, DELIVERED, day * 24 - 1, day * 24 - 1, 0, 0, 1, 99, 99)
  return { day, events, shipments: undefined } as DayFrame
}

const shipments = (list: readonly LastSeizure[]) => list.map(({ shipment }) => shipment.a)

test('the latest come first, up to the present hour, each once however often its day is told', () => {
  const last = createLastSeizures(90)
  last.add(frameOf(1, [5, 0, 1], [9, 0, 2], [7, 1, 3]))
  last.add(frameOf(2, [30, 0, 4]))
  last.add(frameOf(1, [5, 0, 1], [9, 0, 2], [7, 1, 3]))
  expect(shipments(last.at(0, 48, 9))).toEqual([4, 2, 1])
  expect(shipments(last.at(0, 48, 2))).toEqual([4, 2])
  expect(shipments(last.at(0, 8, 9))).toEqual([1])
  expect(last.at(1, 48, 9)).toEqual([{ checkpoint: 1, hour: 7, grams: 3000, shipment: { a: 3, b: -3 } }])
  expect(last.at(2, 48, 9)).toEqual([])
})

test('days after a cut and days long past are forgotten', () => {
  const last = createLastSeizures(10)
  last.add(frameOf(1, [5, 0, 1]))
  last.add(frameOf(2, [30, 0, 2]))
  last.truncate(1)
  expect(shipments(last.at(0, 999, 9))).toEqual([1])
  last.add(frameOf(20, [470, 0, 3]))
  expect(shipments(last.at(0, 999, 9))).toEqual([3])
})
