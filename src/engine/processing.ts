/** Processing: places where one commodity becomes another while a shipment passes. */
import { PROCESSED_SHIFT } from './fleet'
import type { World } from './world'

/** Commodity of a shipment now: that of its supply, or what it was processed into. */
export function commodityOf(world: World, candidate: number, progress: number): number {
  const processed = progress >>> PROCESSED_SHIFT
  return processed > 0 ? processed - 1 : world.spec.candidates.commodity[candidate]
}

/** The site at a node that takes a commodity on a day, or -1; the first by id where several do. */
export function siteAt(world: World, node: number, commodity: number, day: number): number {
  const { processing } = world.spec
  for (let i = 0; i < processing.ids.length; i++) {
    if (processing.node[i] !== node || processing.input[i] !== commodity) continue
    if (day >= processing.fromDay[i] && day < processing.untilDay[i]) return i
  }
  return -1
}
