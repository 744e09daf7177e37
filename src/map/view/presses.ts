/**
 * Presses: one, two or more pointers held down, distinguished as clicks, pans, pinches and drags. Knows no
 * DOM.
 */

/** Position in pixels of the map. */
export interface Place {
  readonly x: number
  readonly y: number
}

export interface PressHandlers {
  pan(dx: number, dy: number): void
  /** Zoom towards a pixel; `smooth` asks for a short flight. */
  zoom(factor: number, x: number, y: number, smooth: boolean): void
  click(x: number, y: number): void
  /** Whether a press here grabs something; its movements are then drags, not pans. */
  grab(x: number, y: number): boolean
  drag(x: number, y: number): void
  /** A drag ended here; without a place it was broken off. */
  drop(place?: Place): void
}

export interface Presses {
  down(pointer: number, place: Place): void
  /**
   * Returns what the movement is: of no pressed pointer, too short to be more than a click, or a real one.
   */
  move(pointer: number, place: Place): 'free' | 'slight' | 'moved'
  up(pointer: number, place: Place): void
  /** The pointer is lost. */
  cancel(pointer: number): void
}

/** A press that moves less than this many pixels is a click. */
const CLICK_SLACK = 4

export function createPresses(handlers: PressHandlers): Presses {
  const pressed = new Map<number, Place>()
  let travelled = 0
  let hasMoved = false
  let isHeld = false

  /** Breaks a drag off. */
  function release(): void {
    if (isHeld && hasMoved) handlers.drop()
    isHeld = false
  }

  function pinch(before: Place, now: Place, other: Place): void {
    const spanBefore = Math.hypot(before.x - other.x, before.y - other.y)
    const span = Math.hypot(now.x - other.x, now.y - other.y)
    handlers.pan((now.x - before.x) / 2, (now.y - before.y) / 2)
    if (spanBefore > 0) handlers.zoom(span / spanBefore, (now.x + other.x) / 2, (now.y + other.y) / 2, false)
  }

  return {
    down(pointer, place) {
      if (pressed.size === 0) {
        travelled = 0
        hasMoved = false
        isHeld = handlers.grab(place.x, place.y)
      } else {
        release()
        hasMoved = true
      }
      pressed.set(pointer, place)
    },
    move(pointer, place) {
      const before = pressed.get(pointer)
      if (before === undefined) return 'free'
      const dx = place.x - before.x
      const dy = place.y - before.y
      travelled += Math.hypot(dx, dy)
      if (!hasMoved && travelled < CLICK_SLACK) return 'slight'
      hasMoved = true
      pressed.set(pointer, place)
      const other = [...pressed].find(([id]) => id !== pointer)?.[1]
      if (isHeld) handlers.drag(place.x, place.y)
      else if (other === undefined) handlers.pan(dx, dy)
      else pinch(before, place, other)
      return 'moved'
    },
    up(pointer, place) {
      if (!pressed.delete(pointer) || pressed.size > 0) return
      if (!hasMoved) handlers.click(place.x, place.y)
      else if (isHeld) handlers.drop(place)
      isHeld = false
    },
    cancel(pointer) {
      pressed.delete(pointer)
      release()
    },
  }
}
