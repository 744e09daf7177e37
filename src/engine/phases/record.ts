/** Record: observers record the day. */
import { chainDay } from '../digest'
import type { World } from '../world'

/** Phase 8. */
export function record(world: World): void {
  chainDay(world)
}
