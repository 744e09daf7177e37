/** The store: choices and command log of the page. */
export { changesBetween, differencesBetween, type SettingChange } from './changes'
export { type Command, type History, type Origin, stepsOf } from './history'
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
  isRevertible,
  type Rejected,
  type Selection,
  type State,
  type Store,
} from './store'
export {
  changesText,
  countryName,
  countryText,
  dateText,
  grouped,
  groupText,
  nameOf,
  numberText,
  placeWords,
  selectorText,
  shortNumber,
  spaced,
  valuesText,
  valueText,
} from './words'
