/** Headline numbers of the run, and what is read out of it. */

import './headline.css'

export { createHeadline } from './headline'
export { createSpoken } from './summary'
