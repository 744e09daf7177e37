/** Charts: the two that are always on the page, and the drawer with the others. */

import './figures.css'
import './drawer.css'

export { createCharts } from './charts'
export type { Drawer } from './drawer'
