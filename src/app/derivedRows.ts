/** Derived rows: what follows from the parameters that the panel shows. */
import { meanOdds } from '../analysis'
import type { DerivedRow, Scope } from '../panel'
import { type Scenario, specOf } from '../scenario'
import { text } from '../text'
import { money, oddsRows } from '../words'

/** Odds and pay of the chosen checkpoints. */
export function derivedRows(scenario: Scenario, { section, ids }: Scope): readonly DerivedRow[] {
  if (section !== 'checkpoints' || ids.length === 0) return []
  const spec = specOf(scenario)
  const checkpoints = ids
    .map((id) => spec.checkpoints.ids.indexOf(id))
    .filter((checkpoint) => checkpoint >= 0)
  const { staff, officerSalary } = spec.checkpoints
  const pay = checkpoints.reduce((sum, k) => sum + (staff[k] as number) * (officerSalary[k] as number), 0)
  return [
    ...oddsRows(checkpoints.map((k) => meanOdds(spec, k))),
    { label: text.panel.pay, value: money(pay) },
  ]
}
