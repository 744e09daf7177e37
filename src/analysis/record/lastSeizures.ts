/** Last seizures: shipments taken at checkpoints in the recent days, so that their stories can be opened. */
import { type EventLog, forEachFact, SEIZED, type ShipmentKey } from '../../engine'
import type { DayFrame } from './dayFrame'
import { createRecentDays } from './recentDays'

export interface LastSeizure {
  readonly shipment: ShipmentKey
  readonly hour: number
  readonly checkpoint: number
  readonly grams: number
}

export interface LastSeizures {
  add(frame: DayFrame): void
  /** Forgets all days after this one. */
  truncate(day: number): void
  /** At most `max` seizures of a checkpoint up to `hour`, the latest first. */
  at(checkpoint: number, hour: number, max: number): LastSeizure[]
}

/** Seizures of a day, the latest first. */
function seizuresOf(events: EventLog): LastSeizure[] {
  const found: LastSeizure[] = []
  forEachFact(events, (fact) => {
    if (fact.kind !== SEIZED) return
    const { a, b, hour, checkpoint, grams } = fact
    found.push({ shipment: { a, b }, hour, checkpoint, grams })
  })
  return found.sort((a, b) => b.hour - a.hour)
}

/** Keeps `kept` days on either side of the latest one. */
export function createLastSeizures(kept: number): LastSeizures {
  const days = createRecentDays(kept, seizuresOf)
  return {
    add: days.add,
    truncate: days.truncate,
    at(checkpoint, hour, max) {
      const found: LastSeizure[] = []
      for (const seizures of days.latestFirst()) {
        for (const seizure of seizures)
          if (seizure.checkpoint === checkpoint && seizure.hour <= hour) found.push(seizure)
        if (found.length >= max) break
      }
      return found.slice(0, max)
    },
  }
}
