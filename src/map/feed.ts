/** Feed: what the engine's view and events mean for the rows of movements and marks. */
import { DELIVERED, DEPARTED, type EventLog, PATROL_SEIZED, SEIZED, type ShipmentView } from '../engine'
import { addMark, DELIVERED_MARK, type Marks, SEIZED_MARK } from './marks'
import { addMovement, endMovement, type Movements, UNKNOWN_HOUR } from './movements'
import type { MapNetwork } from './types'

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
  shipments: ShipmentView,
  hour: number,
): void {
  const { leg, departAt, arriveAt, candidate, shipmentA, shipmentB } = shipments
  for (let i = 0; i < shipments.count; i++) {
    const waits = (arriveAt[i] ?? 0) <= (departAt[i] ?? 0)
    const from = waits ? UNKNOWN_HOUR : (departAt[i] ?? 0)
    const to = waits ? UNKNOWN_HOUR : (arriveAt[i] ?? 0)
    const organisation = network.candidateOrganisation[candidate[i] ?? 0] ?? 0
    const a = shipmentA[i] ?? 0
    const b = shipmentB[i] ?? 0
    addMovement(movements, curves, leg[i] ?? 0, Math.min(hour, from), from, to, organisation, a, b)
  }
}

/** What one day's events brought. */
export interface FedDay {
  readonly marked: boolean
  /** Latest hour of an event, or minus infinity. */
  readonly latestHour: number
}

/** Adds the movements and marks of one day. */
export function addEvents(movements: Movements, marks: Marks, scene: FeedNetwork, events: EventLog): FedDay {
  const { network, curves, plane } = scene
  const { kind, hour, until, place, candidate, grams, shipmentA, shipmentB } = events
  let marked = false
  let latestHour = Number.NEGATIVE_INFINITY
  for (let i = 0; i < events.count; i++) {
    const what = kind[i]
    if (what !== DEPARTED && what !== SEIZED && what !== PATROL_SEIZED && what !== DELIVERED) continue
    const at = hour[i] ?? 0
    const where = place[i] ?? 0
    const a = shipmentA[i] ?? 0
    const b = shipmentB[i] ?? 0
    if (at > latestHour) latestHour = at
    if (what === DEPARTED) {
      const organisation = network.candidateOrganisation[candidate[i] ?? 0] ?? 0
      addMovement(movements, curves, where, at, at, until[i] ?? at, organisation, a, b)
      continue
    }
    endMovement(movements, at, a, b)
    const node = what === SEIZED ? (network.checkpoints[where]?.node ?? 0) : where
    const mark = what === DELIVERED ? DELIVERED_MARK : SEIZED_MARK
    addMark(marks, plane[node * 2] ?? 0, plane[node * 2 + 1] ?? 0, at, mark, grams[i] ?? 0)
    marked = true
  }
  return { marked, latestHour }
}
