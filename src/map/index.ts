/** Public interface of the map: `createMap`, and what it draws and reports as plain data. */
export type { Display } from './display'
export { ALL_LAYERS } from './display'
export { createMap } from './map'
export { createCurves } from './scene/curves'
export { rgbOf } from './scene/palette'
export { fillSymbol, type SymbolShape } from './scene/symbols'
export { createCardTraffic } from './traffic/card'
export { createMarks } from './traffic/marks'
export { addMovement, createMovements, type Movements, ROW_FLOATS } from './traffic/movements'
export { DOT_SHADER } from './traffic/shaders'
export type { TrafficMap } from './trafficMap'
export type {
  CheckpointState,
  LegendSymbol,
  LonLat,
  MapEditor,
  MapFilter,
  MapLayer,
  MapLook,
  MapNetwork,
  MapSketch,
  MapTarget,
  MovingShipment,
  ShipmentPick,
} from './types'
export type { Camera } from './view/camera'
export { coreBox, projectPlaces } from './view/projection'
