/** Live odds of a checkpoint in rows, for inspector and panel. */
import { effectiveOdds, MODE_NAMES, type ModelSpec, usualMode } from '../engine'
import type { DerivedRow } from '../panel'
import { text } from '../text'
import { percent } from './format'

const words = text.page.inspector

export interface LiveOdds {
  readonly title: string
  readonly note: string
  readonly rows: readonly DerivedRow[]
}

/** Odds of an unsealed crossing by the post's usual mode, averaged over the organisations where they differ. */
export function liveOdds(spec: ModelSpec, checkpoint: number): LiveOdds {
  const mode = usualMode(spec, checkpoint)
  const all = spec.organisations.ids.map((_, organisation) =>
    effectiveOdds(spec, checkpoint, mode, organisation),
  )
  const mean = (of: (odds: (typeof all)[number]) => number) =>
    all.reduce((sum, odds) => sum + of(odds), 0) / all.length
  return {
    title: words.odds(words.modes[MODE_NAMES[mode] ?? 'road']),
    note: words.oddsNote,
    rows: [
      { label: words.inspected, value: percent(mean((odds) => odds.inspected)) },
      { label: words.found, value: percent(mean((odds) => odds.found)) },
      { label: words.bribed, value: percent(mean((odds) => odds.bribed)) },
      { label: words.seizedOdds, value: percent(mean((odds) => odds.seized)) },
    ],
  }
}
