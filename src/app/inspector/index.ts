/** Inspector: the card of what is selected. */

import './inspector.css'

export { createInspector } from './inspector'
