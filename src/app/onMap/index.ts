/** On the map: controls, layers, search, labels under the pointer, and the way between scenario and map. */

import './map.css'
import './search.css'
import './layers.css'

export type { LayersPanel } from './layers'
export { createOnMap } from './onMap'
export type { Search } from './search'
