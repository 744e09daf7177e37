/**
 * Checkpoints: a gauge per checkpoint. The ring is filled as far as the checkpoint is staffed, the core is
 * brighter the better its odds, an outer arc shows the share of corrupt officers and a small square the share
 * of vehicles that are scanned.
 */

import type { CheckpointState } from '../types'
import { faded, mixed, type Palette } from './palette'

/** Radius of a full gauge at symbol scale 1, and of the dot that stands for it where there is no room. */
export const GAUGE_RADIUS = 6.5
const DOT_RADIUS = 2.6
/** Odds that fill the core entirely. */
const FULL_ODDS = 0.5
/** Smaller gauges have no room for the arc and the square. */
const DETAILED_RADIUS = 6

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

/** Brightness of the core in [0, 1]; the root, because most checkpoints find little. */
export function coreShare(odds: number): number {
  return Math.sqrt(Math.min(1, Math.max(0, odds) / FULL_ODDS))
}

/**
 * Gauges at `spots`, in the order of importance given: one that is nearer than `apart` radii to an earlier
 * one becomes a dot.
 */
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
  context.fillStyle = gauge.isFull ? palette.checkpointCore : palette.checkpoint
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
  context.strokeStyle = palette.checkpointTrack
  context.stroke()
  context.beginPath()
  context.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share)
  context.strokeStyle = palette.checkpoint
  context.stroke()
  context.beginPath()
  context.arc(x, y, radius * 0.5, 0, 2 * Math.PI)
  context.fillStyle = mixed(palette.checkpointTrack, palette.checkpoint, core)
  context.fill()
  if (state === undefined || radius < DETAILED_RADIUS) return
  drawCorruption(context, gauge, state.corruptShare, palette)
  drawScanner(context, gauge, state.scannedShare, palette)
}

/** An arc outside the ring, from the top against the clock. */
function drawCorruption(
  context: CanvasRenderingContext2D,
  { x, y, radius }: Gauge,
  share: number,
  palette: Palette,
): void {
  if (share <= 0) return
  const top = -Math.PI / 2
  const thick = radius * 0.22
  context.beginPath()
  context.arc(x, y, radius * 1.5, top, top - 2 * Math.PI * Math.min(1, share), true)
  context.lineWidth = thick + 1.6
  context.strokeStyle = faded(palette.halo, 0.8)
  context.stroke()
  context.lineWidth = thick
  context.strokeStyle = palette.corrupt
  context.stroke()
}

/** A square at the lower right, filled from below as far as vehicles are scanned; none without a scanner. */
function drawScanner(
  context: CanvasRenderingContext2D,
  { x, y, radius }: Gauge,
  share: number,
  palette: Palette,
): void {
  if (share <= 0) return
  const side = radius * 0.85
  const left = x + radius * 0.72
  const top = y + radius * 0.72
  const filled = side * Math.min(1, share)
  context.fillStyle = palette.halo
  context.fillRect(left - 1, top - 1, side + 2, side + 2)
  context.fillStyle = palette.checkpointTrack
  context.fillRect(left, top, side, side)
  context.fillStyle = palette.checkpoint
  context.fillRect(left, top + side - filled, side, filled)
  context.strokeStyle = palette.checkpoint
  context.lineWidth = 1
  context.strokeRect(left, top, side, side)
}

/** The sign of a checkpoint on a canvas of its own, for a legend. */
export function signOf(state: CheckpointState, palette: Palette, pixelRatio: number): HTMLCanvasElement {
  const size = 34
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size * pixelRatio
  canvas.style.width = canvas.style.height = `${size}px`
  const context = canvas.getContext('2d')
  context?.scale(pixelRatio, pixelRatio)
  if (context !== null)
    drawGauge(context, { x: size / 2, y: size / 2, radius: 9, isFull: true }, state, palette)
  return canvas
}
