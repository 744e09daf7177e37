/**
 * Curves: each directed leg is a slight arc that bows to its right, so that the two directions of a leg part.
 */
import type { MapLeg } from '../types'

/** Numbers per leg: from x, from y, control x, control y, to x, to y. */
export const CURVE_STRIDE = 6
/** Bow as a share of the leg's length; the control point lies twice as far out. */
const BOW: { readonly [mode in MapLeg['mode']]: number } = {
  road: 0.05,
  rail: 0.075,
  sea: 0.09,
  air: 0.14,
  path: 0.05,
}

/** Quadratic curves of all legs on the plane. */
export function createCurves(
  legs: readonly Pick<MapLeg, 'from' | 'to' | 'mode'>[],
  plane: Float64Array,
): Float64Array {
  const curves = new Float64Array(legs.length * CURVE_STRIDE)
  legs.forEach((leg, i) => {
    const x0 = plane[leg.from * 2]
    const y0 = plane[leg.from * 2 + 1]
    const x1 = plane[leg.to * 2]
    const y1 = plane[leg.to * 2 + 1]
    const out = 2 * BOW[leg.mode]
    const viaX = (x0 + x1) / 2 - (y1 - y0) * out
    const viaY = (y0 + y1) / 2 + (x1 - x0) * out
    curves.set([x0, y0, viaX, viaY, x1, y1], i * CURVE_STRIDE)
  })
  return curves
}

/** One coordinate (`axis` 0 is x, 1 is y) of curve `leg` at `t` in [0, 1]. */
export function curveAt(curves: Float64Array, leg: number, axis: 0 | 1, t: number): number {
  const at = leg * CURVE_STRIDE + axis
  const s = 1 - t
  return s * s * curves[at] + 2 * s * t * curves[at + 2] + t * t * curves[at + 4]
}

/** Direction of curve `leg` at `t`, not of unit length. */
export function tangentAt(curves: Float64Array, leg: number, t: number): readonly [number, number] {
  const at = leg * CURVE_STRIDE
  const along = (axis: 0 | 1) => {
    const from = curves[at + axis]
    const via = curves[at + axis + 2]
    const to = curves[at + axis + 4]
    return (1 - t) * (via - from) + t * (to - via)
  }
  return [along(0), along(1)]
}

/** Straight distance between the ends of curve `leg`. */
export function chordOf(curves: Float64Array, leg: number): number {
  const at = leg * CURVE_STRIDE
  return Math.hypot(curves[at + 4] - curves[at], curves[at + 5] - curves[at + 1])
}

/** Share of the way at `hour` for a movement from `departAt` to `arriveAt`, held to [0, 1]. */
export function progressAt(hour: number, departAt: number, arriveAt: number): number {
  if (hour <= departAt) return 0
  return hour >= arriveAt ? 1 : (hour - departAt) / (arriveAt - departAt)
}
