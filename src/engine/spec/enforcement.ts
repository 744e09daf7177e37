/** Mobile enforcement: teams and operations. */
import type { Entities } from './entities'

export const PLACEMENTS = ['static', 'random', 'seizures', 'flow'] as const

/** Groups of mobile teams. Places of group g are `placeStart[g] .. placeStart[g + 1] - 1`. */
export interface TeamSpec extends Entities {
  readonly count: Int32Array
  /** Index into PLACEMENTS. */
  readonly placement: Uint8Array
  readonly reviewDays: Int32Array
  readonly memoryDays: Float64Array
  readonly explorationShare: Float64Array
  readonly costCentsPerDay: Float64Array
  readonly placeStart: Int32Array
  readonly placeNode: Int32Array
  readonly placeDetection: Float64Array
  readonly placeWeight: Float64Array
}

export interface OperationSpec extends Entities {
  readonly isEnabled: Uint8Array
  readonly node: Int32Array
  readonly fromDay: Int32Array
  readonly untilDay: Int32Array
  readonly detection: Float64Array
  readonly leak: Float64Array
  readonly costCents: Float64Array
}
