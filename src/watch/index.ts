/** The watched run: its clock, its shipments and the one that is followed; knows neither page nor map. */
export { createFollowing, type Following, isSameSelection, shipmentOf, shipmentSelection } from './following'
export { createPlayer, type Player, SPEEDS } from './player'
