/** Tables of what the map shows. */
export { createTables, type Tables } from './tables'
