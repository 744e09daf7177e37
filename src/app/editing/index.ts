/** Editing of the network. */
export { createEditing, type Editing } from './editing'
export { askNewScenario } from './newScenario'
