/** Odds of checkpoints as rows of words and numbers. */
import { effectiveOdds, MODE_NAMES, type ModelSpec, usualMode } from '../engine'
import { text } from '../text'
import { percent } from './quantities'

const words = text.page.inspector

export interface LabelledValue {
  readonly label: string
  readonly value: string
}

export interface LiveOdds {
  readonly title: string
  readonly note: string
  readonly rows: readonly LabelledValue[]
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
    rows: oddsRows(spec, [checkpoint]),
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

/** One row per kind of odds: the value, or the lowest and the highest of several checkpoints. */
export function oddsRows(spec: ModelSpec, checkpoints: readonly number[]): LabelledValue[] {
  const posts = checkpoints.map((checkpoint) => meanOdds(spec, checkpoint))
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
