/** Odds at checkpoints, as they are reported. */
import { type CrossingOdds, effectiveOdds, type ModelSpec, usualMode } from '../engine'

/** Odds of an unsealed crossing in the usual mode of the checkpoint, as means over organisations. */
export function meanOdds(spec: ModelSpec, k: number): CrossingOdds {
  const mode = usualMode(spec, k)
  const all = spec.organisations.ids.map((_, organisation) => effectiveOdds(spec, k, mode, organisation))
  const mean = (of: (odds: CrossingOdds) => number) =>
    all.reduce((sum, odds) => sum + of(odds), 0) / all.length
  return {
    inspected: mean(({ inspected }) => inspected),
    found: mean(({ found }) => found),
    bribed: mean(({ bribed }) => bribed),
    seized: mean(({ seized }) => seized),
  }
}
