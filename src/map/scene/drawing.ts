/** Drawing: the laid out scene on a canvas, above the base map and below the traffic. */

import type { Display } from '../display'
import type { MapTarget } from '../types'
import { drawGauge } from './checkpoints'
import { CURVE_STRIDE } from './curves'
import type { Layout } from './layout'
import { drawLeg, drawLegGlow, isInView } from './legs'
import { drawNames, type Typeface } from './names'
import { drawNode } from './nodes'
import { faded, type Palette } from './palette'
import type { Scene } from './scene'

const TRAIL_OPACITY = 0.36

function highlight(
  context: CanvasRenderingContext2D,
  scene: Scene,
  layout: Layout,
  target: MapTarget,
  palette: Palette,
  opacity: number,
): void {
  if (target.kind === 'leg') {
    const width = Math.max(1, layout.looks[target.index]?.width ?? 0)
    drawLegGlow(context, layout.camera, scene.curves, target.index, width, palette, opacity * 0.5)
    return
  }
  const spot = target.kind === 'node' ? layout.places[target.index] : layout.gauges[target.index]
  if (spot === undefined) return
  context.beginPath()
  context.arc(spot.x, spot.y, spot.radius + 5, 0, 2 * Math.PI)
  context.strokeStyle = faded(palette.selection, opacity)
  context.lineWidth = 2
  context.stroke()
}

/** Draws everything above the base map and below the traffic. */
export function drawScene(
  context: CanvasRenderingContext2D,
  scene: Scene,
  display: Display,
  layout: Layout,
  palette: Palette,
  type: Typeface,
  hover: MapTarget | undefined,
): void {
  const { network, curves } = scene
  const { gramsPerMonth, trail, selection, highlighted } = display
  const marked = hover === undefined ? highlighted : [hover]
  const { camera, looks, nodes, checkpoints, names } = layout
  context.clearRect(0, 0, camera.width, camera.height)
  drawNames(context, names, 'countries', palette, type)
  for (const leg of trail)
    drawLegGlow(context, camera, curves, leg, looks[leg]?.width ?? 0, palette, TRAIL_OPACITY)
  for (const target of marked)
    if (target.kind === 'leg') highlight(context, scene, layout, target, palette, 0.75)
  if (selection?.kind === 'leg') highlight(context, scene, layout, selection, palette, 1)
  const order = [...looks.keys()]
    .filter((i) => (looks[i]?.width ?? 0) > 0 && i * CURVE_STRIDE < curves.length)
    .sort((a, b) => (gramsPerMonth[a] ?? 0) - (gramsPerMonth[b] ?? 0))
  for (const i of order) {
    const look = looks[i]
    const leg = network.legs[i]
    if (look !== undefined && leg !== undefined && isInView(camera, curves, i))
      drawLeg(context, camera, curves, i, leg.mode, look, palette)
  }
  const guarded = new Set(checkpoints.length === 0 ? [] : network.checkpoints.map(({ node }) => node))
  network.nodes.forEach(({ kind }, i) => {
    const spot = nodes[i]
    if (spot === undefined || (kind === 'border' && guarded.has(i))) return
    if (spot.x < -20 || spot.y < -20 || spot.x > camera.width + 20 || spot.y > camera.height + 20) return
    drawNode(context, kind, spot.x, spot.y, spot.radius, palette)
  })
  const draw = (isFull: boolean) => {
    checkpoints.forEach((gauge, i) => {
      if (gauge.isFull !== isFull) return
      if (gauge.x < -20 || gauge.y < -20 || gauge.x > camera.width + 20 || gauge.y > camera.height + 20)
        return
      drawGauge(context, gauge, display.checkpoints[i], palette)
    })
  }
  draw(false)
  draw(true)
  drawNames(context, names, 'places', palette, type)
  for (const target of marked)
    if (target.kind !== 'leg') highlight(context, scene, layout, target, palette, 0.6)
  if (selection !== undefined && selection.kind !== 'leg')
    highlight(context, scene, layout, selection, palette, 1)
}
