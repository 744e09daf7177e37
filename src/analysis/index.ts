/** From worlds and runs to numbers: measures, summaries, daily series, CSV. */
export { sumOf } from './columns'
export { type CsvOfRuns, csvOf, measuresCsv, pairedCsv, seriesCsv, tabbedOf } from './csv'
export { type KeptFromMarket, keptFromMarket, ratioInterval } from './effectiveness'
export { mainPrices } from './mainPrices'
export { GENERATED, GROUPS, type Group } from './measures/entities'
export { referencePrices } from './measures/referencePrice'
export { type GroupMeasure, MEASURES, type Measure, type MeasureName } from './measures/table'
export { type MeasureRow, measureLayout, measuresOf, rowName } from './measures/values'
export { meanOdds } from './odds'
export {
  type Displacement,
  displacement,
  type PairedMeasure,
  pairedMeasures,
  totalVariation,
} from './paired'
export type { DayFrame } from './record/dayFrame'
export type { LastSeizures } from './record/lastSeizures'
export { carriedOn, pricesAlong } from './record/prices'
export { createRecord, type RunRecord } from './record/record'
export { flowsByRoute } from './record/routes'
export { type SeizureRow, seizuresByCheckpoint, seizuresByCountry } from './record/seizures'
export { legsOf, type StreamNode, streamsOf, THROUGH, type Through } from './record/streams'
export { shareColumns, type TimeColumn, totalColumns, windowColumns } from './record/timeColumns'
export { transitHistogram } from './record/transit'
export { createSeriesRecorder, type DailySeries, dateOfDay } from './series'
export { createTally, type Summary, summarise, tQuantile95 } from './summary'
export { arrivedAtNodes, byRoute, leftNodes, seizedAtCheckpoints, soldAtNodes } from './totals'
