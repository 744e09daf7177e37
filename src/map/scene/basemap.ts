/**
 * Base map: land, borders, lakes and rivers of Natural Earth, projected once per network and drawn when the
 * camera moves.
 */
import { type GeoProjection, geoGraticule10, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryObject, Topology } from 'topojson-specification'
import type { MapLayer } from '../types'
import type { Camera } from '../view/camera'
import type { Palette } from './palette'

type Layer = 'land' | 'borders' | 'lakes' | 'rivers'

/** A country's name and the places where it may stand: longitude, latitude, half the room in km. */
export interface CountryName {
  readonly name: string
  readonly places: readonly (readonly [number, number, number])[]
}

export interface World {
  readonly shapes: Topology<{ readonly [layer in Layer]: GeometryObject }>
  readonly labels: readonly CountryName[]
}

/** Loads the atlas, which is kept out of the first script. */
export async function loadWorld(): Promise<World> {
  const { default: text } = await import('./atlas/world.json?raw')
  return JSON.parse(text) as World
}

/** Plane coordinates of one line or ring. */
interface Run {
  readonly points: Float32Array
  readonly closed: boolean
}

export interface Basemap {
  draw(
    context: CanvasRenderingContext2D,
    camera: Camera,
    palette: Palette,
    layers: ReadonlySet<MapLayer>,
  ): void
}

/**
 * Spacing of points on the plane below which they are merged, per level of detail, and the scale from which
 * it serves.
 */
const LEVELS = [
  { spacing: 0, fromScale: 3 },
  { spacing: 0.3, fromScale: 1.1 },
  { spacing: 0.9, fromScale: 0.45 },
  { spacing: 2.2, fromScale: 0 },
] as const

/** Everything that geoPath draws, as runs. */
function runsOf(projection: GeoProjection, object: Parameters<ReturnType<typeof geoPath>>[0]): Run[] {
  const runs: Run[] = []
  let points: number[] = []
  const finish = (closed: boolean) => {
    if (points.length > 2) runs.push({ points: Float32Array.from(points), closed })
    points = []
  }
  geoPath(projection, {
    beginPath: () => undefined,
    moveTo: (x, y) => {
      finish(false)
      points.push(x, y)
    },
    lineTo: (x, y) => points.push(x, y),
    closePath: () => finish(true),
    arc: () => undefined,
  })(object)
  finish(false)
  return runs
}

/** The runs as one path, without points closer than `spacing` to the one before. */
function outlineOf(runs: readonly Run[], spacing: number): Path2D {
  const path = new Path2D()
  for (const { points, closed } of runs) {
    let lastX = points[0] ?? 0
    let lastY = points[1] ?? 0
    path.moveTo(lastX, lastY)
    for (let i = 2; i < points.length; i += 2) {
      const x = points[i] ?? 0
      const y = points[i + 1] ?? 0
      const isEnd = i === points.length - 2
      if (!isEnd && Math.abs(x - lastX) < spacing && Math.abs(y - lastY) < spacing) continue
      path.lineTo(x, y)
      lastX = x
      lastY = y
    }
    if (closed) path.closePath()
  }
  return path
}

type Paths = { readonly [layer in Layer]: Path2D }

export function createBasemap(world: World, projection: GeoProjection): Basemap {
  const { shapes } = world
  const runs = {
    land: runsOf(projection, feature(shapes, shapes.objects.land)),
    borders: runsOf(projection, feature(shapes, shapes.objects.borders)),
    lakes: runsOf(projection, feature(shapes, shapes.objects.lakes)),
    rivers: runsOf(projection, feature(shapes, shapes.objects.rivers)),
  }
  const globe = outlineOf(runsOf(projection, { type: 'Sphere' }), 0)
  const graticule = outlineOf(runsOf(projection, geoGraticule10()), 0)
  const levels = new Map<number, Paths>()

  const pathsAt = (scale: number): Paths => {
    const { spacing } = LEVELS.find(({ fromScale }) => scale >= fromScale) ?? LEVELS[0]
    const known = levels.get(spacing)
    if (known !== undefined) return known
    const paths = {
      land: outlineOf(runs.land, spacing),
      borders: outlineOf(runs.borders, spacing),
      lakes: outlineOf(runs.lakes, spacing),
      rivers: outlineOf(runs.rivers, spacing),
    }
    levels.set(spacing, paths)
    return paths
  }

  return {
    draw(context, camera, palette, layers) {
      const hasWaters = layers.has('waters')
      const { scale, width, height } = camera
      const paths = pathsAt(scale)
      const pixel = 1 / scale
      context.fillStyle = palette.space
      context.fillRect(0, 0, width, height)
      context.save()
      context.translate(width / 2 - camera.x * scale, height / 2 - camera.y * scale)
      context.scale(scale, scale)
      context.lineJoin = 'round'
      const stroke = (path: Path2D, colour: string, pixels: number) => {
        context.strokeStyle = colour
        context.lineWidth = pixels * pixel
        context.stroke(path)
      }
      context.fillStyle = palette.water
      context.fill(globe)
      stroke(graticule, palette.graticule, 1)
      context.fillStyle = palette.land
      context.fill(paths.land, 'evenodd')
      if (hasWaters && scale > 0.5) stroke(paths.rivers, palette.river, Math.min(1.6, 0.6 + scale * 0.12))
      if (hasWaters) {
        context.fillStyle = palette.water
        context.fill(paths.lakes, 'evenodd')
      }
      if (layers.has('borders')) stroke(paths.borders, palette.border, scale > 4 ? 1.2 : 0.9)
      stroke(paths.land, palette.coast, 0.8)
      if (hasWaters && scale > 0.8) stroke(paths.lakes, palette.coast, 0.5)
      context.restore()
    },
  }
}
