/** Feed: what the engine's view and events mean for the rows of movements and marks. */
import {
  DELIVERED,
  DEPARTED,
  type EventLog,
  endsShipment,
  forEachFact,
  type ShipmentView,
  shipmentAt,
} from '../../engine'
import type { MapFilter, MapNetwork } from '../types'
import { addMark, DELIVERED_MARK, type Marks, SEIZED_MARK } from './marks'
import { addMovement, endMovement, type Movements, UNKNOWN_HOUR } from './movements'

/** The network as the rows need it. */
export interface FeedNetwork {
  readonly network: MapNetwork
  readonly plane: Float64Array
  readonly curves: Float64Array
}

/**
 * Adds the shipments in flight at `hour`; those that have not left their node wait there until more is heard
 * of them.
 */
export function addShipments(
  movements: Movements,
  { network, curves }: FeedNetwork,
  filter: MapFilter | undefined,
  shipments: ShipmentView,
  hour: number,
): void {
  const { leg, departAt, arriveAt, candidate, grams } = shipments
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
      shipment: shipmentAt(shipments, i),
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
  let marked = false
  let latestHour = Number.NEGATIVE_INFINITY
  forEachFact(events, (fact) => {
    const { a, b, kind, hour, candidate, grams } = fact
    if (kind !== DEPARTED && !endsShipment(kind)) return
    const shipment = { a, b }
    latestHour = Math.max(latestHour, hour)
    if (kind === DEPARTED) {
      const { leg, arriveAt } = fact
      const organisation = network.candidateOrganisation[candidate]
      const times = { waitFrom: hour, departAt: hour, arriveAt }
      addMovement(movements, curves, filter, { shipment, candidate, organisation, grams, leg, ...times })
      return
    }
    const leg = endMovement(movements, hour, shipment)
    const node = 'node' in fact ? fact.node : network.checkpoints[fact.checkpoint].node
    const mark = kind === DELIVERED ? DELIVERED_MARK : SEIZED_MARK
    const ended = { shipment, candidate, grams, leg, hour }
    addMark(marks, plane[node * 2], plane[node * 2 + 1], mark, filter, ended)
    marked = true
  })
  return { marked, latestHour }
}
