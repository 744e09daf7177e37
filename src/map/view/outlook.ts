/** Outlook: looks at all of the network, at parts of it, or from where somebody looked before. */
import { boxesOf } from '../canvases'
import type { Stage } from '../stage'
import type { TrafficMap } from '../trafficMap'
import { fitted, standing } from './camera'
import { boxAround, placeOnPlane } from './projection'
import type { Sight } from './sight'
import { firstView, wholeView } from './views'

export function createOutlook(
  host: HTMLElement,
  stage: Stage,
  sight: Sight,
): Pick<TrafficMap, 'look' | 'lookAt' | 'showNodes' | 'fit' | 'showAll'> {
  return {
    look() {
      const { x, y, scale } = sight.goal
      const place = stage.projection && sight.isTouched && placeOnPlane(stage.projection, x, y)
      return place ? { ...place, scale } : undefined
    },
    lookAt({ lat, lon, scale }) {
      const [x, y] = stage.projection?.([lon, lat]) ?? [Number.NaN, Number.NaN]
      if (Number.isFinite(x + y)) sight.standAt(standing(sight.camera, x, y, scale))
    },
    showNodes(nodes) {
      if (stage.scene === undefined || nodes.length === 0) return
      sight.flyTo(fitted(sight.camera, boxAround(stage.scene.plane, nodes), 0.12))
    },
    fit() {
      if (stage.scene === undefined) return
      sight.flyTo(firstView(sight.camera, stage.scene.plane), false)
    },
    showAll() {
      if (stage.scene !== undefined)
        sight.flyTo(wholeView(sight.camera, stage.scene.plane, boxesOf(stage.display.covers, host)))
    },
  }
}
