/** Charts: the two that are always on the page, and the drawer with the others. */
export { createDrawer, type Drawer } from './drawer'
export { createPlots } from './plots'
export type { ChartLinks } from './scene'
