/** Public interface of the map: `createMap`, and what it draws and reports as plain data. */
export { createMap } from './map'
export { fillSymbol, type SymbolShape } from './scene/symbols'
export type { TrafficMap } from './trafficMap'
export type {
  CheckpointState,
  LegendSymbol,
  LonLat,
  MapEditor,
  MapFilter,
  MapNetwork,
  MapTarget,
  MovingShipment,
} from './types'
