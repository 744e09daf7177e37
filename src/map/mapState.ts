/**
 * State of the map: its network and what is shown of it at the moment; plain data that `createMap` sets and
 * its parts read.
 */
import type { GeoProjection } from 'd3-geo'
import { type Display, FIRST_DISPLAY, unknownNetwork } from './display'
import type { Basemap } from './scene/basemap'
import type { Layout } from './scene/layout'
import type { Palette } from './scene/palette'
import { scaleEnd } from './scene/scales'
import type { Scene } from './scene/scene'
import { clearMarks, createMarks, type Marks } from './traffic/marks'
import { clearMovements, createMovements, type Movements } from './traffic/movements'
import type { MapTarget } from './types'

export interface MapState {
  readonly movements: Movements
  readonly marks: Marks
  display: Display
  palette: Palette
  /** Hours since the start of the run. */
  hour: number
  /** Upper end of the width scale in grams per month; 0 before the first flows. */
  scaleEnd: number
  scene: Scene | undefined
  basemap: Basemap | undefined
  projection: GeoProjection | undefined
  /** The scene as it was drawn last; undefined until the first picture of a network. */
  layout: Layout | undefined
  /** What is marked because the pointer is over it. */
  hover: MapTarget | undefined
}

export function createMapState(palette: Palette): MapState {
  return {
    movements: createMovements(),
    marks: createMarks(),
    display: FIRST_DISPLAY,
    palette,
    hour: 0,
    scaleEnd: 0,
    scene: undefined,
    basemap: undefined,
    projection: undefined,
    layout: undefined,
    hover: undefined,
  }
}

/** Another network: nothing moves on it, and nothing of it is known, chosen or drawn. */
export function setScene(mapState: MapState, scene: Scene, projection: GeoProjection): void {
  mapState.scene = scene
  mapState.projection = projection
  mapState.layout = mapState.hover = undefined
  mapState.scaleEnd = 0
  mapState.display = { ...mapState.display, ...unknownNetwork(scene.network.legs.length) }
  clearTraffic(mapState)
}

export function clearTraffic({ movements, marks }: MapState): void {
  clearMovements(movements)
  clearMarks(marks)
}

/** Takes the scale of the widths to new flows; returns whether it changed. */
export function rescale(mapState: MapState): boolean {
  const end = scaleEnd(mapState.display.gramsPerMonth, mapState.scaleEnd)
  const isOther = end !== mapState.scaleEnd
  mapState.scaleEnd = end
  return isOther
}

export const isSame = (a: MapTarget | undefined, b: MapTarget | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.kind === b.kind && a.index === b.index)
