/** The parameter panel, generated from the schema. */
export type { DerivedRow } from './derived'
export { h, icon } from './element'
export { createPanel, type Panel } from './panel'
export type { Scope } from './scope'
export { createTabList } from './tablist'
