/** Frames: copies of what a world shows of a day, for the page to own. */
import type { DayFrame } from '../analysis'
import { copyOfCounters, digest, type EventLog, type ShipmentView, view, type World } from '../engine'

/** The frame of a day that has just been simulated. */
export function frameOfDay(world: World, events: EventLog, withDigest: boolean): DayFrame {
  return { ...totalsOf(world, withDigest), events: copyOfLog(events), shipments: undefined }
}

/** The frame of a day without its events, but with all shipments in flight at its end. */
export function pictureOf(world: World): DayFrame {
  const { shipments } = view(world)
  return { ...totalsOf(world, true), events: copyOfLog(NO_EVENTS), shipments: copyOfView(shipments) }
}

/** Everything of a frame that can be handed over without a copy. */
export function buffersOf({ events, counters, shipments }: DayFrame): ArrayBufferLike[] {
  const columns = [events, counters, shipments ?? {}].flatMap((table) => Object.values(table))
  return columns.flatMap((column) => (ArrayBuffer.isView(column) ? column.buffer : []))
}

function totalsOf(world: World, withDigest: boolean): Omit<DayFrame, 'events' | 'shipments'> {
  return {
    day: world.day,
    counters: copyOfCounters(world.counters),
    inTransit: world.fleet.count,
    inTransitGrams: world.fleet.grams,
    digest: withDigest ? digest(world) : undefined,
  }
}

const NO_EVENTS: EventLog = {
  count: 0,
  kind: new Uint8Array(),
  hour: new Int32Array(),
  until: new Int32Array(),
  place: new Int32Array(),
  candidate: new Int32Array(),
  grams: new Int32Array(),
  shipmentA: new Int32Array(),
  shipmentB: new Int32Array(),
}

function copyOfLog(log: EventLog): EventLog {
  const { count } = log
  return {
    count,
    kind: log.kind.slice(0, count),
    hour: log.hour.slice(0, count),
    until: log.until.slice(0, count),
    place: log.place.slice(0, count),
    candidate: log.candidate.slice(0, count),
    grams: log.grams.slice(0, count),
    shipmentA: log.shipmentA.slice(0, count),
    shipmentB: log.shipmentB.slice(0, count),
  }
}

function copyOfView(shipments: ShipmentView): ShipmentView {
  const { count } = shipments
  return {
    count,
    leg: shipments.leg.slice(0, count),
    departAt: shipments.departAt.slice(0, count),
    arriveAt: shipments.arriveAt.slice(0, count),
    candidate: shipments.candidate.slice(0, count),
    grams: shipments.grams.slice(0, count),
    shipmentA: shipments.shipmentA.slice(0, count),
    shipmentB: shipments.shipmentB.slice(0, count),
  }
}
