/**
 * Projection: from degrees to the plane of the map, 1,000 units to the earth's radius, y downwards. A network
 * of one region gets an equal-area azimuthal projection about its dense core; one that spans the globe gets
 * Equal Earth.
 */
import { type GeoProjection, geoAzimuthalEqualArea, geoDistance, geoEqualEarth } from 'd3-geo'

export interface Place {
  readonly lat: number
  readonly lon: number
}

const UNITS_PER_RADIAN = 1000
export const KM_PER_UNIT = 6371 / UNITS_PER_RADIAN
/** Beyond this angle from the centre a regional map would lie too much. */
const REGION_RADIANS = 1.15
const CORE_SHARE = 0.85
/** Least width and height of a box, in units of the plane. */
const MIN_BOX = 60

/** The shortest interval that holds `share` of the values; `[0, 0]` without values. */
export function denseInterval(values: readonly number[], share: number): readonly [number, number] {
  const sorted = [...values].sort((a, b) => a - b)
  const span = Math.max(1, Math.ceil(sorted.length * share)) - 1
  let best: readonly [number, number] = [sorted[0] ?? 0, sorted[span] ?? 0]
  for (let i = 1; i + span < sorted.length; i++) {
    const low = sorted[i] ?? 0
    const high = sorted[i + span] ?? 0
    if (high - low < best[1] - best[0]) best = [low, high]
  }
  return best
}

/** Mean place on the sphere, so that a network across the date line has its centre there. */
function meanPlace(places: readonly Place[]): readonly [number, number] {
  let x = 0
  let y = 0
  let z = 0
  for (const { lat, lon } of places) {
    const phi = (lat * Math.PI) / 180
    const lambda = (lon * Math.PI) / 180
    x += Math.cos(phi) * Math.cos(lambda)
    y += Math.cos(phi) * Math.sin(lambda)
    z += Math.sin(phi)
  }
  if (Math.hypot(x, y, z) < 1e-9) return [0, 0]
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI]
}

/** The nearest `share` of the places, seen from their middle. */
function coreOf(places: readonly Place[], share: number): Place[] {
  const centre = meanPlace(places)
  const byDistance = places
    .map((place) => ({ place, radians: geoDistance(centre as [number, number], [place.lon, place.lat]) }))
    .sort((a, b) => a.radians - b.radians)
  return byDistance.slice(0, Math.max(1, Math.ceil(places.length * share))).map(({ place }) => place)
}

export function createProjection(places: readonly Place[]): GeoProjection {
  const core = coreOf(places, CORE_SHARE)
  const centre = meanPlace(core) as [number, number]
  const radius = core.reduce((max, { lon, lat }) => Math.max(max, geoDistance(centre, [lon, lat])), 0)
  const projection =
    radius < REGION_RADIANS
      ? geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]])
      : geoEqualEarth().rotate([-centre[0], 0])
  return projection.scale(UNITS_PER_RADIAN).translate([0, 0]).precision(0.4)
}

/**
 * Whether a projection shows the core of these places as well as one made for them: none of it lies too far
 * out.
 */
export function suits(projection: GeoProjection, places: readonly Place[]): boolean {
  const [east, north] = projection.rotate()
  return coreOf(places, CORE_SHARE).every(
    ({ lon, lat }) => geoDistance([-east, -north], [lon, lat]) < REGION_RADIANS,
  )
}

/** The place at a point of the plane, or undefined off the earth. Degrees to four digits, some ten metres. */
export function placeOnPlane(projection: GeoProjection, x: number, y: number): Place | undefined {
  const [lon, lat] = projection.invert?.([x, y]) ?? [Number.NaN, Number.NaN]
  const [backX, backY] = projection([lon, lat]) ?? [Number.NaN, Number.NaN]
  if (!(Math.abs(backX - x) + Math.abs(backY - y) < 1)) return undefined
  return { lat: Number(lat.toFixed(4)), lon: Number(lon.toFixed(4)) }
}

/** A point of one projection's plane moved so that it shows the same place in another. */
export function carriedOver<T extends { readonly x: number; readonly y: number }>(
  point: T,
  from: GeoProjection,
  to: GeoProjection,
): T {
  const place = placeOnPlane(from, point.x, point.y)
  const [x, y] = (place && to([place.lon, place.lat])) ?? [point.x, point.y]
  return { ...point, x, y }
}

/** Plane coordinates of the places, `[x0, y0, x1, y1, ...]`. */
export function projectPlaces(projection: GeoProjection, places: readonly Place[]): Float64Array {
  const plane = new Float64Array(places.length * 2)
  places.forEach(({ lon, lat }, i) => {
    const point = projection([lon, lat])
    plane[i * 2] = point?.[0] ?? 0
    plane[i * 2 + 1] = point?.[1] ?? 0
  })
  return plane
}

/** The interval, made at least `MIN_BOX` long about its middle. */
function widened(low: number, high: number): readonly [number, number] {
  const missing = Math.max(0, MIN_BOX - (high - low)) / 2
  return [low - missing, high + missing]
}

/**
 * Box `[west, north, east, south]` on the plane around some nodes, never so small that nothing around them is
 * seen.
 */
export function boxAround(
  plane: Float64Array,
  nodes: readonly number[],
): readonly [number, number, number, number] {
  const xs = nodes.map((node) => plane[node * 2])
  const ys = nodes.map((node) => plane[node * 2 + 1])
  const [west, east] = widened(Math.min(...xs), Math.max(...xs))
  const [north, south] = widened(Math.min(...ys), Math.max(...ys))
  return [west, north, east, south]
}

/**
 * Box `[west, north, east, south]` on the plane of the dense core: most of the nodes, not the far markets.
 */
export function coreBox(plane: Float64Array): readonly [number, number, number, number] {
  const xs: number[] = []
  const ys: number[] = []
  for (let i = 0; i < plane.length; i += 2) {
    xs.push(plane[i])
    ys.push(plane[i + 1])
  }
  const [west, east] = denseInterval(xs, CORE_SHARE)
  const [north, south] = denseInterval(ys, 0.95)
  return [west, north, east, south]
}
