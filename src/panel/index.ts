/** The parameter panel, generated from the schema. */

import './panel.css'
import './row.css'
import './lists.css'
import './tweakpane.css'

export { LOCK_PATH } from './control'
export type { DerivedRow } from './derived'

export { createPanel, type Panel } from './panel'
export { entrySettings, globalSettings } from './rows'
export { entriesOf, GROUP_FIELDS, groupsOf, type Scope } from './scope'
export { ENTRY_SECTIONS, type EntrySection } from './sections'
