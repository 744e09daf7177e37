/** Recent days: facts of the days around the latest one, which are forgotten as the run moves on. */
import type { EventLog } from '../../engine'
import type { DayFrame } from './dayFrame'

export interface RecentDays<Facts> {
  /** Keeps the facts of a day, which becomes the latest one. */
  add(frame: DayFrame): void
  /** Forgets all days after this one. */
  truncate(day: number): void
  /** Facts of at most `count` days that end with `day` and have no gap between them, the latest first. */
  endingWith(day: number, count: number): Facts[]
  /** Facts of all days that are kept, the latest first. */
  latestFirst(): Facts[]
}

/** Keeps `kept` days on either side of the latest one. */
export function createRecentDays<Facts>(
  kept: number,
  factsOf: (events: EventLog) => Facts,
): RecentDays<Facts> {
  const days = new Map<number, Facts>()
  return {
    add({ day, events, shipments }) {
      // A frame that follows a seek has no events, which does not mean that none happened.
      if (shipments === undefined) days.set(day, factsOf(events))
      for (const old of days.keys()) if (Math.abs(old - day) > kept) days.delete(old)
    },
    truncate(day) {
      for (const known of days.keys()) if (known > day) days.delete(known)
    },
    endingWith(day, count) {
      const found: Facts[] = []
      while (found.length < count) {
        const facts = days.get(day - found.length)
        if (facts === undefined) break
        found.push(facts)
      }
      return found
    },
    latestFirst: () => [...days].sort(([a], [b]) => b - a).map(([, facts]) => facts),
  }
}
