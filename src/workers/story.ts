/**
 * Story: everything that happened to one shipment, picked from the events of the days that it was under way
 * (D16).
 */
import { type EventLog, view, type World } from '../engine'
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
    if (events.shipmentA[row] !== shipmentA || events.shipmentB[row] !== shipmentB) continue
    found.push({
      kind: events.kind[row] as number,
      hour: events.hour[row] as number,
      until: events.until[row] as number,
      place: events.place[row] as number,
      candidate: events.candidate[row] as number,
      grams: events.grams[row] as number,
    })
  }
  return found
}
