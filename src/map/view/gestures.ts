/** Gestures: pointer, wheel, pinch and keys on the host, turned into a few plain calls. */

export interface GestureHandlers {
  pan(dx: number, dy: number): void
  /** Zoom towards a pixel; `smooth` asks for a short flight. */
  zoom(factor: number, x: number, y: number, smooth: boolean): void
  /** One step by an arrow key, in pixels, as of a pan. */
  step(dx: number, dy: number): void
  /** Zoom about the middle by a key. */
  zoomBy(factor: number): void
  hover(x: number, y: number): void
  leave(): void
  click(x: number, y: number): void
  /** Whether a press here takes hold of what lies there; its movements are then drags, not pans. */
  grab(x: number, y: number): boolean
  drag(x: number, y: number): void
  /** A drag ended here; without a place it was broken off. */
  drop(place?: { readonly x: number; readonly y: number }): void
}

/** A press that moves less than this many pixels is a click. */
const CLICK_SLACK = 4
const WHEEL_PIXELS_PER_LINE = 16
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

/** Starts to listen; answers how to stop. */
export function listenToGestures(host: HTMLElement, handlers: GestureHandlers): () => void {
  const pressed = new Map<number, { x: number; y: number }>()
  let travelled = 0
  let moved = false
  let held = false
  const stop = new AbortController()
  const { signal } = stop

  const placeOf = (event: MouseEvent) => {
    const box = host.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  host.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return
      if (pressed.size === 0) {
        travelled = 0
        moved = false
        const { x, y } = placeOf(event)
        held = handlers.grab(x, y)
      } else letGo()
      pressed.set(event.pointerId, placeOf(event))
      if (pressed.size > 1) moved = true
    },
    { signal },
  )

  host.addEventListener(
    'pointermove',
    (event) => {
      const place = placeOf(event)
      const before = pressed.get(event.pointerId)
      if (before === undefined) {
        if (event.pointerType !== 'touch') handlers.hover(place.x, place.y)
        return
      }
      const dx = place.x - before.x
      const dy = place.y - before.y
      travelled += Math.hypot(dx, dy)
      if (!moved && travelled < CLICK_SLACK) return
      if (!moved) host.setPointerCapture(event.pointerId)
      moved = true
      const other = [...pressed].find(([id]) => id !== event.pointerId)?.[1]
      pressed.set(event.pointerId, place)
      if (held) handlers.drag(place.x, place.y)
      else if (other === undefined) handlers.pan(dx, dy)
      else pinch(before, place, other)
    },
    { signal },
  )

  /** Breaks a drag off. */
  function letGo(): void {
    if (held && moved) handlers.drop()
    held = false
  }

  function pinch(
    before: { x: number; y: number },
    now: { x: number; y: number },
    other: { x: number; y: number },
  ) {
    const spanBefore = Math.hypot(before.x - other.x, before.y - other.y)
    const span = Math.hypot(now.x - other.x, now.y - other.y)
    handlers.pan((now.x - before.x) / 2, (now.y - before.y) / 2)
    if (spanBefore > 0) handlers.zoom(span / spanBefore, (now.x + other.x) / 2, (now.y + other.y) / 2, false)
  }

  host.addEventListener(
    'pointerup',
    (event) => {
      if (!pressed.delete(event.pointerId) || pressed.size > 0) return
      const place = placeOf(event)
      if (!moved) handlers.click(place.x, place.y)
      else if (held) handlers.drop(place)
      held = false
    },
    { signal },
  )
  host.addEventListener(
    'pointercancel',
    (event) => {
      pressed.delete(event.pointerId)
      letGo()
    },
    { signal },
  )
  host.addEventListener('pointerleave', () => handlers.leave(), { signal })

  host.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const arrow = ARROWS[event.key]
      const zoom = ZOOM_KEYS[event.key]
      if (arrow === undefined && zoom === undefined) return
      event.preventDefault()
      event.stopPropagation()
      if (zoom !== undefined) return handlers.zoomBy(zoom)
      const step = STEP_PIXELS * (event.shiftKey ? LONG_STEP : 1)
      if (arrow !== undefined) handlers.step(arrow[0] * step, arrow[1] * step)
    },
    { signal },
  )

  host.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const { x, y } = placeOf(event)
      const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * WHEEL_PIXELS_PER_LINE
      const held = Math.max(-240, Math.min(240, pixels))
      handlers.zoom(Math.exp(-held * (event.ctrlKey ? PINCH_RATE : WHEEL_RATE)), x, y, false)
    },
    { signal, passive: false },
  )
  host.addEventListener(
    'dblclick',
    (event) => {
      const { x, y } = placeOf(event)
      handlers.zoom(event.shiftKey ? 0.5 : 2, x, y, true)
    },
    { signal },
  )
  return () => stop.abort()
}
