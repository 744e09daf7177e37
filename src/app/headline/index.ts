/** Headline numbers of the run, and what is read out of it. */
export { createHeadline } from './headline'
export { createSpoken } from './summary'
