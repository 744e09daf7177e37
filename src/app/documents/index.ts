/** Documents: scenarios from the bundle and from files, and out again. */

import './documents.css'

export { showAbout } from './about'
export { FIRST_SCENARIO } from './bundled'
export { createDocuments, type Documents } from './documents'
export { createLibrary } from './library'
