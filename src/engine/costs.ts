/** Public costs: what enforcement costs the state. */
import type { ModelSpec } from './spec'

const DAYS_A_YEAR = 365

/** Pay of all officers for one day, in whole US cents. */
export function dailyPayCentsOf({ checkpoints }: ModelSpec): number {
  let cents = 0
  for (const [k, staff] of checkpoints.staff.entries()) {
    cents += Math.floor((staff * (checkpoints.officerSalary[k] as number) * 1200) / DAYS_A_YEAR + 0.5)
  }
  return cents
}
