/** Odds of checkpoints as rows of words and numbers. */
import { type CrossingOdds, MODE_NAMES, type ModelSpec, usualMode } from '../engine'
import { text } from '../text'
import { percent } from './numbers'

const words = text.page.inspector

export interface LabelledValue {
  readonly label: string
  readonly value: string
}

/** The odds of a checkpoint refer to a crossing in its usual mode. */
export function oddsTitle(spec: ModelSpec, checkpoint: number): string {
  return words.odds(words.modes[MODE_NAMES[usualMode(spec, checkpoint)] ?? 'road'])
}

/** One row per kind of odds: the value, or the lowest and the highest of several checkpoints. */
export function oddsRows(checkpoints: readonly CrossingOdds[]): LabelledValue[] {
  const spread = (of: (odds: CrossingOdds) => number) => {
    const values = checkpoints.map(of)
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
