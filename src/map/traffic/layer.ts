/** Traffic layer: what draws moving dots and marks, by whatever means. */
import type { Palette } from '../scene/palette'
import type { ColourBy, MapLayer } from '../types'
import type { Camera } from '../view/camera'

/** What a frame of traffic depends on. */
export interface TrafficFrame {
  readonly camera: Camera
  readonly hour: number
  readonly palette: Palette
  readonly colourBy: ColourBy
  /** Number of the symbol whose shipments stand out; undefined when all do. */
  readonly pointed?: number | undefined
  readonly layers: ReadonlySet<MapLayer>
  /** Size of symbols at this zoom, about 1. */
  readonly symbolScale: number
}

export interface TrafficLayer {
  readonly canvas: HTMLCanvasElement
  resize(width: number, height: number, pixelRatio: number): void
  /** Call when rows of the movements or of the marks have changed. */
  refresh(movements: boolean, marks: boolean): void
  draw(frame: TrafficFrame): void
  destroy(): void
}
