/** The parameter panel, generated from the schema. */
export { h, icon } from './element'
export { createPanel, type Panel } from './panel'
export type { DerivedRow, Entry } from './tab'
export { createTabList } from './tablist'
