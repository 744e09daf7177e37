/** On the map: controls, layers, search, labels under the pointer, and the way between scenario and map. */
export type { LayersPanel } from './layers'
export { createOnMap } from './onMap'
export type { Search } from './search'
