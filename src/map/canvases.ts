/**
 * Canvases: the stack of drawings that fills the host, the elements over it, and the ring around a followed
 * shipment.
 */
import type { Box } from './scene/labels'

export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser has no 2D canvas')
  return context
}

/** Lays a canvas over the host, below `before`; the pointer goes through it. */
export function mount(host: HTMLElement, canvas: HTMLCanvasElement, before: Node | null = null): void {
  canvas.style.position = 'absolute'
  canvas.style.inset = '0'
  canvas.style.width = '100%'
  canvas.style.height = '100%'
  canvas.style.pointerEvents = 'none'
  canvas.setAttribute('aria-hidden', 'true')
  host.insertBefore(canvas, before)
}

/** Where elements lie over the host, in its pixels. */
export function boxesOf(overlays: readonly Element[], host: HTMLElement): Box[] {
  const { left: x, top: y } = host.getBoundingClientRect()
  return overlays.map((cover) => {
    const { left, top, right, bottom } = cover.getBoundingClientRect()
    return { left: left - x, top: top - y, right: right - x, bottom: bottom - y }
  })
}

const RING_PIXELS = 22

export interface Ring {
  /** Puts the ring around a place in CSS pixels, or takes it away. */
  show(place: { readonly x: number; readonly y: number } | undefined, colour: string): void
  /** Draws the ring at its place, for a picture of the map. */
  drawOn(context: CanvasRenderingContext2D): void
}

export function createRing(host: HTMLElement): Ring {
  const element = document.createElement('div')
  const { style } = element
  style.position = 'absolute'
  style.width = style.height = `${RING_PIXELS}px`
  style.left = style.top = `${-RING_PIXELS / 2}px`
  style.boxSizing = 'border-box'
  style.borderRadius = '50%'
  style.border = '2px solid'
  style.pointerEvents = 'none'
  element.hidden = true
  element.dataset.testid = 'ring'
  host.append(element)
  let shown: { readonly x: number; readonly y: number } | undefined
  return {
    show(place, colour) {
      shown = place
      element.hidden = place === undefined
      if (place === undefined) return
      style.borderColor = colour
      style.transform = `translate(${place.x}px, ${place.y}px)`
    },
    drawOn(context) {
      if (shown === undefined) return
      context.beginPath()
      context.arc(shown.x, shown.y, RING_PIXELS / 2 - 1, 0, 2 * Math.PI)
      context.strokeStyle = style.borderColor
      context.lineWidth = 2
      context.stroke()
    },
  }
}
