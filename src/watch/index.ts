/** The watched run: its clock, its shipments and the one that is followed; knows neither page nor map. */
export { type Following, isSameSelection, shipmentOf, shipmentSelection } from './following'
export { type Player, SPEEDS } from './player'
export { createRun } from './run'
export type { UnderWay } from './shipments'
export type { Failure, Run, RunListener } from './types'
