/**
 * Justice: crews are arrested with their shipment and return after release or recruitment (model section 7).
 */
import type { World } from '../world'

/** Phase 6: crews that are due are free to travel from tomorrow. */
export function justice(world: World): void {
  const { crewDays, crewReturns, crewsFree } = world
  const slot = (world.day + 1) % crewDays
  for (let o = 0; o < crewsFree.length; o++) {
    crewsFree[o] += crewReturns[o * crewDays + slot]
    crewReturns[o * crewDays + slot] = 0
  }
}

/** One crew of organisation o becomes free `days` days (at least 1) after today. */
export function releaseCrew(world: World, o: number, days: number): void {
  const { crewDays, crewReturns } = world
  const slot = o * crewDays + ((world.day + days) % crewDays)
  crewReturns[slot]++
}

/** A convicted crew is replaced after the recruitment time, another works again after the release time. */
export function arrestCrew(world: World, o: number, convicted: boolean): void {
  const { recruitmentDays, releaseDays } = world.spec.assumptions
  releaseCrew(world, o, 1 + (convicted ? recruitmentDays : releaseDays))
}
