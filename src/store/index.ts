/** The store: choices and command log of the page. */
export { changesBetween } from './changes'
export type { Origin } from './history'
export {
  type ColourBy,
  DEFAULT_SETTINGS,
  parseSettings,
  type Settings,
  WHEN_CHANGED,
} from './settings'
export {
  createPageStore,
  isDirty,
  type Rejected,
  type Selection,
  type State,
  type Store,
} from './store'
export {
  createViewStore,
  LAYERS,
  type Layer,
  type ViewChoices,
  type ViewFilter,
  type ViewStore,
} from './view'
