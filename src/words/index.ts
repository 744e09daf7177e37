/** Words: numbers, dates, places, values and changes as the page says them. */

export { changesText } from './changes'
export { countryName, countryText } from './countries'
export { date } from './dates'
export { byName, capital, entryName, legName, nameOf, sentenceCase } from './names'
export { count, editableNumber, exactNumber, grouped, number, percent } from './numbers'
export { oddsRows, oddsTitle } from './odds'
export { evidenceText, rangeText } from './parameters'
export { groupText, placeWords } from './places'
export { kilograms, mass, money, scaleMass } from './quantities'
export { type Scheduled, scheduleOf } from './schedule'
export { valuesText } from './values'
