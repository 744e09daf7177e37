/** Condition of the run, shown over the page. */

import './condition.css'

export { createCondition } from './condition'
