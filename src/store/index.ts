/** The store: choices and command log of the page. */
export { type Course, type CourseChange, courseChanges, sharedDays } from './course'
export { changesSinceOpened, type Origin } from './document'
export type { GiveWay } from './draft'
export { type Command, stepsOf } from './history'
export { type BundledScenario, type ReadWork, readFormerDraft, readWork } from './readWork'
export {
  type EntrySelection,
  type Selection,
  type ShipmentSelection,
  selectionName,
  shipmentSelection,
} from './selection'
export { type ColourBy, DEFAULT_SETTINGS, parseSettings, type Settings, WHEN_CHANGED } from './settings'
export { createPageStore, isDirty, isRevertible, type State, type Store } from './store'
export {
  createViewStore,
  LAYERS,
  type Layer,
  type ViewChoices,
  type ViewFilter,
  type ViewStore,
} from './view'
export { readStamp, readWhereabouts, type Whereabouts, whereaboutsText } from './whereabouts'
export { isWorkedOn, restoredWork, workTexts } from './work'
