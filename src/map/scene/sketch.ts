/** Sketch: what an edit would add or move, dashed over the network until it is done. */
import type { GeoProjection } from 'd3-geo'
import type { LonLat, MapSketch } from '../types'
import { type Camera, screenX, screenY } from '../view/camera'
import type { Palette } from './palette'

const DASH = [6, 4]
const SPOT_RADIUS = 6

export function drawSketch(
  context: CanvasRenderingContext2D,
  { lines, spots }: MapSketch,
  projection: GeoProjection,
  camera: Camera,
  palette: Palette,
): void {
  const pointOf = ({ lon, lat }: LonLat): readonly [number, number] => {
    const [x, y] = projection([lon, lat]) ?? [0, 0]
    return [screenX(camera, x), screenY(camera, y)]
  }
  context.save()
  context.lineJoin = 'round'
  for (const [colour, width] of [[palette.halo, 5] as const, [palette.selection, 2] as const]) {
    context.strokeStyle = colour
    context.lineWidth = width
    context.setLineDash(DASH)
    for (const line of lines) {
      context.beginPath()
      for (const place of line) context.lineTo(...pointOf(place))
      context.stroke()
    }
    context.setLineDash([])
    for (const place of spots) {
      context.beginPath()
      context.arc(...pointOf(place), SPOT_RADIUS, 0, 2 * Math.PI)
      context.stroke()
    }
  }
  context.restore()
}
