/** Tables of what the map shows. */
export { tableSceneOf } from './scene'
export { createTables, type Tables } from './tables'
