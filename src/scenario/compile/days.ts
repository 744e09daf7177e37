/** Days of a run from dates of its file. */
import { parseIsoDate } from '../../engine'
import type { Scenario } from '../schema'

/** Day of the run of a date; `otherwise` where there is none. */
export function dayOf(scenario: Scenario, date: string | undefined, otherwise: number): number {
  if (date === undefined) return otherwise
  return (parseIsoDate(date) ?? 0) - (parseIsoDate(scenario.startDate) ?? 0)
}
