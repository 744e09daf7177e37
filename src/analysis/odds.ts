/** Odds at posts, as they are reported. */
import { effectiveOdds, type ModelSpec, usualMode } from '../engine'

/** Seizure odds of an unsealed crossing, averaged over organisations, for the mode of most legs into the post's place. */
export function postOdds(spec: ModelSpec, k: number): number {
  const mode = usualMode(spec, k)
  const count = spec.organisations.ids.length
  let sum = 0
  for (let o = 0; o < count; o++) sum += effectiveOdds(spec, k, mode, o).seized
  return sum / count
}
