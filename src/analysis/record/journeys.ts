/** Journeys: when each shipment under way left its source, and what has arrived on each day. */
import { DELIVERED, DEPARTED, type EventLog, endsShipment, forEachFact, shipmentName } from '../../engine'

/** What arrived on one day, one row per delivery. */
export interface Arrivals {
  readonly candidate: Int32Array
  /** Node where it was sold. */
  readonly node: Int32Array
  readonly grams: Int32Array
  /** Hours since the shipment left its source, waits on the way included; -1 where the start is unknown. */
  readonly hours: Int32Array
}

export interface Journeys {
  /** Index = completed days; nothing arrives on day 0. */
  readonly arrivals: readonly Arrivals[]
  /** Adds the next day; a day that is known already or that skips others is ignored. */
  add(day: number, events: EventLog): void
  /** Forgets all days after this one. */
  truncate(day: number): void
}

/** Words per shipment in the list of those that ended on a day: two of the key, one of the start. */
const ENDED_WORDS = 3

export function createJourneys(): Journeys {
  const arrivals: Arrivals[] = []
  /** Start hour of the shipments under way. */
  const startOf = new Map<string, number>()
  /** Per day: the shipments that ended, so that `truncate` can bring them back. */
  const ended: Int32Array[] = []

  function take(events: EventLog): void {
    const over: number[] = []
    const delivered: { readonly candidate: number; readonly node: number; readonly grams: number }[] = []
    const hours: number[] = []
    forEachFact(events, (fact) => {
      const { a, b, kind, hour } = fact
      if (kind !== DEPARTED && !endsShipment(kind)) return
      const name = shipmentName(fact)
      const start = startOf.get(name)
      if (kind === DEPARTED) {
        if (start === undefined) startOf.set(name, hour)
        return
      }
      if (start !== undefined) over.push(a, b, start)
      startOf.delete(name)
      if (kind !== DELIVERED) return
      delivered.push({ candidate: fact.candidate, node: fact.node, grams: fact.grams })
      hours.push(start === undefined ? -1 : hour - start)
    })
    ended.push(Int32Array.from(over))
    arrivals.push({
      candidate: Int32Array.from(delivered, ({ candidate }) => candidate),
      node: Int32Array.from(delivered, ({ node }) => node),
      grams: Int32Array.from(delivered, ({ grams }) => grams),
      hours: Int32Array.from(hours),
    })
  }

  return {
    arrivals,
    add(day, events) {
      if (day === arrivals.length) take(events)
    },
    truncate(day) {
      const firstHour = day * 24
      for (const [name, start] of startOf) if (start >= firstHour) startOf.delete(name)
      for (const list of ended.splice(day + 1)) {
        for (let at = 0; at < list.length; at += ENDED_WORDS) {
          const [a, b, start] = list.subarray(at, at + ENDED_WORDS)
          if (start < firstHour) startOf.set(shipmentName({ a, b }), start)
        }
      }
      arrivals.splice(day + 1)
    },
  }
}
