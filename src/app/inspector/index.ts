/** Inspector: the card of what is selected. */
export { createInspector } from './inspector'
