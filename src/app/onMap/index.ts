/** On the map: controls, layers, search, labels under the pointer, and the way between scenario and map. */
export { drawRun } from './drawRun'
export { nodesOfLegs, trailOf } from './filters'
export { createHover } from './hover'
export { drawMapImage, pngOf } from './image'
export { createLayersPanel, type LayersPanel } from './layers'
export { createMapControls } from './legend'
export { createSearch, type Search } from './search'
export { clickedOn, selectionOf, targetOf } from './targets'
