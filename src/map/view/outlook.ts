/** Outlook: moves the camera to all of the network, to parts of it, or back to an earlier place. */
import { boxesOf } from '../canvases'
import type { MapState } from '../mapState'
import type { TrafficMap } from '../trafficMap'
import { fitted, standing } from './camera'
import { boxAround, placeOnPlane } from './projection'
import type { Viewpoint } from './viewpoint'
import { firstView, wholeView } from './views'

export function createOutlook(
  host: HTMLElement,
  mapState: MapState,
  viewpoint: Viewpoint,
): Pick<TrafficMap, 'look' | 'lookAt' | 'showNodes' | 'fit' | 'showAll'> {
  return {
    look() {
      const { x, y, scale } = viewpoint.goal
      const place = mapState.projection && viewpoint.isTouched && placeOnPlane(mapState.projection, x, y)
      return place ? { ...place, scale } : undefined
    },
    lookAt({ lat, lon, scale }) {
      const [x, y] = mapState.projection?.([lon, lat]) ?? [Number.NaN, Number.NaN]
      if (Number.isFinite(x + y)) viewpoint.standAt(standing(viewpoint.camera, x, y, scale))
    },
    showNodes(nodes) {
      if (mapState.scene === undefined || nodes.length === 0) return
      viewpoint.flyTo(fitted(viewpoint.camera, boxAround(mapState.scene.plane, nodes), 0.12))
    },
    fit() {
      if (mapState.scene === undefined) return
      viewpoint.flyTo(firstView(viewpoint.camera, mapState.scene.plane), false)
    },
    showAll() {
      if (mapState.scene !== undefined)
        viewpoint.flyTo(
          wholeView(viewpoint.camera, mapState.scene.plane, boxesOf(mapState.display.overlays, host)),
        )
    },
  }
}
