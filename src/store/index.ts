/** The store: choices and command log of the page. */
export { changesBetween } from './changes'
export type { Command, Document, Origin } from './history'
export {
  type ColourBy,
  DEFAULT_SETTINGS,
  parseSettings,
  type Settings,
  type Theme,
  WHEN_CHANGED,
  type WhenChanged,
} from './settings'
export {
  createPageStore,
  isDirty,
  type Outcome,
  type Rejected,
  type Selection,
  type SelectionKind,
  type State,
  type Store,
} from './store'
