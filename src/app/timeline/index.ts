/** Timeline: transport, days and schedule of the run. */

import './transport.css'
import './timeline.css'

export { createTimeline } from './timeline'
