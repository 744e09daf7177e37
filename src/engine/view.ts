/** View: the narrow window through which the map and the analysis see a world. Reading it changes nothing. */
import type { World } from './world'

/** Shipments in flight, `count` rows; columns are reused by the next call on the same View. */
export interface ShipmentView {
  count: number
  /** Leg on which the shipment travels or will travel next. */
  leg: Int32Array
  /** Hours since the start of the run; a shipment with `departAt` in the future waits at the leg's first node. */
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
  readonly shipments: ShipmentView
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

/** Fills `into` (or a new View) with the shipments in flight. */
export function view(world: World, into?: View): View {
  const fleet = world.shipments
  const fits = into !== undefined && into.shipments.leg.length >= fleet.count
  const result: View = fits ? into : { day: world.day, shipments: columns(Math.max(64, fleet.count * 2)) }
  result.day = world.day
  const { leg, departAt, arriveAt, candidate, grams, shipmentA, shipmentB } = result.shipments
  const { routes, candidates } = world.spec
  let row = 0
  for (let slot = 0; slot < fleet.used; slot++) {
    const c = fleet.candidate[slot] ?? -1
    if (c < 0) continue
    const route = candidates.route[c] ?? 0
    leg[row] = routes.legs[(routes.start[route] ?? 0) + (fleet.step[slot] ?? 0)] ?? 0
    departAt[row] = fleet.departAt[slot] ?? 0
    arriveAt[row] = fleet.arriveAt[slot] ?? 0
    candidate[row] = c
    grams[row] = fleet.grams[slot] ?? 0
    shipmentA[row] = fleet.keyA[slot] ?? 0
    shipmentB[row] = fleet.keyB[slot] ?? 0
    row++
  }
  result.shipments.count = row
  return result
}
