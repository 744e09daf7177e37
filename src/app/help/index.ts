/** Help and the tour. */
export { createHelp } from './dialog'
export { createTour, type Tour } from './tour'
