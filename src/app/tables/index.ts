/** Tables of what the map shows. */

import './tables.css'

export { createTables, type Tables } from './tables'
