/** Timeline: transport, days and schedule of the run. */
export { createTimeline } from './timeline'
