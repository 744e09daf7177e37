/** Legs: adds them, and changes their mode, length and time. A scenario in, a checked scenario out (D10). */
import { text } from '../../../text'
import type { Mode, Scenario } from '../../schema'
import type { Edited } from '../edited'
import { freshId } from '../freshId'
import { type Added, refused, withParts } from './added'
import { type Ends, estimateOf, isEstimated, type LegEntry } from './estimate'

const words = text.editing.issues

/** The leg with the estimated length and time between its places in place of given ones. */
export function estimateLeg(scenario: Scenario, id: string): Edited {
  const legs = scenario.legs.map((leg) => (leg.id === id ? { ...leg, ...estimateOf(scenario, leg) } : leg))
  return withParts(scenario, { legs }, id)
}

/** The leg with another mode; length and time follow where they are still the estimate. */
export function setLegMode(scenario: Scenario, id: string, mode: Mode): Edited {
  const legs = scenario.legs.map((leg) => {
    if (leg.id !== id) return leg
    const changed = { ...leg, mode }
    return isEstimated(scenario, leg) ? { ...changed, ...estimateOf(scenario, changed) } : changed
  })
  return withParts(scenario, { legs }, id)
}

export interface NewLeg extends Ends {
  readonly bidirectional: boolean
}

/** A leg of estimated length and time. Two places are joined by one leg of a mode at most. */
export function addLeg(scenario: Scenario, leg: NewLeg): Added {
  const { from, to, mode } = leg
  const twin = scenario.legs.find((known) => known.mode === mode && joins(known, from, to))
  if (twin !== undefined)
    return refused(`legs.${twin.id}`, words.joinedAlready, words.otherEnds, `${from} - ${to}`)
  const id = freshId(`${from}--${to}`, scenario.legs)
  // Without both places the reference check says what is wrong; the estimate does not matter then.
  const estimate = estimateOf(scenario, leg) ?? { km: 1, hours: 1 }
  return withParts(scenario, { legs: [...scenario.legs, { ...leg, id, ...estimate }] }, id)
}

/** Whether a leg leads from one place to the other. */
export function joins(leg: Pick<LegEntry, 'from' | 'to' | 'bidirectional'>, from: string, to: string) {
  return (leg.from === from && leg.to === to) || (leg.bidirectional && leg.from === to && leg.to === from)
}
