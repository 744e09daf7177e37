/** Condition of the run, shown over the page. */
export { createCondition } from './condition'
