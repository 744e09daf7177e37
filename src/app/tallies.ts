/** Tallies: grams that entered each leg by candidate, for the recent days of a run, so that flows can be filtered. */
import { DEPARTED, type ModelSpec } from '../engine'
import type { MapFilter } from '../map'
import type { DayFrame } from '../workers'

/** One day: `cells` are `candidate * legs + leg`, each once. */
interface DayTally {
  readonly cells: Int32Array
  readonly grams: Float64Array
}

export interface Tallies {
  add(frame: DayFrame): void
  /** Forgets all days after this one. */
  truncate(day: number): void
  /** Kilograms per month on each directed leg, averaged over the `window` days that end with `day`, as far as they are known. */
  flowsAt(day: number, window: number, filter: MapFilter | undefined): Float64Array
}

function tallyOf({ count, kind, place, candidate, grams }: DayFrame['events'], legs: number): DayTally {
  const sums = new Map<number, number>()
  for (let row = 0; row < count; row++) {
    if (kind[row] !== DEPARTED) continue
    const cell = (candidate[row] as number) * legs + (place[row] as number)
    sums.set(cell, (sums.get(cell) ?? 0) + (grams[row] as number))
  }
  return { cells: Int32Array.from(sums.keys()), grams: Float64Array.from(sums.values()) }
}

/** Keeps `kept` days on either side of the latest one. */
export function createTallies(spec: ModelSpec, kept: number): Tallies {
  const legs = spec.legs.ids.length
  const days = new Map<number, DayTally>()
  return {
    add({ day, events, shipments }) {
      // A frame after a journey through time has no events, which does not mean that none happened.
      if (shipments === undefined) days.set(day, tallyOf(events, legs))
      for (const old of days.keys()) if (Math.abs(old - day) > kept) days.delete(old)
    },
    truncate(day) {
      for (const known of days.keys()) if (known > day) days.delete(known)
    },
    flowsAt(day, window, filter) {
      const flows = new Float64Array(legs)
      let known = 0
      while (known < window && days.has(day - known)) known++
      for (let back = 0; back < known; back++) {
        const { cells, grams } = days.get(day - back) as DayTally
        for (let i = 0; i < cells.length; i++) {
          const cell = cells[i] as number
          const leg = cell % legs
          if (filter !== undefined && filter.legs[leg] === 0) continue
          if (filter !== undefined && filter.candidates[(cell - leg) / legs] === 0) continue
          flows[leg] = (flows[leg] as number) + (grams[i] as number)
        }
      }
      return known === 0 ? flows : flows.map((sum) => (sum / 1000 / known) * window)
    },
  }
}
