/** Help and the tour. */

import './help.css'

export { createHelp } from './dialog'
export { createTour, type Tour } from './tour'
