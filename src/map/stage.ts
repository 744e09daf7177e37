/** Stage: what the map shows at the moment; plain data that `createMap` sets and the parts of the map read. */
import type { GeoProjection } from 'd3-geo'
import type { Basemap } from './scene/basemap'
import { ALL_LAYERS, type Layout, type Scene } from './scene/layout'
import type { Palette } from './scene/palette'
import { clearMarks, createMarks, type Marks } from './traffic/marks'
import { clearMovements, createMovements, type Movements } from './traffic/movements'
import type { ColourBy, MapLayer, MapSketch, MapTarget } from './types'

export interface Stage {
  readonly movements: Movements
  readonly marks: Marks
  palette: Palette
  colourBy: ColourBy
  /** Number of the symbol whose shipments stand out. */
  pointed: number | undefined
  /** Hours since the start of the run. */
  hour: number
  layers: ReadonlySet<MapLayer>
  /** Elements that lie over the map for good. */
  covers: readonly Element[]
  scene: Scene | undefined
  basemap: Basemap | undefined
  projection: GeoProjection | undefined
  /** The scene as it was drawn last; undefined until the first picture of a network. */
  layout: Layout | undefined
  selection: MapTarget | undefined
  /** What is marked because the pointer is over it. */
  hover: MapTarget | undefined
  highlighted: readonly MapTarget[]
  sketch: MapSketch | undefined
}

export function createStage(palette: Palette): Stage {
  return {
    movements: createMovements(),
    marks: createMarks(),
    palette,
    colourBy: 'state',
    pointed: undefined,
    hour: 0,
    layers: ALL_LAYERS,
    covers: [],
    scene: undefined,
    basemap: undefined,
    projection: undefined,
    layout: undefined,
    selection: undefined,
    hover: undefined,
    highlighted: [],
    sketch: undefined,
  }
}

/** Another network: nothing moves on it, and nothing of it is chosen or drawn. */
export function setScene(stage: Stage, scene: Scene, projection: GeoProjection): void {
  stage.scene = scene
  stage.projection = projection
  stage.layout = stage.selection = stage.hover = undefined
  stage.highlighted = []
  clearTraffic(stage)
}

export function clearTraffic({ movements, marks }: Stage): void {
  clearMovements(movements)
  clearMarks(marks)
}

export const isSame = (a: MapTarget | undefined, b: MapTarget | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.kind === b.kind && a.index === b.index)
