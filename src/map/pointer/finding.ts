/** Finding: what lies at a place of the view, and where something lies. */

import type { ShipmentKey } from '../../engine'
import type { MapState } from '../mapState'
import { curveAt } from '../scene/curves'
import type { Picture } from '../scene/picture'
import { dotAt, pickShipment } from '../traffic/dots'
import { rowAt } from '../traffic/movements'
import type { TrafficMap } from '../trafficMap'
import type { LonLat, MapTarget } from '../types'
import { planeX, planeY, screenX, screenY } from '../view/camera'
import { placeOnPlane } from '../view/projection'
import type { Viewpoint } from '../view/viewpoint'
import { pick } from './picking'

/** Places are in CSS pixels of the host. */
export interface Finder {
  targetAt(x: number, y: number): MapTarget | undefined
  /** Undefined off the earth. */
  groundAt(x: number, y: number): LonLat | undefined
  /** The shipment or mark here, given what else lies here. */
  shipmentAt(x: number, y: number, target: MapTarget | undefined): ReturnType<typeof pickShipment>
  readonly spotOf: TrafficMap['spotOf']
}

export function createFinder(mapState: MapState, viewpoint: Viewpoint, picture: Picture): Finder {
  return {
    targetAt(x, y) {
      const layout = picture.layout(viewpoint.camera)
      return layout === undefined ? undefined : pick(viewpoint.camera, layout, x, y)
    },
    groundAt(x, y) {
      const { projection } = mapState
      return projection && placeOnPlane(projection, planeX(viewpoint.camera, x), planeY(viewpoint.camera, y))
    },
    shipmentAt(x, y, target) {
      const { movements, marks, hour, layout, display } = mapState
      if (layout === undefined) return undefined
      return pickShipment(
        { movements, marks, hour, camera: viewpoint.camera, layout, layers: display.layers },
        target,
        x,
        y,
      )
    },
    spotOf(what: MapTarget | ShipmentKey) {
      const { layout, scene, movements, hour } = mapState
      const { camera } = viewpoint
      if (layout === undefined || scene === undefined) return undefined
      if (!('kind' in what) || !('index' in what)) {
        const row = rowAt(movements, what, hour)
        return row < 0 ? undefined : dotAt(movements, row, hour, camera, layout.symbolScale)
      }
      if (what.kind === 'node') return layout.places[what.index]
      if (what.kind === 'checkpoint') return layout.gauges[what.index]
      return {
        x: screenX(camera, curveAt(scene.curves, what.index, 0, 0.5)),
        y: screenY(camera, curveAt(scene.curves, what.index, 1, 0.5)),
      }
    },
  }
}
