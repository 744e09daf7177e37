/** Live odds and costs of checkpoints in rows, for inspector and panel. */
import { effectiveOdds, MODE_NAMES, type ModelSpec, usualMode } from '../../engine'
import type { DerivedRow, Scope } from '../../panel'
import { compileScenario, type Scenario } from '../../scenario'
import { text } from '../../text'
import { money, percent } from '../../words'

const words = text.page.inspector

export interface LiveOdds {
  readonly title: string
  readonly note: string
  readonly rows: readonly DerivedRow[]
}

interface MeanOdds {
  readonly inspected: number
  readonly found: number
  readonly bribed: number
  readonly seized: number
}

/** Odds of an unsealed crossing by the post's usual mode, averaged over the organisations where they differ. */
export function liveOdds(spec: ModelSpec, checkpoint: number): LiveOdds {
  const mode = usualMode(spec, checkpoint)
  return {
    title: words.odds(words.modes[MODE_NAMES[mode] ?? 'road']),
    note: words.oddsNote,
    rows: oddsRows([meanOdds(spec, checkpoint)]),
  }
}

/** Answers odds and pay of the chosen checkpoints; keeps the last compiled scenario. */
export function createDerivedRows(): (scenario: Scenario, scope: Scope) => readonly DerivedRow[] {
  let compiled: { readonly of: Scenario; readonly spec: ModelSpec } | undefined
  return (scenario, { section, ids }) => {
    if (section !== 'checkpoints' || ids.length === 0) return []
    if (compiled?.of !== scenario) compiled = { of: scenario, spec: compileScenario(scenario) }
    const { spec } = compiled
    const posts = ids.map((id) => spec.checkpoints.ids.indexOf(id)).filter((post) => post >= 0)
    const { staff, officerSalary } = spec.checkpoints
    const pay = posts.reduce((sum, k) => sum + (staff[k] as number) * (officerSalary[k] as number), 0)
    const odds = posts.map((post) => meanOdds(spec, post))
    return [...oddsRows(odds), { label: text.panel.pay, value: money(pay) }]
  }
}

function meanOdds(spec: ModelSpec, checkpoint: number): MeanOdds {
  const mode = usualMode(spec, checkpoint)
  const all = spec.organisations.ids.map((_, organisation) =>
    effectiveOdds(spec, checkpoint, mode, organisation),
  )
  const mean = (of: (odds: MeanOdds) => number) => all.reduce((sum, odds) => sum + of(odds), 0) / all.length
  return {
    inspected: mean((odds) => odds.inspected),
    found: mean((odds) => odds.found),
    bribed: mean((odds) => odds.bribed),
    seized: mean((odds) => odds.seized),
  }
}

/** One row per kind of odds: the value, or the lowest and the highest of several posts. */
function oddsRows(posts: readonly MeanOdds[]): DerivedRow[] {
  const spread = (of: (odds: MeanOdds) => number) => {
    const values = posts.map(of)
    const [low, high] = [percent(Math.min(...values)), percent(Math.max(...values))]
    return low === high ? low : text.panel.spread(low, high)
  }
  return [
    { label: words.inspected, value: spread((odds) => odds.inspected) },
    { label: words.found, value: spread((odds) => odds.found) },
    { label: words.bribed, value: spread((odds) => odds.bribed) },
    { label: words.seizedOdds, value: spread((odds) => odds.seized) },
  ]
}
