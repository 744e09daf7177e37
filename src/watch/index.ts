/** The watched run: its clock, its shipments and the one that is followed; knows neither page nor map. */
export { type Following, isSameSelection, shipmentOf, shipmentSelection } from './following'
export { type Player, SPEEDS } from './player'
export { createRun, type Failure, type Run, type RunListener } from './run'
export type { UnderWay } from './shipments'
