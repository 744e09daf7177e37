/** Leg flows: grams that entered each leg in the recent days, by candidate, so that they can be filtered. */
import { DEPARTED, type EventLog, forEachFact, type ModelSpec } from '../../engine'
import type { DayFrame } from './dayFrame'
import { createRecentDays } from './recentDays'

/** One day: `cells` are `candidate * legs + leg`, each once. */
interface DayFlows {
  readonly cells: Int32Array
  readonly grams: Float64Array
}

/** Which flows count, 1 or 0 by candidate and by directed leg. */
export interface FlowFilter {
  readonly candidates: Uint8Array
  readonly legs: Uint8Array
}

export interface LegFlows {
  add(frame: DayFrame): void
  /** Forgets all days after this one. */
  truncate(day: number): void
  /**
   * Grams that entered each directed leg in the `window` days that end with `day`; projected from the days
   * that are known where some are not.
   */
  flowsAt(day: number, window: number, filter: FlowFilter | undefined): Float64Array
  /** Grams of each candidate that entered these directed legs in the window, as far as its days are known. */
  gramsOver(legs: readonly number[], day: number, window: number): Float64Array
}

function flowsOfDay(events: EventLog, legs: number): DayFlows {
  const sums = new Map<number, number>()
  forEachFact(events, (fact) => {
    if (fact.kind !== DEPARTED) return
    const cell = fact.candidate * legs + fact.leg
    sums.set(cell, (sums.get(cell) ?? 0) + fact.grams)
  })
  return { cells: Int32Array.from(sums.keys()), grams: Float64Array.from(sums.values()) }
}

/** Keeps `kept` days on either side of the latest one. */
export function createLegFlows(spec: ModelSpec, kept: number): LegFlows {
  const legs = spec.legs.ids.length
  const days = createRecentDays(kept, (events) => flowsOfDay(events, legs))

  function forEachFlow(
    known: readonly DayFlows[],
    visit: (leg: number, candidate: number, grams: number) => void,
  ): void {
    for (const { cells, grams } of known)
      for (let i = 0; i < cells.length; i++) {
        const cell = cells[i]
        const leg = cell % legs
        visit(leg, (cell - leg) / legs, grams[i])
      }
  }

  return {
    add: days.add,
    truncate: days.truncate,
    flowsAt(day, window, filter) {
      const flows = new Float64Array(legs)
      const known = days.endingWith(day, window)
      forEachFlow(known, (leg, candidate, grams) => {
        const passes = filter === undefined || (filter.legs[leg] !== 0 && filter.candidates[candidate] !== 0)
        if (passes) flows[leg] += grams
      })
      return known.length === 0 ? flows : flows.map((sum) => (sum / known.length) * window)
    },
    gramsOver(entered, day, window) {
      const wanted = new Set(entered)
      const sums = new Float64Array(spec.candidates.route.length)
      forEachFlow(days.endingWith(day, window), (leg, candidate, grams) => {
        if (wanted.has(leg)) sums[candidate] += grams
      })
      return sums
    },
  }
}
