/** Feed: what the engine's view and events mean for the rows of movements and marks. */
import { DELIVERED, DEPARTED, type EventLog, endsShipment, SEIZED, type ShipmentView } from '../../engine'
import type { MapFilter, MapNetwork } from '../types'
import { addMark, DELIVERED_MARK, type Marks, SEIZED_MARK } from './marks'
import { addMovement, endMovement, type Movements, UNKNOWN_HOUR } from './movements'

/** The network as the rows need it. */
export interface FeedNetwork {
  readonly network: MapNetwork
  readonly plane: Float64Array
  readonly curves: Float64Array
}

/** Adds the shipments in flight at `hour`; those that have not left their node wait there until more is heard of them. */
export function addShipments(
  movements: Movements,
  { network, curves }: FeedNetwork,
  filter: MapFilter | undefined,
  shipments: ShipmentView,
  hour: number,
): void {
  const { leg, departAt, arriveAt, candidate, grams, shipmentA, shipmentB } = shipments
  for (let i = 0; i < shipments.count; i++) {
    const waits = arriveAt[i] <= departAt[i]
    const from = waits ? UNKNOWN_HOUR : departAt[i]
    const to = waits ? UNKNOWN_HOUR : arriveAt[i]
    addMovement(movements, curves, filter, {
      leg: leg[i],
      waitFrom: Math.min(hour, from),
      departAt: from,
      arriveAt: to,
      candidate: candidate[i],
      organisation: network.candidateOrganisation[candidate[i]],
      grams: grams[i],
      shipmentA: shipmentA[i],
      shipmentB: shipmentB[i],
    })
  }
}

/** What one day's events brought. */
export interface FedDay {
  readonly marked: boolean
  /** Latest hour of an event, or minus infinity. */
  readonly latestHour: number
}

/** Adds the movements and marks of one day. */
export function addEvents(
  movements: Movements,
  marks: Marks,
  { network, curves, plane }: FeedNetwork,
  filter: MapFilter | undefined,
  events: EventLog,
): FedDay {
  const { kind, hour, until, place, candidate, grams, shipmentA, shipmentB } = events
  let marked = false
  let latestHour = Number.NEGATIVE_INFINITY
  for (let i = 0; i < events.count; i++) {
    const what = kind[i]
    if (what !== DEPARTED && !endsShipment(what)) continue
    const at = hour[i]
    const where = place[i]
    const who = {
      candidate: candidate[i],
      grams: grams[i],
      shipmentA: shipmentA[i],
      shipmentB: shipmentB[i],
    }
    if (at > latestHour) latestHour = at
    if (what === DEPARTED) {
      const organisation = network.candidateOrganisation[who.candidate]
      const times = { waitFrom: at, departAt: at, arriveAt: until[i] }
      addMovement(movements, curves, filter, { ...who, ...times, leg: where, organisation })
      continue
    }
    const leg = endMovement(movements, at, who.shipmentA, who.shipmentB)
    const node = what === SEIZED ? network.checkpoints[where].node : where
    const mark = what === DELIVERED ? DELIVERED_MARK : SEIZED_MARK
    const ended = { ...who, leg, hour: at }
    addMark(marks, plane[node * 2], plane[node * 2 + 1], mark, filter, ended)
    marked = true
  }
  return { marked, latestHour }
}
