/** Edits of the network: places, checkpoints, legs and routes. */
export type { Added } from './added'
export { estimatedLeg, givenLegsAt, isEstimated } from './estimate'
export { addLeg, estimateLeg, joins, setLegMode } from './legs'
export { addCheckpoint, addNode, moveNode, type NewNode, nameNode, setNodeCountry } from './places'
export { addRoute, setRouteUser } from './routes'
