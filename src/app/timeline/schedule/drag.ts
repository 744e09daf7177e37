/** Dragging blocks: pointer movements as whole days, shown at once and done when the pointer is released. */
import type { Block } from './blocks'
import { gripAt, type Place } from './lanes'
import type { Part } from './reshape'

/** Pixels that a pointer may tremble without moving anything. */
const SLACK_PIXELS = 3
/** How wide the ends of a block are, for a mouse and for a finger. */
const MOUSE_REACH = 8
const TOUCH_REACH = 24

export interface DragHost {
  /** The block of an element, and where it lies. */
  blockOf(element: Element): { readonly block: Block; readonly place: Place } | undefined
  pixelsPerDay(): number
  preview(block: Block, part: Part, days: number): void
  commit(block: Block, part: Part, days: number): void
  /** The drag was given up: everything back in place. */
  cancel(): void
}

interface Drag {
  readonly block: Block
  readonly part: Part
  readonly pointer: number
  readonly startX: number
  moved: boolean
  days: number
}

/** Lets the blocks in `area` be dragged. */
export function letDrag(area: HTMLElement, host: DragHost): void {
  let drag: Drag | undefined

  function gripOf(event: PointerEvent): { readonly block: Block; readonly part: Part } | undefined {
    const element = event.target instanceof Element ? event.target.closest('.block') : null
    const found = element === null ? undefined : host.blockOf(element)
    if (found === undefined || element === null || found.block.isFixed) return undefined
    const x = event.clientX - element.getBoundingClientRect().left
    const reach = event.pointerType === 'touch' ? TOUCH_REACH : MOUSE_REACH
    return { block: found.block, part: gripAt(x, found.place, reach) }
  }

  function stop(): void {
    drag = undefined
    area.classList.remove('dragging')
    window.removeEventListener('keydown', onKey, true)
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    stop()
    host.cancel()
  }

  area.addEventListener('pointerdown', (event) => {
    const grip = event.button === 0 && event.isPrimary ? gripOf(event) : undefined
    if (grip === undefined) return
    // The block itself takes the pointer, so that clicks stay clicks on it.
    if (event.target instanceof Element) event.target.closest('.block')?.setPointerCapture(event.pointerId)
    drag = { ...grip, pointer: event.pointerId, startX: event.clientX, moved: false, days: 0 }
    window.addEventListener('keydown', onKey, true)
  })
  area.addEventListener('pointermove', (event) => {
    if (drag === undefined) {
      area.dataset.grip = gripOf(event)?.part ?? ''
      return
    }
    if (event.pointerId !== drag.pointer) return
    const pixels = event.clientX - drag.startX
    if (!drag.moved && Math.abs(pixels) < SLACK_PIXELS) return
    drag.moved = true
    drag.days = Math.round(pixels / host.pixelsPerDay())
    area.classList.add('dragging')
    host.preview(drag.block, drag.part, drag.days)
  })
  area.addEventListener('pointerup', (event) => {
    if (drag === undefined || event.pointerId !== drag.pointer) return
    const { block, part, days, moved } = drag
    stop()
    if (moved && days !== 0) host.commit(block, part, days)
    else if (moved) host.cancel()
  })
  area.addEventListener('pointercancel', () => {
    if (drag === undefined) return
    stop()
    host.cancel()
  })
}
