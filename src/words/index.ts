/** Words: numbers, dates, places, values and changes as the page says them. */

export { legName } from './legs'
export { type LabelledValue, oddsRows, oddsTitle } from './odds'
export { evidenceText, rangeText } from './parameters'
export { capital, count, date, kilograms, mass, money, number, percent, scaleMass } from './quantities'
export { type Scheduled, scheduleOf } from './schedule'
export {
  byName,
  changesText,
  countryName,
  countryText,
  entryName,
  groupText,
  nameOf,
  numberText,
  placeWords,
  shortNumber,
  spaced,
  valuesText,
} from './values'
