/** Picking: which checkpoint, node or leg lies under the pointer. Pure; works in screen pixels. */

import { CURVE_STRIDE, curveAt } from '../scene/curves'
import type { MapTarget } from '../types'
import { type Camera, screenX, screenY } from '../view/camera'

/** How far from a thing the pointer may be, in CSS pixels. */
const TOLERANCE = 8
const SAMPLES = 16

/** A round thing on the screen. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Index of the spot nearest to the pointer among those within reach, or -1. */
function nearestSpot(spots: readonly Spot[], x: number, y: number, tolerance = TOLERANCE): number {
  let best = -1
  let bestGap = tolerance
  spots.forEach((spot, i) => {
    const gap = Math.hypot(spot.x - x, spot.y - y) - Math.min(spot.radius, tolerance)
    if (gap < bestGap) {
      best = i
      bestGap = gap
    }
  })
  return best
}

/** Distance from a point to a segment of a line. */
export function distanceToSegment(
  x: number,
  y: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): number {
  const dx = x1 - x0
  const dy = y1 - y0
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length))
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy)
}

/** Distance in pixels from the pointer to the curve of a leg; infinite where it cannot be within `reach`. */
function distanceToLeg(
  camera: Camera,
  curves: Float64Array,
  leg: number,
  x: number,
  y: number,
  reach: number,
): number {
  const at = leg * CURVE_STRIDE
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (let i = 0; i < CURVE_STRIDE; i += 2) {
    const px = screenX(camera, curves[at + i])
    const py = screenY(camera, curves[at + i + 1])
    left = Math.min(left, px)
    right = Math.max(right, px)
    top = Math.min(top, py)
    bottom = Math.max(bottom, py)
  }
  if (x < left - reach || x > right + reach || y < top - reach || y > bottom + reach)
    return Number.POSITIVE_INFINITY
  let min = Number.POSITIVE_INFINITY
  let beforeX = screenX(camera, curves[at])
  let beforeY = screenY(camera, curves[at + 1])
  for (let i = 1; i <= SAMPLES; i++) {
    const px = screenX(camera, curveAt(curves, leg, 0, i / SAMPLES))
    const py = screenY(camera, curveAt(curves, leg, 1, i / SAMPLES))
    min = Math.min(min, distanceToSegment(x, y, beforeX, beforeY, px, py))
    beforeX = px
    beforeY = py
  }
  return min
}

/** What can be picked; `legWidth` is 0 for legs that are not drawn. */
export interface Pickable {
  readonly checkpoints: readonly Spot[]
  readonly nodes: readonly Spot[]
  readonly curves: Float64Array
  readonly legWidth: Float64Array
}

/** The thing under the pointer: checkpoints before nodes before legs. */
export function pick(camera: Camera, scene: Pickable, x: number, y: number): MapTarget | undefined {
  const checkpoint = nearestSpot(scene.checkpoints, x, y)
  if (checkpoint >= 0) return { kind: 'checkpoint', index: checkpoint }
  const node = nearestSpot(scene.nodes, x, y)
  if (node >= 0) return { kind: 'node', index: node }
  let best = -1
  let bestGap = TOLERANCE
  scene.legWidth.forEach((width, leg) => {
    if (width === 0) return
    const gap = distanceToLeg(camera, scene.curves, leg, x, y, TOLERANCE + width) - width / 2
    if (gap < bestGap) {
      best = leg
      bestGap = gap
    }
  })
  return best >= 0 ? { kind: 'leg', index: best } : undefined
}
