/** Under way: every shipment between its source and its end, followed through the facts of the days. */
import { DELIVERED, DEPARTED, type EventLog, PATROL_SEIZED, SEIZED, type ShipmentView } from '../../engine'
import type { ShipmentKey } from '../../map'
import { text } from '../../text'
import { shipmentOf, shipmentSelection } from '../../watch'
import { legName } from '../../words'
import type { TableOf } from './scene'

const { columns, waiting } = text.help.tables
/** Most rows of the table: the next to arrive, besides the one that is selected. */
export const MOST_SHIPMENTS = 200

export interface UnderWay extends ShipmentKey {
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
  /** Adds the facts of a later day; they count from `advance` on. */
  add(day: number, events: EventLog): void
  /** Counts all days up to the end of this one. */
  advance(day: number): void
  /** In the order in which they arrive; equal ones by id. */
  list(): UnderWay[]
}

export function createShipments(): Shipments {
  const underWay = new Map<string, UnderWay>()
  let coming: { readonly day: number; readonly events: EventLog }[] = []

  function take(events: EventLog): void {
    for (let row = 0; row < events.count; row++) {
      const kind = events.kind[row]
      const id = `${events.shipmentA[row]}:${events.shipmentB[row]}`
      if (kind === DELIVERED || kind === SEIZED || kind === PATROL_SEIZED) underWay.delete(id)
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
      coming = []
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
    add(day, events) {
      coming.push({ day, events })
    },
    advance(day) {
      for (let next = coming[0]; next !== undefined && next.day <= day; next = coming[0]) {
        take(next.events)
        coming.shift()
      }
    },
    list() {
      return [...underWay.values()].sort((a, b) => a.arriveAt - b.arriveAt || (a.id < b.id ? -1 : 1))
    },
  }
}

export const shipments: TableOf = {
  columns: [
    { name: columns.shipment },
    { name: columns.organisation },
    { name: columns.commodity },
    { name: columns.route, isLong: true },
    { name: columns.load, isNumber: true },
    { name: columns.arrives, isNumber: true },
  ],
  rowsOf({ spec, frame, shipments: all }, selected) {
    const { candidates, organisations, commodities, routes } = spec
    const now = frame.day * 24
    const followed = shipmentOf(selected)
    const later = all
      .slice(MOST_SHIPMENTS)
      .filter((one) => followed !== undefined && isSameShipment(one, followed))
    return [...all.slice(0, MOST_SHIPMENTS), ...later].map((shipment) => {
      const { id, leg, departAt, arriveAt, candidate, grams } = shipment
      const waits = arriveAt < now || departAt > now
      const name = legName(spec, leg)
      return {
        id,
        selection: shipmentSelection({ ...shipment, hour: now }),
        cells: [
          waits ? waiting(name) : name,
          organisations.names[candidates.organisation[candidate] as number] ?? '',
          commodities.names[candidates.commodity[candidate] as number] ?? '',
          routes.names[candidates.route[candidate] as number] ?? '',
          grams / 1000,
          Math.floor(Math.max(now, arriveAt) / 24),
        ],
      }
    })
  },
}

function isSameShipment(a: ShipmentKey, b: ShipmentKey): boolean {
  return a.shipmentA === b.shipmentA && a.shipmentB === b.shipmentB
}
