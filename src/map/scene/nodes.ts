/** Nodes: one shape per kind, larger with what passes through. */

import type { MapNode } from '../types'
import type { Palette } from './palette'

type Shape = 'diamond' | 'ring' | 'disc' | 'bar' | 'target'

interface Manner {
  readonly shape: Shape
  readonly radius: number
  /** Weight of the kind among labels. */
  readonly rank: number
  readonly colour: (palette: Palette) => string
}

const MANNERS: { readonly [kind in MapNode['kind']]: Manner } = {
  source: { shape: 'diamond', radius: 5, rank: 2.2, colour: ({ source }) => source },
  hub: { shape: 'ring', radius: 3.8, rank: 1.4, colour: ({ node }) => node },
  transit: { shape: 'disc', radius: 2.1, rank: 0.5, colour: ({ node }) => node },
  border: { shape: 'bar', radius: 2.4, rank: 0.2, colour: ({ checkpoint }) => checkpoint },
  market: { shape: 'target', radius: 5.6, rank: 2.6, colour: ({ market }) => market },
}

/** Radius in pixels at symbol scale 1; `share` is the node's part of the largest throughput. */
export const nodeRadius = (kind: MapNode['kind'], share: number): number =>
  MANNERS[kind].radius * (0.9 + 0.5 * Math.sqrt(share))

/** Importance of a node among the labels. */
export const nodeRank = (kind: MapNode['kind'], share: number): number =>
  MANNERS[kind].rank + 2 * Math.sqrt(share)

export function drawNode(
  context: CanvasRenderingContext2D,
  kind: MapNode['kind'],
  x: number,
  y: number,
  radius: number,
  palette: Palette,
): void {
  const { shape, colour } = MANNERS[kind]
  context.beginPath()
  if (shape === 'diamond') {
    context.moveTo(x, y - radius)
    context.lineTo(x + radius, y)
    context.lineTo(x, y + radius)
    context.lineTo(x - radius, y)
    context.closePath()
  } else context.arc(x, y, radius, 0, 2 * Math.PI)
  const isHollow = shape === 'ring' || shape === 'target'
  context.fillStyle = isHollow ? palette.nodeCore : colour(palette)
  context.strokeStyle = palette.halo
  context.lineWidth = 2
  context.stroke()
  context.fill()
  if (!isHollow) return
  context.strokeStyle = colour(palette)
  context.lineWidth = Math.max(1.3, radius * 0.32)
  context.stroke()
  if (shape !== 'target') return
  context.beginPath()
  context.arc(x, y, radius * 0.36, 0, 2 * Math.PI)
  context.fillStyle = colour(palette)
  context.fill()
}
