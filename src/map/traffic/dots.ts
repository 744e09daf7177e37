/** Dots: where moving shipments and marks stand on the screen, and which of them lies under the pointer. */

import type { Pickable } from '../pointer/picking'
import { progressAt } from '../scene/curves'
import type { MapLayer, MapTarget, MovingShipment, ShipmentPick } from '../types'
import { type Camera, screenX, screenY } from '../view/camera'
import { MARK_FLOATS, MARK_HOUR, MARK_X, MARK_Y, type Marks, markAge } from './marks'
import { ARRIVE_AT, DEPART_AT, isSeen, type Movements, ROW_FLOATS, SEED } from './movements'

/** How far from a dot and from a mark the pointer may be, in CSS pixels. */
export const DOT_TOLERANCE = 6
const MARK_TOLERANCE = 12

export interface Dot {
  readonly x: number
  readonly y: number
  readonly waits: boolean
}

/**
 * Place of a row's shipment at `hour`, in CSS pixels; shipments that wait stand around their node. As in the
 * dot shader.
 */
export function dotAt(
  { data }: Movements,
  row: number,
  hour: number,
  camera: Camera,
  symbolScale: number,
): Dot {
  const value = (column: number) => data[row * ROW_FLOATS + column]
  const t = progressAt(hour, value(DEPART_AT), value(ARRIVE_AT))
  const s = 1 - t
  const x = screenX(camera, s * s * value(0) + 2 * s * t * value(2) + t * t * value(4))
  const y = screenY(camera, s * s * value(1) + 2 * s * t * value(3) + t * t * value(5))
  const waits = hour < value(DEPART_AT) || hour >= value(ARRIVE_AT)
  if (waits) {
    const turn = value(SEED) * 389
    const out = (5 + 6 * ((value(SEED) * 57) % 1)) * symbolScale
    return { x: x + Math.cos(turn) * out, y: y + Math.sin(turn) * out, waits }
  }
  const alongX = s * (value(2) - value(0)) + t * (value(4) - value(2))
  const alongY = s * (value(3) - value(1)) + t * (value(5) - value(3))
  const aside = ((value(SEED) - 0.5) * 3 * symbolScale) / Math.max(1e-6, Math.hypot(alongX, alongY))
  return { x: x - alongY * aside, y: y + alongX * aside, waits }
}

/** The shipment whose dot is nearest to the pointer and within reach. */
export function pickDot(
  movements: Movements,
  hour: number,
  camera: Camera,
  symbolScale: number,
  x: number,
  y: number,
): MovingShipment | undefined {
  let best = -1
  let bestGap = DOT_TOLERANCE
  for (let row = 0; row < movements.used; row++) {
    if (!isSeen(movements, row, hour)) continue
    const dot = dotAt(movements, row, hour, camera, symbolScale)
    const gap = Math.hypot(dot.x - x, dot.y - y)
    if (gap > bestGap) continue
    best = row
    bestGap = gap
  }
  if (best < 0) return undefined
  return {
    kind: 'shipment',
    shipment: { a: movements.keyA[best], b: movements.keyB[best] },
    hour,
    candidate: movements.candidate[best],
    leg: movements.leg[best],
    grams: movements.grams[best],
    departAt: movements.data[best * ROW_FLOATS + DEPART_AT],
    arriveAt: movements.data[best * ROW_FLOATS + ARRIVE_AT],
  }
}

/** The mark of a shipment that was seized or delivered. */
interface MarkPick extends ShipmentPick {
  readonly kind: 'mark'
}

/** The shipment whose mark lies under the pointer; the latest where several do. */
export function pickMark(
  marks: Marks,
  hour: number,
  camera: Camera,
  x: number,
  y: number,
): MarkPick | undefined {
  let best: MarkPick | undefined
  for (let row = 0; row * MARK_FLOATS < marks.data.length; row++) {
    if (markAge(marks, row, hour) < 0) continue
    const at = row * MARK_FLOATS
    const dx = screenX(camera, marks.data[at + MARK_X]) - x
    const dy = screenY(camera, marks.data[at + MARK_Y]) - y
    const when = marks.data[at + MARK_HOUR]
    if (Math.hypot(dx, dy) > MARK_TOLERANCE || when < (best?.hour ?? 0)) continue
    best = { kind: 'mark', shipment: { a: marks.keyA[row], b: marks.keyB[row] }, hour: when }
  }
  return best
}

/** What is on show at one moment. */
interface Moment {
  readonly movements: Movements
  readonly marks: Marks
  readonly hour: number
  readonly camera: Camera
  readonly layout: Pickable & { readonly symbolScale: number }
  readonly layers: ReadonlySet<MapLayer>
}

/**
 * The shipment under the pointer, given what else lies there: a dot comes before a leg and before the
 * surroundings of a place or checkpoint, a mark only where nothing else is.
 */
export function pickShipment(
  { movements, marks, hour, camera, layout, layers }: Moment,
  target: MapTarget | undefined,
  x: number,
  y: number,
): MovingShipment | MarkPick | undefined {
  const spots = target?.kind === 'checkpoint' ? layout.checkpoints : layout.nodes
  const spot = target === undefined || target.kind === 'leg' ? undefined : spots[target.index]
  if (spot !== undefined && Math.hypot(spot.x - x, spot.y - y) <= spot.radius) return undefined
  const dot = layers.has('shipments') ? pickDot(movements, hour, camera, layout.symbolScale, x, y) : undefined
  if (dot !== undefined || target !== undefined) return dot
  return layers.has('marks') ? pickMark(marks, hour, camera, x, y) : undefined
}
