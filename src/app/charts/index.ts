/** Charts: the two that are always on the page, and the drawer with the others. */
export { type Charts, createCharts } from './charts'
export type { Drawer } from './drawer'
