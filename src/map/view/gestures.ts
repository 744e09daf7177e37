/** Gestures: pointer, wheel, pinch and keys on the host, translated into a few plain calls. */
import { createPresses, type Place, type PressHandlers } from './presses'

export interface GestureHandlers extends PressHandlers {
  /** One step by an arrow key, in pixels, as of a pan. */
  step(dx: number, dy: number): void
  /** Zoom about the middle by a key. */
  zoomBy(factor: number): void
  hover(x: number, y: number): void
  leave(): void
}

const WHEEL_PIXELS_PER_LINE = 16
const MAX_WHEEL_PIXELS = 240
const WHEEL_RATE = 0.0016
const PINCH_RATE = 0.01
const STEP_PIXELS = 80
const LONG_STEP = 4
const KEY_ZOOM = 1.5
/** Where the picture goes by each arrow key: the view moves as the arrow points. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}
const ZOOM_KEYS: Readonly<Record<string, number>> = { '+': KEY_ZOOM, '=': KEY_ZOOM, '-': 1 / KEY_ZOOM }

/** Starts to listen; returns how to stop. */
export function listenToGestures(host: HTMLElement, handlers: GestureHandlers): () => void {
  const stop = new AbortController()
  const options = { signal: stop.signal, passive: false }
  const presses = createPresses(handlers)

  function placeOf(event: MouseEvent): Place {
    const box = host.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  function onMove(event: PointerEvent): void {
    const place = placeOf(event)
    const movement = presses.move(event.pointerId, place)
    if (movement === 'free' && event.pointerType !== 'touch') handlers.hover(place.x, place.y)
    if (movement === 'moved' && !host.hasPointerCapture(event.pointerId))
      host.setPointerCapture(event.pointerId)
  }

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const arrow = ARROWS[event.key]
    const zoom = ZOOM_KEYS[event.key]
    if (arrow === undefined && zoom === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (zoom !== undefined) handlers.zoomBy(zoom)
    const step = STEP_PIXELS * (event.shiftKey ? LONG_STEP : 1)
    if (arrow !== undefined) handlers.step(arrow[0] * step, arrow[1] * step)
  }

  function onWheel(event: WheelEvent): void {
    event.preventDefault()
    const { x, y } = placeOf(event)
    const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * WHEEL_PIXELS_PER_LINE
    const held = Math.max(-MAX_WHEEL_PIXELS, Math.min(MAX_WHEEL_PIXELS, pixels))
    handlers.zoom(Math.exp(-held * (event.ctrlKey ? PINCH_RATE : WHEEL_RATE)), x, y, false)
  }

  function onDoubleClick(event: MouseEvent): void {
    const { x, y } = placeOf(event)
    handlers.zoom(event.shiftKey ? 0.5 : 2, x, y, true)
  }

  host.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button === 0) presses.down(event.pointerId, placeOf(event))
    },
    options,
  )
  host.addEventListener('pointermove', onMove, options)
  host.addEventListener('pointerup', (event) => presses.up(event.pointerId, placeOf(event)), options)
  host.addEventListener('pointercancel', ({ pointerId }) => presses.cancel(pointerId), options)
  host.addEventListener('pointerleave', handlers.leave, options)
  host.addEventListener('keydown', onKey, options)
  host.addEventListener('wheel', onWheel, options)
  host.addEventListener('dblclick', onDoubleClick, options)
  return () => stop.abort()
}
