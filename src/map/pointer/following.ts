/** Following: rings one shipment and, until the person pans away, keeps it in view. */

import type { ShipmentKey } from '../../engine'
import type { Ring } from '../canvases'
import type { MapState } from '../mapState'
import { dotAt } from '../traffic/dots'
import { rowAt } from '../traffic/movements'
import { planeX, planeY } from '../view/camera'
import type { Viewpoint } from '../view/viewpoint'

/**
 * A followed shipment is brought back to the middle when it is this near to the edge, as a share of the view.
 */
const EDGE_SHARE = 0.14

export interface Following {
  follow(shipment: ShipmentKey | undefined): void
  /** Stops keeping the shipment in view; its ring stays. */
  release(): void
  /** Draws the ring for this size of symbols. */
  show(symbolScale: number): void
}

export function createFollowing(ring: Ring, mapState: MapState, viewpoint: Viewpoint): Following {
  let followed: ShipmentKey | undefined
  let keepsInView = false
  return {
    follow(shipment) {
      followed = shipment
      keepsInView = shipment !== undefined
    },
    release() {
      keepsInView = false
    },
    show(symbolScale) {
      const { movements, hour, palette } = mapState
      const { camera } = viewpoint
      const row = followed === undefined ? -1 : rowAt(movements, followed, hour)
      const dot = row < 0 ? undefined : dotAt(movements, row, hour, camera, symbolScale)
      ring.show(dot, palette.selection)
      if (dot === undefined || !keepsInView || viewpoint.isFlying) return
      const { width, height } = camera
      const edge = Math.min(width, height) * EDGE_SHARE
      if (dot.x > edge && dot.y > edge && dot.x < width - edge && dot.y < height - edge) return
      viewpoint.flyTo({ ...camera, x: planeX(camera, dot.x), y: planeY(camera, dot.y) })
    },
  }
}
