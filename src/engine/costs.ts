/** Public costs: what enforcement costs the state. */
import { DAYS_A_MONTH } from './calendar'
import type { ModelSpec } from './spec'
import { CENTS_PER_USD, rounded } from './units'

/** Pay of all officers for one day, in whole US cents. */
export function dailyPayCentsOf({ checkpoints }: ModelSpec): number {
  let cents = 0
  for (const [k, staff] of checkpoints.staff.entries()) {
    cents += rounded((staff * checkpoints.officerSalary[k] * CENTS_PER_USD) / DAYS_A_MONTH)
  }
  return cents
}
