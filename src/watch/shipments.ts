/**
 * Shipments under way: every shipment between its source and its end, followed through the facts of the days
 * (D20).
 */
import { DEPARTED, type EventLog, endsShipment, type ShipmentView } from '../engine'

export interface UnderWay {
  readonly shipmentA: number
  readonly shipmentB: number
  /** The same for good. */
  readonly id: string
  /** Leg on which it travels, or travelled before it began to wait. */
  readonly leg: number
  /** Hours since the start of the run. */
  readonly departAt: number
  readonly arriveAt: number
  readonly candidate: number
  readonly grams: number
}

export interface Shipments {
  /** Starts anew from a whole picture. */
  reset(shipments: ShipmentView): void
  /** Takes in the facts of the day that follows. */
  take(events: EventLog): void
  /** In the order in which they arrive; equal ones by id. */
  list(): UnderWay[]
}

export function createShipments(): Shipments {
  const underWay = new Map<string, UnderWay>()

  function take(events: EventLog): void {
    for (let row = 0; row < events.count; row++) {
      const kind = events.kind[row] as number
      const id = `${events.shipmentA[row]}:${events.shipmentB[row]}`
      if (endsShipment(kind)) underWay.delete(id)
      if (kind !== DEPARTED) continue
      underWay.set(id, {
        id,
        shipmentA: events.shipmentA[row] as number,
        shipmentB: events.shipmentB[row] as number,
        leg: events.place[row] as number,
        departAt: events.hour[row] as number,
        arriveAt: events.until[row] as number,
        candidate: events.candidate[row] as number,
        grams: events.grams[row] as number,
      })
    }
  }

  return {
    reset(shipments) {
      underWay.clear()
      for (let row = 0; row < shipments.count; row++) {
        const id = `${shipments.shipmentA[row]}:${shipments.shipmentB[row]}`
        underWay.set(id, {
          id,
          shipmentA: shipments.shipmentA[row] as number,
          shipmentB: shipments.shipmentB[row] as number,
          leg: shipments.leg[row] as number,
          departAt: shipments.departAt[row] as number,
          arriveAt: shipments.arriveAt[row] as number,
          candidate: shipments.candidate[row] as number,
          grams: shipments.grams[row] as number,
        })
      }
    },
    take,
    list() {
      return [...underWay.values()].sort((a, b) => a.arriveAt - b.arriveAt || (a.id < b.id ? -1 : 1))
    },
  }
}
