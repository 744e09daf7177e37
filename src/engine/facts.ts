/** Facts: the log of a day read row by row, each place under the name of what it is. */
import {
  BRIBED,
  DELIVERED,
  DEPARTED,
  DETECTED,
  type EventLog,
  INSPECTED,
  PATROL_SEIZED,
  SEIZED,
} from './events'
import type { ShipmentKey } from './shipment'

/** What every fact tells of its shipment; `hour` counts from the start of the run. */
interface ShipmentFact extends ShipmentKey {
  readonly hour: number
  readonly candidate: number
  readonly grams: number
}

/** The shipment sets out on a leg, at whose end it arrives in hour `arriveAt`. */
export interface Departure extends ShipmentFact {
  readonly kind: typeof DEPARTED
  readonly leg: number
  readonly arriveAt: number
}

export interface CheckpointFact extends ShipmentFact {
  readonly kind: typeof INSPECTED | typeof DETECTED | typeof BRIBED | typeof SEIZED
  readonly checkpoint: number
}

export interface NodeFact extends ShipmentFact {
  readonly kind: typeof DELIVERED | typeof PATROL_SEIZED
  readonly node: number
}

export type Fact = Departure | CheckpointFact | NodeFact

type Writable<T> = { -readonly [K in keyof T]: T[K] }

const NOTHING = { a: 0, b: 0, hour: 0, candidate: 0, grams: 0 }

/**
 * Calls `visit` for each fact of a day, in order. A fact is good for that call only: the next is written over
 * it.
 */
export function forEachFact(log: EventLog, visit: (fact: Fact) => void): void {
  const departure: Writable<Departure> = { ...NOTHING, kind: DEPARTED, leg: 0, arriveAt: 0 }
  const atCheckpoint: Writable<CheckpointFact> = { ...NOTHING, kind: INSPECTED, checkpoint: 0 }
  const atNode: Writable<NodeFact> = { ...NOTHING, kind: DELIVERED, node: 0 }
  for (let row = 0; row < log.count; row++) {
    const kind = log.kind[row]
    const place = log.place[row]
    switch (kind) {
      case DEPARTED:
        departure.leg = place
        departure.arriveAt = log.until[row]
        visit(filled(departure, log, row))
        break
      case INSPECTED:
      case DETECTED:
      case BRIBED:
      case SEIZED:
        atCheckpoint.kind = kind
        atCheckpoint.checkpoint = place
        visit(filled(atCheckpoint, log, row))
        break
      case DELIVERED:
      case PATROL_SEIZED:
        atNode.kind = kind
        atNode.node = place
        visit(filled(atNode, log, row))
    }
  }
}

function filled<T extends Writable<ShipmentFact>>(fact: T, log: EventLog, row: number): T {
  fact.a = log.shipmentA[row]
  fact.b = log.shipmentB[row]
  fact.hour = log.hour[row]
  fact.candidate = log.candidate[row]
  fact.grams = log.grams[row]
  return fact
}

/** Copies of all that a day tells of one shipment, in order. */
export function factsOf(log: EventLog, { a, b }: ShipmentKey): Fact[] {
  const found: Fact[] = []
  forEachFact(log, (fact) => {
    if (fact.a === a && fact.b === b) found.push({ ...fact })
  })
  return found
}
