/** Editing of the network. */

import './editing.css'

export { createEditing, type Editing } from './editing'
export { askNewScenario } from './newScenario'
