/** Picture: the canvases of the base map and of the network above it. */

import { boxesOf, contextOf, mount } from '../canvases'
import type { Due } from '../frames'
import type { MapState } from '../mapState'
import type { Camera } from '../view/camera'
import { drawScene } from './drawing'
import { type Layout, layOut, type Shown } from './layout'
import type { Typeface } from './names'
import type { Scene } from './scene'
import { drawSketch } from './sketch'

const MAX_PIXEL_RATIO = 2

export interface Picture {
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number
  /** When names were placed last, as of `performance.now`. */
  readonly namedAt: number
  /** Takes the size of the host; what was drawn is gone. */
  resize(): void
  drawBase(camera: Camera): void
  /** Draws the parts of the scene that are due, and returns its layout. */
  drawScene(scene: Scene, camera: Camera, due: Due, now: number): Layout
  /** Layout of the scene, also between a new network and its first picture. */
  layout(camera: Camera): Layout | undefined
  /** What is on show, with `others` over it, in device pixels. */
  copied(...others: readonly HTMLCanvasElement[]): CanvasRenderingContext2D
  remove(): void
}

export function createPicture(host: HTMLElement, mapState: MapState): Picture {
  const baseCanvas = document.createElement('canvas')
  const sceneCanvas = document.createElement('canvas')
  const canvases = [baseCanvas, sceneCanvas] as const
  const base = contextOf(baseCanvas)
  const above = contextOf(sceneCanvas)
  let pixelRatio = 1
  let namedAt = 0
  for (const canvas of canvases) mount(host, canvas)

  function typeface(): Typeface {
    const style = getComputedStyle(host)
    return { family: style.fontFamily, scale: Math.max(0.75, Number.parseFloat(style.fontSize) / 16 || 1) }
  }

  function laidOut(scene: Scene, camera: Camera, type: Typeface, due: Due, now: number): Layout {
    if (!due.layout && mapState.layout !== undefined) return mapState.layout
    const names = due.names ? undefined : mapState.layout?.names
    if (names === undefined) namedAt = now
    return layOut(shownOf(scene, names === undefined), camera, above, type, names)
  }

  /** Elements over the map matter only where names are placed. */
  function shownOf(scene: Scene, isNamed: boolean): Shown {
    const { display, scaleEnd } = mapState
    return { scene, display, scaleEnd, covered: isNamed ? boxesOf(display.overlays, host) : [] }
  }

  return {
    get pixelRatio() {
      return pixelRatio
    },
    get namedAt() {
      return namedAt
    },
    resize() {
      pixelRatio = Math.min(MAX_PIXEL_RATIO, devicePixelRatio || 1)
      for (const canvas of canvases) {
        canvas.width = Math.round(host.clientWidth * pixelRatio)
        canvas.height = Math.round(host.clientHeight * pixelRatio)
      }
    },
    drawBase(camera) {
      if (mapState.basemap === undefined) return
      base.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
      mapState.basemap.draw(base, camera, mapState.palette, mapState.display.layers)
    },
    drawScene(scene, camera, due, now) {
      const type = typeface()
      const layout = laidOut(scene, camera, type, due, now)
      mapState.layout = layout
      if (!due.scene && !due.layout) return layout
      const { display, palette, hover, projection } = mapState
      const { sketch } = display
      above.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
      drawScene(above, scene, display, layout, palette, type, hover)
      if (sketch !== undefined && projection !== undefined)
        drawSketch(above, sketch, projection, camera, palette)
      return layout
    },
    layout(camera) {
      const { scene } = mapState
      if (scene !== undefined) mapState.layout ??= layOut(shownOf(scene, true), camera, above, typeface())
      return mapState.layout
    },
    copied(...others) {
      const copy = document.createElement('canvas')
      copy.width = baseCanvas.width
      copy.height = baseCanvas.height
      const context = contextOf(copy)
      for (const canvas of [...canvases, ...others]) context.drawImage(canvas, 0, 0)
      context.scale(pixelRatio, pixelRatio)
      return context
    },
    remove() {
      for (const canvas of canvases) canvas.remove()
    },
  }
}
