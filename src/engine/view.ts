/** View: the narrow window through which the map sees a world. Reading it changes nothing. */
import {
  CANDIDATE,
  DEPART_AT,
  forEachRecord,
  GRAMS,
  KEY_A,
  KEY_B,
  LEG,
  PLACE_MASK,
  PROGRESS,
  WAITING_FLAG,
} from './fleet'
import type { World } from './world'

/** Shipments in flight, `count` rows; the columns may be longer. */
export interface ShipmentView {
  count: number
  /** Leg on which the shipment travels, or will travel when it may leave. */
  leg: Int32Array
  /**
   * Hours since the start of the run; a shipment with `departAt` in the future waits at the leg's first node.
   */
  departAt: Int32Array
  arriveAt: Int32Array
  candidate: Int32Array
  grams: Int32Array
  shipmentA: Int32Array
  shipmentB: Int32Array
}

export interface View {
  /** Completed days. */
  day: number
  shipments: ShipmentView
}

function columns(capacity: number): ShipmentView {
  const column = () => new Int32Array(capacity)
  return {
    count: 0,
    leg: column(),
    departAt: column(),
    arriveAt: column(),
    candidate: column(),
    grams: column(),
    shipmentA: column(),
    shipmentB: column(),
  }
}

/** The shipments in flight. Reuses `into` when its columns are long enough. */
export function view(world: World, into?: View): View {
  const { fleet, spec } = world
  const fits = into !== undefined && into.shipments.leg.length >= fleet.count
  const result = fits ? into : { day: world.day, shipments: columns(Math.max(64, fleet.count)) }
  const { shipments } = result
  result.day = world.day
  shipments.count = 0
  forEachRecord(fleet, world.day * 24, (at, arriveAt) => {
    const { pool } = fleet
    const row = shipments.count++
    const candidate = pool[at + CANDIDATE]
    const progress = pool[at + PROGRESS]
    const place = progress & PLACE_MASK
    const waits = place === 0 || (progress & WAITING_FLAG) !== 0
    const step = world.routes.start[spec.candidates.route[candidate]] + place
    shipments.leg[row] = waits ? world.routes.legs[step] : pool[at + LEG]
    shipments.departAt[row] = waits ? arriveAt : pool[at + DEPART_AT]
    shipments.arriveAt[row] = arriveAt
    shipments.candidate[row] = candidate
    shipments.grams[row] = pool[at + GRAMS]
    shipments.shipmentA[row] = pool[at + KEY_A]
    shipments.shipmentB[row] = pool[at + KEY_B]
  })
  return result
}
