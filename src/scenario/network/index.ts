/** Edits of the network: places, checkpoints, legs and routes. */
export type { Added } from './added'
export { estimatedLeg, givenLegsAt, isEstimated } from './estimate'
export { addLeg, estimateLeg, joins, type NewLeg, setLegMode } from './legs'
export { addCheckpoint, addNode, moveNode, type NewNode, nameNode, setNodeCountry } from './places'
export { addRoute, type NewRoute, setRouteUser } from './routes'
