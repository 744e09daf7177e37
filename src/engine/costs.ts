/** Public costs: what enforcement costs the state. */
import { DAYS_A_MONTH } from './calendar'
import type { ModelSpec } from './spec'

const CENTS = 100

/** Pay of all officers for one day, in whole US cents. */
export function dailyPayCentsOf({ checkpoints }: ModelSpec): number {
  let cents = 0
  for (const [k, staff] of checkpoints.staff.entries()) {
    cents += Math.floor((staff * checkpoints.officerSalary[k] * CENTS) / DAYS_A_MONTH + 0.5)
  }
  return cents
}
