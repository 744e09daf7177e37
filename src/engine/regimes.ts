/** Regimes: which spec holds on a day (D3). */
import type { ModelSpec } from './spec'

/** The spec that holds on a day of the run, the interventions of that day applied. */
export function specOn(spec: ModelSpec, day: number): ModelSpec {
  return spec.regimes.findLast(({ fromDay }) => fromDay <= day)?.spec ?? spec
}
