/** Traffic without a graphics card: the same dots and marks on a plain canvas, simpler but complete. */

import type { Palette } from '../scene/palette'
import { DIMMED_ALPHA, fillSymbol, SYMBOL_GROWTH, SYMBOLS, symbolOf } from '../scene/symbols'
import { type Camera, screenX, screenY } from '../view/camera'
import { dotAt } from './dots'
import type { TrafficFrame, TrafficLayer } from './layer'
import { MARK_FLOATS, MARK_KIND, MARK_SIZE, MARK_X, MARK_Y, type Marks, markAge, SEIZED_MARK } from './marks'
import { isSeen, type Movements, ORGANISATION, ROW_FLOATS } from './movements'

/** In pixels, as in the dot shader. */
const RADII = { moving: 2.2, waiting: 1.2 } as const

function drawDots(context: CanvasRenderingContext2D, movements: Movements, frame: TrafficFrame): void {
  const { camera, hour, palette, symbolScale } = frame
  let colour = ''
  for (let row = 0; row < movements.used; row++) {
    if (!isSeen(movements, row, hour)) continue
    const { x, y, waits } = dotAt(movements, row, hour, camera, symbolScale)
    if (x < 0 || y < 0 || x > camera.width || y > camera.height) continue
    const organisation = movements.data[row * ROW_FLOATS + ORGANISATION]
    const symbol = frame.colourBy === 'organisation' ? symbolOf(organisation) : undefined
    const wanted = symbol === undefined ? stateColour(palette, waits) : palette.organisations[symbol.colour]
    if (wanted !== undefined && wanted !== colour) context.fillStyle = colour = wanted
    const isDimmed = frame.pointed !== undefined && Math.min(organisation, SYMBOLS - 1) !== frame.pointed
    context.globalAlpha = isDimmed ? DIMMED_ALPHA : 1
    const state = waits ? 'waiting' : 'moving'
    const growth = symbol === undefined ? 1 : SYMBOL_GROWTH[state]
    fillSymbol(context, symbol?.shape ?? 'disc', x, y, RADII[state] * growth * symbolScale)
  }
  context.globalAlpha = 1
}

const stateColour = ({ waiting, moving }: Palette, waits: boolean): string => (waits ? waiting : moving)

function drawMarks(
  context: CanvasRenderingContext2D,
  marks: Marks,
  camera: Camera,
  hour: number,
  palette: Palette,
): void {
  context.lineWidth = 1.5
  for (let row = 0; row * MARK_FLOATS < marks.data.length; row++) {
    const age = markAge(marks, row, hour)
    if (age < 0) continue
    const at = row * MARK_FLOATS
    const isSeizure = marks.data[at + MARK_KIND] === SEIZED_MARK
    const reach =
      (isSeizure ? 19 : 13) *
      marks.data[at + MARK_SIZE] *
      (isSeizure ? 0.25 + 0.67 * Math.sqrt(age) : 0.6 + 0.32 * Math.sqrt(age))
    context.globalAlpha = (1 - age) * (isSeizure ? 1 : 0.45)
    context.strokeStyle = isSeizure ? palette.seized : palette.delivered
    context.beginPath()
    context.arc(
      screenX(camera, marks.data[at + MARK_X]),
      screenY(camera, marks.data[at + MARK_Y]),
      reach,
      0,
      2 * Math.PI,
    )
    context.stroke()
  }
  context.globalAlpha = 1
}

export function createPlainTraffic(movements: Movements, marks: Marks): TrafficLayer {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  let pixelRatio = 1
  return {
    canvas,
    resize(width, height, ratio) {
      pixelRatio = ratio
      canvas.width = Math.round(width * ratio)
      canvas.height = Math.round(height * ratio)
    },
    refresh: () => undefined,
    draw(frame) {
      if (context === null) return
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
      context.clearRect(0, 0, frame.camera.width, frame.camera.height)
      if (frame.layers.has('shipments')) drawDots(context, movements, frame)
      if (!frame.layers.has('marks')) return
      drawMarks(context, marks, frame.camera, frame.hour, frame.palette)
    },
    destroy: () => canvas.remove(),
  }
}
