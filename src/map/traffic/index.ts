/** Traffic: moving dots and marks, drawn by the graphics card, or on a plain canvas where there is none. */
import { mount } from '../canvases'
import type { TrafficLayer } from './layer'
import type { Marks } from './marks'
import type { Movements } from './movements'

/**
 * A layer that outlives the graphics card's memory: whenever the card forgets it, a new one takes its place
 * on the host, as often as it takes. `onRebuilt` is called when it has to be drawn.
 */
export async function createLastingTraffic(
  host: HTMLElement,
  movements: Movements,
  marks: Marks,
  onRebuilt: () => void,
): Promise<TrafficLayer> {
  let size: Parameters<TrafficLayer['resize']> | undefined
  let isDestroyed = false
  let layer = await createTraffic(movements, marks, rebuild)
  mount(host, layer.canvas)

  function rebuild(): void {
    if (isDestroyed) return
    const lost = layer
    void createTraffic(movements, marks, rebuild).then((next) => {
      if (isDestroyed) return next.destroy()
      mount(host, next.canvas, lost.canvas.nextSibling)
      lost.destroy()
      layer = next
      if (size !== undefined) next.resize(...size)
      next.refresh(true, true)
      onRebuilt()
    })
  }

  return {
    get canvas() {
      return layer.canvas
    },
    resize(...next) {
      size = next
      layer.resize(...next)
    },
    refresh: (movementsChanged, marksChanged) => layer.refresh(movementsChanged, marksChanged),
    draw: (frame) => layer.draw(frame),
    destroy() {
      isDestroyed = true
      layer.destroy()
    },
  }
}

/**
 * The graphics card's layer, or the plain one. `onLost` is called at most once, when the card forgets the
 * layer.
 */
async function createTraffic(movements: Movements, marks: Marks, onLost: () => void): Promise<TrafficLayer> {
  try {
    const { createCardTraffic } = await import('./card')
    return await createCardTraffic(movements, marks, onLost)
  } catch {
    const { createPlainTraffic } = await import('./plain')
    return createPlainTraffic(movements, marks)
  }
}
