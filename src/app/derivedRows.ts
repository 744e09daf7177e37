/** Derived rows: what follows from the parameters that the panel shows. */
import { meanOdds } from '../analysis'
import type { ModelSpec } from '../engine'
import type { DerivedRow, Scope } from '../panel'
import { compileScenario, type Scenario } from '../scenario'
import { text } from '../text'
import { money, oddsRows } from '../words'

/** Odds and pay of the chosen checkpoints; keeps the last compiled scenario. */
export function createDerivedRows(): (scenario: Scenario, scope: Scope) => readonly DerivedRow[] {
  let compiled: { readonly of: Scenario; readonly spec: ModelSpec } | undefined
  return (scenario, { section, ids }) => {
    if (section !== 'checkpoints' || ids.length === 0) return []
    if (compiled?.of !== scenario) compiled = { of: scenario, spec: compileScenario(scenario) }
    const { spec } = compiled
    const posts = ids.map((id) => spec.checkpoints.ids.indexOf(id)).filter((post) => post >= 0)
    const { staff, officerSalary } = spec.checkpoints
    const pay = posts.reduce((sum, k) => sum + (staff[k] as number) * (officerSalary[k] as number), 0)
    return [...oddsRows(posts.map((k) => meanOdds(spec, k))), { label: text.panel.pay, value: money(pay) }]
  }
}
