/** Tallies: grams that entered each leg by candidate, for the recent days of a run, so that flows can be filtered. */
import { DEPARTED, type ModelSpec } from '../../engine'
import type { DayFrame } from './dayFrame'

/** One day: `cells` are `candidate * legs + leg`, each once. */
interface DayTally {
  readonly cells: Int32Array
  readonly grams: Float64Array
}

/** Which flows count, 1 or 0 by candidate and by directed leg. */
export interface FlowFilter {
  readonly candidates: Uint8Array
  readonly legs: Uint8Array
}

export interface Tallies {
  add(frame: DayFrame): void
  /** Forgets all days after this one. */
  truncate(day: number): void
  /** Kilograms per month on each directed leg, averaged over the `window` days that end with `day`, as far as they are known. */
  flowsAt(day: number, window: number, filter: FlowFilter | undefined): Float64Array
  /** Grams of each candidate that entered these directed legs in the `window` days that end with `day`, as far as they are known. */
  gramsOver(legs: readonly number[], day: number, window: number): Float64Array
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

  /** The days of the window without a gap, the last one first. */
  function knownDays(day: number, window: number): DayTally[] {
    const known: DayTally[] = []
    for (
      let next = days.get(day);
      next !== undefined && known.length < window;
      next = days.get(day - known.length)
    )
      known.push(next)
    return known
  }

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
      const known = knownDays(day, window)
      for (const { cells, grams } of known) {
        for (let i = 0; i < cells.length; i++) {
          const cell = cells[i] as number
          const leg = cell % legs
          if (filter !== undefined && filter.legs[leg] === 0) continue
          if (filter !== undefined && filter.candidates[(cell - leg) / legs] === 0) continue
          flows[leg] = (flows[leg] as number) + (grams[i] as number)
        }
      }
      return known.length === 0 ? flows : flows.map((sum) => (sum / 1000 / known.length) * window)
    },
    gramsOver(entered, day, window) {
      const wanted = new Set(entered)
      const sums = new Float64Array(spec.candidates.route.length)
      for (const { cells, grams } of knownDays(day, window)) {
        for (let i = 0; i < cells.length; i++) {
          const leg = (cells[i] as number) % legs
          if (!wanted.has(leg)) continue
          const candidate = ((cells[i] as number) - leg) / legs
          sums[candidate] = (sums[candidate] as number) + (grams[i] as number)
        }
      }
      return sums
    },
  }
}
