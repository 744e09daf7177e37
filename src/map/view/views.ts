/** Views: cameras that show the dense core of a network, and all of it. Pure. */

import type { Box } from '../scene/labels'
import { ABOVE_CREDIT, type Camera, fitted, type Insets, screenX, screenY } from './camera'
import { boxAround, coreBox } from './projection'

/** A symbol nearer than this to the edge of the view, on either side, is cut by it. */
const CUT_PIXELS = 9
/** How often the first view gives way to nodes at its edge. */
const MAX_STEPS = 6
const WHOLE_MARGIN = 0.05

/**
 * Insets that keep clear of these boxes, each by the edge at which that takes the least room; empty boxes
 * take none.
 */
export function insetsOf({ width, height }: Camera, boxes: readonly Box[]): Insets {
  const insets = { ...ABOVE_CREDIT }
  for (const { left, top, right, bottom } of boxes) {
    if (right <= left || bottom <= top) continue
    const needs = { left: right, top: bottom, right: width - left, bottom: height - top }
    const edges = ['left', 'top', 'right', 'bottom'] as const
    const edge = edges.reduce((best, next) => (needs[next] < needs[best] ? next : best))
    insets[edge] = Math.max(insets[edge], needs[edge])
  }
  return insets
}

/** Nodes whose symbols the edge of the view cuts. */
function cutNodes(camera: Camera, plane: Float64Array): number[] {
  const { width, height } = camera
  return Array.from({ length: plane.length / 2 }, (_, node) => node).filter((node) => {
    const x = screenX(camera, plane[node * 2])
    const y = screenY(camera, plane[node * 2 + 1])
    const outside = Math.max(-x, -y, x - width, y - height)
    return Math.abs(outside) < CUT_PIXELS
  })
}

/** The dense core of the network, as much wider as it takes for no node to lie on the edge of the view. */
export function firstView(camera: Camera, plane: Float64Array): Camera {
  let [west, north, east, south] = coreBox(plane)
  let view = fitted(camera, [west, north, east, south])
  for (let step = 0; step < MAX_STEPS; step++) {
    const cut = cutNodes(view, plane)
    if (cut.length === 0) break
    for (const node of cut) {
      const x = plane[node * 2]
      const y = plane[node * 2 + 1]
      west = Math.min(west, x)
      north = Math.min(north, y)
      east = Math.max(east, x)
      south = Math.max(south, y)
    }
    view = fitted(camera, [west, north, east, south])
  }
  return view
}

/** All nodes, clear of the elements over the map. */
export function wholeView(camera: Camera, plane: Float64Array, covered: readonly Box[]): Camera {
  const nodes = Array.from({ length: plane.length / 2 }, (_, node) => node)
  return fitted(camera, boxAround(plane, nodes), WHOLE_MARGIN, insetsOf(camera, covered))
}
