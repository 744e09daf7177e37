import { expect, it } from 'vitest'
import {
  BRIBED,
  createWorld,
  DELIVERED,
  DEPARTED,
  DETECTED,
  endsShipment,
  INSPECTED,
  isShipmentAt,
  PATROL_SEIZED,
  parseShipmentName,
  SEIZED,
  shipmentAt,
  shipmentName,
  step,
  view,
} from '../../src/engine'
import { rich } from '../support/rich'
import { specOf } from '../support/scenarios'

it('names a shipment so that its key can be read back, and reads nothing else', () => {
  for (const key of [
    { a: 0, b: 0 },
    { a: -1, b: 1 },
    { a: -2147483648, b: 2147483647 },
  ])
    expect(parseShipmentName(shipmentName(key))).toEqual(key)
  expect(shipmentName({ a: -7, b: 255 })).toBe('fffffff9000000ff')
  for (const text of ['', 'fffffff9000000f', 'fffffff9000000ff0', 'FFFFFFF9000000FF', ' ffffff9000000ff'])
    expect(parseShipmentName(text)).toBeUndefined()
})

it('finds a shipment of the view among the facts of the days before, by its key', () => {
  const world = createWorld(specOf(rich()), 'keys', { watch: true })
  const left = new Set<string>()
  for (let day = 0; day < 60; day++) {
    const log = step(world)
    for (let row = 0; row < log.count; row++)
      if (log.kind[row] === DEPARTED) left.add(shipmentName(shipmentAt(log, row)))
  }
  const { shipments } = view(world)
  const under = Array.from({ length: shipments.count }, (_, row) => shipmentAt(shipments, row))
  expect(under.filter((key, row) => isShipmentAt(shipments, row, key))).toHaveLength(shipments.count)
  expect(under.filter((key) => left.has(shipmentName(key))).length).toBeGreaterThan(0)
  expect(isShipmentAt(shipments, 0, { a: shipments.shipmentA[0] as number, b: 0 })).toBe(false)
})

it('ends a shipment with its seizure or delivery, and with nothing else', () => {
  const kinds = [DEPARTED, INSPECTED, DETECTED, BRIBED, SEIZED, DELIVERED, PATROL_SEIZED]
  expect(kinds.filter(endsShipment)).toEqual([SEIZED, DELIVERED, PATROL_SEIZED])
})
