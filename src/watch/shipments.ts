/** Shipments under way: every shipment between its source and its end, day by day. */
import {
  DEPARTED,
  type EventLog,
  endsShipment,
  flightAt,
  forEachFact,
  type ShipmentKey,
  type ShipmentView,
  shipmentAt,
  shipmentName,
} from '../engine'

export interface UnderWay {
  readonly shipment: ShipmentKey
  /** Never changes. */
  readonly name: string
  /** Leg on which it travels, or travelled before it began to wait. */
  readonly leg: number
  /** Hours since the start of the run. */
  readonly departAt: number
  readonly arriveAt: number
  readonly candidate: number
  readonly grams: number
}

export interface Shipments {
  /** Starts again from all shipments in flight. */
  reset(shipments: ShipmentView): void
  /** Applies the events of the next day. */
  take(events: EventLog): void
  /** In the order in which they arrive; equal ones by name. */
  list(): UnderWay[]
}

export function createShipments(): Shipments {
  const underWay = new Map<string, UnderWay>()
  return {
    reset(shipments) {
      underWay.clear()
      for (let row = 0; row < shipments.count; row++) {
        const shipment = shipmentAt(shipments, row)
        const name = shipmentName(shipment)
        underWay.set(name, {
          shipment,
          name,
          ...flightAt(shipments, row),
        })
      }
    },
    take(events) {
      forEachFact(events, (fact) => {
        if (endsShipment(fact.kind)) underWay.delete(shipmentName(fact))
        if (fact.kind !== DEPARTED) return
        const { a, b, leg, hour: departAt, arriveAt, candidate, grams } = fact
        const name = shipmentName(fact)
        underWay.set(name, { shipment: { a, b }, name, leg, departAt, arriveAt, candidate, grams })
      })
    },
    list() {
      return [...underWay.values()].sort((a, b) => a.arriveAt - b.arriveAt || (a.name < b.name ? -1 : 1))
    },
  }
}
