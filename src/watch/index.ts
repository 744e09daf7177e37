/** The watched run: its clock, its shipments and the one that is followed; knows neither page nor map. */
export { type Player, SPEEDS } from './player'
export { createRun } from './run'
export type { UnderWay } from './shipments'
export type { Failure, Run } from './types'
