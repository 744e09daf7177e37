/**
 * Story: everything that happened to one shipment, picked from the events of the days that it was under way
 * (D16).
 */
import { type EventLog, factAt, isShipmentAt, view, type World } from '../engine'
import type { ShipmentName, StoryEvent } from './protocol'

/** Whether the shipment is in flight in this world. */
export function isUnderWay(world: World, { shipmentA, shipmentB }: ShipmentName): boolean {
  const { count, shipmentA: a, shipmentB: b } = view(world).shipments
  for (let row = 0; row < count; row++) if (a[row] === shipmentA && b[row] === shipmentB) return true
  return false
}

/** The events of one shipment among those of a day, in order. */
export function eventsOf(events: EventLog, { shipmentA, shipmentB }: ShipmentName): StoryEvent[] {
  const found: StoryEvent[] = []
  for (let row = 0; row < events.count; row++) {
    if (isShipmentAt(events, row, { a: shipmentA, b: shipmentB })) found.push(factAt(events, row))
  }
  return found
}
