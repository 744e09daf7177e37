/**
 * Legs: arcs as wide as their flow, fainter where they begin and stronger where they arrive, in a manner for
 * each mode.
 */

import type { MapLeg } from '../types'
import { type Camera, screenX, screenY } from '../view/camera'
import { CURVE_STRIDE, chordOf, curveAt, tangentAt } from './curves'
import { faded, type Palette } from './palette'

/** Dashes per mode, in multiples of the line's width but at least of one pixel; empty is solid. */
const DASHES: { readonly [mode in MapLeg['mode']]: readonly number[] } = {
  road: [],
  rail: [],
  sea: [4, 3],
  air: [1.2, 3],
  path: [2.2, 2.2],
}
/** On shorter arcs a chevron would be all there is. */
const CHEVRON_CHORD = 44
const CHEVRON_WIDTH = 2.2
/** Pixels between two chevrons of a leg. */
const CHEVRON_SPACING = 150
const CLOSED_OPACITY = 0.45
/** Strength of a leg that is not among the strongest. */
const WEAK_OPACITY = 0.22

export interface LegLook {
  /** Width in pixels; 0 is not drawn. */
  readonly width: number
  readonly isUsed: boolean
  readonly isOpen: boolean
  /** Others are stronger, and the person asked for the strongest. */
  readonly isWeak: boolean
}

/** Traces the arc; returns its ends and control point on the screen. */
function trace(context: CanvasRenderingContext2D, camera: Camera, curves: Float64Array, leg: number) {
  const at = leg * CURVE_STRIDE
  const x0 = screenX(camera, curves[at])
  const y0 = screenY(camera, curves[at + 1])
  const viaX = screenX(camera, curves[at + 2])
  const viaY = screenY(camera, curves[at + 3])
  const x1 = screenX(camera, curves[at + 4])
  const y1 = screenY(camera, curves[at + 5])
  context.beginPath()
  context.moveTo(x0, y0)
  context.quadraticCurveTo(viaX, viaY, x1, y1)
  return { x0, y0, viaX, viaY, x1, y1 }
}

/** Whether any part of the arc can be on the screen. */
export function isInView(camera: Camera, curves: Float64Array, leg: number): boolean {
  const at = leg * CURVE_STRIDE
  const xs = [curves[at], curves[at + 2], curves[at + 4]].map((x) => screenX(camera, x))
  const ys = [curves[at + 1], curves[at + 3], curves[at + 5]].map((y) => screenY(camera, y))
  const margin = 12
  return (
    Math.max(...xs) > -margin &&
    Math.min(...xs) < camera.width + margin &&
    Math.max(...ys) > -margin &&
    Math.min(...ys) < camera.height + margin
  )
}

export function drawLeg(
  context: CanvasRenderingContext2D,
  camera: Camera,
  curves: Float64Array,
  leg: number,
  mode: MapLeg['mode'],
  look: LegLook,
  palette: Palette,
): void {
  const { x0, y0, viaX, viaY, x1, y1 } = trace(context, camera, curves, leg)
  const unit = Math.max(1, look.width * 0.8)
  context.lineWidth = look.width
  context.setLineDash(DASHES[mode].map((part) => part * unit))
  if (look.isUsed) {
    const strength = (look.isOpen ? 1 : CLOSED_OPACITY) * (look.isWeak ? WEAK_OPACITY : 1)
    const gradient = context.createLinearGradient(x0, y0, x1, y1)
    gradient.addColorStop(0, faded(palette.leg, 0.3 * strength))
    gradient.addColorStop(1, faded(palette.leg, 0.8 * strength))
    context.strokeStyle = gradient
  } else {
    context.strokeStyle = faded(palette.idleLeg, look.isOpen ? 0.5 : 0.2)
  }
  context.stroke()
  if (mode === 'rail') {
    context.setLineDash([unit * 1.6, unit * 1.6])
    context.lineWidth = look.width * 0.5
    context.strokeStyle = faded(palette.halo, 0.75)
    context.stroke()
  }
  context.setLineDash([])
  const chord = chordOf(curves, leg) * camera.scale
  if (chord <= CHEVRON_CHORD) return
  if (!look.isOpen)
    drawBar(context, (x0 + 2 * viaX + x1) / 4, (y0 + 2 * viaY + y1) / 4, x1 - x0, y1 - y0, palette)
  else if (look.isUsed && !look.isWeak && look.width >= CHEVRON_WIDTH)
    drawChevrons(context, camera, curves, leg, chord, look.width, palette)
}

/** Arrow heads along a leg, so that some are seen however far the view is zoomed in. */
function drawChevrons(
  context: CanvasRenderingContext2D,
  camera: Camera,
  curves: Float64Array,
  leg: number,
  chord: number,
  width: number,
  palette: Palette,
): void {
  const count = Math.max(1, Math.floor(chord / CHEVRON_SPACING))
  for (let i = 0; i < count; i++) {
    const t = (i + 0.5) / count
    const x = screenX(camera, curveAt(curves, leg, 0, t))
    const y = screenY(camera, curveAt(curves, leg, 1, t))
    if (x < 0 || y < 0 || x > camera.width || y > camera.height) continue
    const [dx, dy] = tangentAt(curves, leg, t)
    drawChevron(context, x, y, dx, dy, width, palette)
  }
}

function drawChevron(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  dx: number,
  dy: number,
  width: number,
  palette: Palette,
): void {
  const length = Math.hypot(dx, dy)
  const ux = dx / length
  const uy = dy / length
  const size = Math.max(2.6, width * 0.45)
  context.beginPath()
  context.moveTo(x - ux * size - uy * size, y - uy * size + ux * size)
  context.lineTo(x + ux * size * 0.6, y + uy * size * 0.6)
  context.lineTo(x - ux * size + uy * size, y - uy * size - ux * size)
  context.strokeStyle = faded(palette.chevron, 0.75)
  context.lineWidth = Math.max(1.1, width * 0.16)
  context.stroke()
}

/** A bar across a leg that is closed this month. */
function drawBar(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  dx: number,
  dy: number,
  palette: Palette,
): void {
  const length = Math.hypot(dx, dy)
  const ux = (dx / length) * 4
  const uy = (dy / length) * 4
  context.beginPath()
  context.moveTo(x - uy, y + ux)
  context.lineTo(x + uy, y - ux)
  context.strokeStyle = faded(palette.idleLeg, 0.8)
  context.lineWidth = 1.6
  context.stroke()
}

/** A light line under the chosen leg. */
export function drawLegGlow(
  context: CanvasRenderingContext2D,
  camera: Camera,
  curves: Float64Array,
  leg: number,
  width: number,
  palette: Palette,
  opacity: number,
): void {
  trace(context, camera, curves, leg)
  context.strokeStyle = faded(palette.selection, opacity)
  context.lineWidth = width + 5
  context.lineCap = 'round'
  context.stroke()
  context.lineCap = 'butt'
}
