/** Derived rows: what follows from the parameters that the panel shows. */
import { meanOdds } from '../analysis'
import { checkpointAt } from '../engine'
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
  const pay = checkpoints
    .map((k) => checkpointAt(spec, k))
    .reduce((sum, { staff, officerSalary }) => sum + staff * officerSalary, 0)
  return [
    ...oddsRows(checkpoints.map((k) => meanOdds(spec, k))),
    { label: text.panel.pay, value: money(pay) },
  ]
}
