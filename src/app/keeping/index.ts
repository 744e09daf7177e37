/** Keeping: the work of this tab outlives reload, closing and crash. */
export { createKeeping } from './keeping'
export { goBackTo, whereaboutsNow } from './whereabouts'
