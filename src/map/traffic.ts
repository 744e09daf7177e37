/** Traffic: the layer of moving dots and marks; drawn by the graphics card, or by a plain canvas where there is none. */
import type { Camera } from './camera'
import type { Marks } from './marks'
import type { Movements } from './movements'
import type { Palette } from './palette'
import type { ColourBy, MapLayer } from './types'

/** What a frame of traffic depends on. */
export interface TrafficFrame {
  readonly camera: Camera
  readonly hour: number
  readonly palette: Palette
  readonly colourBy: ColourBy
  readonly layers: ReadonlySet<MapLayer>
  /** Size of symbols at this zoom, about 1. */
  readonly symbolScale: number
}

export interface TrafficLayer {
  readonly canvas: HTMLCanvasElement
  resize(width: number, height: number, pixelRatio: number): void
  /** Tells that rows of the movements or of the marks have changed. */
  refresh(movements: boolean, marks: boolean): void
  draw(frame: TrafficFrame): void
  destroy(): void
}

/** The graphics card's layer, or the plain one. `onLost` is called at most once, when the card forgets the layer. */
export async function createTraffic(
  movements: Movements,
  marks: Marks,
  onLost: () => void,
): Promise<TrafficLayer> {
  try {
    const { createCardTraffic } = await import('./traffic-card')
    return await createCardTraffic(movements, marks, onLost)
  } catch {
    const { createPlainTraffic } = await import('./traffic-plain')
    return createPlainTraffic(movements, marks)
  }
}
