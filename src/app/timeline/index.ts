/** Timeline: transport, days and schedule of the run. */

import './timeline.css'

export { createTimeline } from './timeline'
