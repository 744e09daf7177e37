/** Camera: which part of the plane is seen, in CSS pixels. Plain data and pure functions. */

export interface Camera {
  /** Plane coordinates of the middle of the view. */
  readonly x: number
  readonly y: number
  /** Pixels per plane unit. */
  readonly scale: number
  readonly width: number
  readonly height: number
}

export interface ScaleLimits {
  readonly min: number
  readonly max: number
}

/** About 100 m to the pixel; the whole earth in 400 pixels. */
export const SCALE_LIMITS: ScaleLimits = { min: 0.1, max: 60 }
/** The middle of the view stays on the map. */
const REACH = 2400

export const screenX = (camera: Camera, x: number): number => (x - camera.x) * camera.scale + camera.width / 2
export const screenY = (camera: Camera, y: number): number =>
  (y - camera.y) * camera.scale + camera.height / 2
export const planeX = (camera: Camera, px: number): number =>
  (px - camera.width / 2) / camera.scale + camera.x
export const planeY = (camera: Camera, py: number): number =>
  (py - camera.height / 2) / camera.scale + camera.y

const within = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))

function clamped(camera: Camera): Camera {
  return {
    ...camera,
    x: within(camera.x, -REACH, REACH),
    y: within(camera.y, -REACH, REACH),
    scale: within(camera.scale, SCALE_LIMITS.min, SCALE_LIMITS.max),
  }
}

export function panned(camera: Camera, dx: number, dy: number): Camera {
  return clamped({ ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale })
}

/** Zooms by a factor; the point under the pixel stays under it, unless a limit is reached. */
export function zoomedAt(camera: Camera, factor: number, px: number, py: number): Camera {
  const scale = within(camera.scale * factor, SCALE_LIMITS.min, SCALE_LIMITS.max)
  const x = planeX(camera, px) - (px - camera.width / 2) / scale
  const y = planeY(camera, py) - (py - camera.height / 2) / scale
  return clamped({ ...camera, x, y, scale })
}

/** Over a point of the plane, as near as the limits allow. */
export function standing(camera: Camera, x: number, y: number, scale: number): Camera {
  return clamped({ ...camera, x, y, scale })
}

export function resized(camera: Camera, width: number, height: number): Camera {
  return { ...camera, width, height }
}

/** Height at the lower edge that the map's credit covers. */
const CREDIT_PIXELS = 22

/** Pixels at the edges of the view that are to stay free. */
export interface Insets {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const ABOVE_CREDIT: Insets = { left: 0, top: 0, right: 0, bottom: CREDIT_PIXELS }
/** Insets leave at least this share of the view. */
const MIN_ROOM = 0.4

/**
 * Shows a box `[west, north, east, south]` within the insets (without any, above the credit), with a margin
 * of `share` of the room on each side.
 */
export function fitted(
  camera: Camera,
  box: readonly [number, number, number, number],
  share = 0.07,
  insets: Insets = ABOVE_CREDIT,
): Camera {
  const [west, north, east, south] = box
  const { left, top, right, bottom } = insets
  const width = Math.max(camera.width - left - right, camera.width * MIN_ROOM)
  const height = Math.max(camera.height - top - bottom, camera.height * MIN_ROOM)
  const room = 1 - 2 * share
  const scale = Math.min(
    (width * room) / Math.max(east - west, 1),
    (height * room) / Math.max(south - north, 1),
    12,
  )
  return clamped({
    ...camera,
    x: (west + east + (right - left) / scale) / 2,
    y: (north + south + (bottom - top) / scale) / 2,
    scale,
  })
}

/** The camera `share` of the way of a flight; scale moves geometrically, so that the flight looks even. */
export function between(from: Camera, to: Camera, share: number): Camera {
  const eased = share * share * (3 - 2 * share)
  const scale = from.scale * (to.scale / from.scale) ** eased
  const grown =
    Math.abs(to.scale - from.scale) < 1e-9
      ? eased
      : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale)
  return { ...to, scale, x: from.x + (to.x - from.x) * grown, y: from.y + (to.y - from.y) * grown }
}
