/** On the map: controls, layers, search, labels under the pointer, and the way between scenario and map. */
export { mapFilterOf, nodesOfLegs, trailOf } from './filters'
export { createHover } from './hover'
export { drawMapImage, pngOf } from './image'
export { createLayersPanel, type LayersPanel } from './layers'
export { createMapControls } from './legend'
export { createSearch, type Search } from './search'
export { checkpointStates, clickedOn, networkOf, selectionOf, targetOf } from './targets'
