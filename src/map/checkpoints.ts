/** Checkpoints: a gauge per post. The ring is filled as far as the post is staffed; the core is brighter the better its odds. */
import { faded, mixed, type Palette } from './palette'
import type { CheckpointState } from './types'

/** Radius of a full gauge at symbol scale 1, and of the dot that stands for it where there is no room. */
export const GAUGE_RADIUS = 6.5
const DOT_RADIUS = 2.6
/** Odds that fill the core entirely. */
const FULL_ODDS = 0.5

export interface Gauge {
  readonly x: number
  readonly y: number
  readonly radius: number
  /** False where a more important gauge takes the room: then a dot is drawn. */
  readonly isFull: boolean
}

/** Share of the required staff that is there, in [0, 1]. */
export function staffing({ staff, requiredStaff }: CheckpointState): number {
  if (requiredStaff <= 0) return staff > 0 ? 1 : 0
  return Math.min(1, Math.max(0, staff / requiredStaff))
}

/** Brightness of the core in [0, 1]; the root, because most posts find little. */
export function coreShare(odds: number): number {
  return Math.sqrt(Math.min(1, Math.max(0, odds) / FULL_ODDS))
}

/** Gauges at `spots`, in the order of importance given: one that is nearer than `apart` radii to an earlier one becomes a dot. */
export function layGauges(
  spots: readonly { readonly x: number; readonly y: number }[],
  order: readonly number[],
  symbolScale: number,
  apart = 1.9,
): Gauge[] {
  const full = GAUGE_RADIUS * symbolScale
  const gauges: Gauge[] = spots.map(({ x, y }) => ({ x, y, radius: DOT_RADIUS * symbolScale, isFull: false }))
  const taken: { readonly x: number; readonly y: number }[] = []
  for (const i of order) {
    const spot = spots[i]
    if (spot === undefined) continue
    if (taken.some(({ x, y }) => Math.hypot(x - spot.x, y - spot.y) < full * apart)) continue
    taken.push(spot)
    gauges[i] = { x: spot.x, y: spot.y, radius: full, isFull: true }
  }
  return gauges
}

export function drawGauge(
  context: CanvasRenderingContext2D,
  gauge: Gauge,
  state: CheckpointState | undefined,
  palette: Palette,
): void {
  const { x, y, radius } = gauge
  const share = state === undefined ? 1 : staffing(state)
  const core = coreShare(state?.odds ?? 0)
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = gauge.isFull ? palette.postCore : palette.post
  context.fill()
  if (!gauge.isFull) {
    context.lineWidth = 1
    context.strokeStyle = palette.halo
    context.stroke()
    return
  }
  const thick = radius * 0.36
  context.lineWidth = thick + 2
  context.strokeStyle = faded(palette.halo, 0.8)
  context.stroke()
  context.lineWidth = thick
  context.strokeStyle = palette.postTrack
  context.stroke()
  context.beginPath()
  context.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share)
  context.strokeStyle = palette.post
  context.stroke()
  context.beginPath()
  context.arc(x, y, radius * 0.5, 0, 2 * Math.PI)
  context.fillStyle = mixed(palette.postTrack, palette.post, core)
  context.fill()
}
