/** Last seizures: which shipments the checkpoints took in the recent days of a run, so that their stories can be opened. */
import { SEIZED } from '../../engine'
import type { DayFrame } from './dayFrame'

export interface LastSeizure {
  readonly shipmentA: number
  readonly shipmentB: number
  readonly hour: number
  readonly checkpoint: number
  readonly grams: number
}

export interface LastSeizures {
  add(frame: DayFrame): void
  /** Forgets all days after this one. */
  truncate(day: number): void
  /** At most `most` seizures of a checkpoint up to `hour`, the latest first. */
  at(checkpoint: number, hour: number, most: number): LastSeizure[]
}

function seizuresOf({ count, kind, hour, place, grams, shipmentA, shipmentB }: DayFrame['events']) {
  const found: LastSeizure[] = []
  for (let row = 0; row < count; row++) {
    if (kind[row] !== SEIZED) continue
    found.push({
      checkpoint: place[row] as number,
      hour: hour[row] as number,
      grams: grams[row] as number,
      shipmentA: shipmentA[row] as number,
      shipmentB: shipmentB[row] as number,
    })
  }
  return found.sort((a, b) => b.hour - a.hour)
}

/** Keeps `kept` days on either side of the latest one. */
export function createLastSeizures(kept: number): LastSeizures {
  const days = new Map<number, readonly LastSeizure[]>()
  return {
    add({ day, events, shipments }) {
      if (shipments === undefined) days.set(day, seizuresOf(events))
      for (const old of days.keys()) if (Math.abs(old - day) > kept) days.delete(old)
    },
    truncate(day) {
      for (const known of days.keys()) if (known > day) days.delete(known)
    },
    at(checkpoint, hour, most) {
      const found: LastSeizure[] = []
      for (const day of [...days.keys()].sort((a, b) => b - a)) {
        for (const seizure of days.get(day) ?? [])
          if (seizure.checkpoint === checkpoint && seizure.hour <= hour) found.push(seizure)
        if (found.length >= most) break
      }
      return found.slice(0, most)
    },
  }
}
