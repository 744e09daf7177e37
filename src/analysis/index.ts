/** From worlds and runs to numbers: measures, summaries, daily series, CSV. */
export { type CsvOfRuns, csvOf, measuresCsv, pairedCsv, seriesCsv, tabbedOf } from './csv'
export { type KeptFromMarket, keptFromMarket, ratioInterval } from './effectiveness'
export {
  GENERATED,
  GROUPS,
  type Group,
  listedRoutes,
  type MeasureRow,
  measureLayout,
  routeRows,
  rowName,
} from './layout'
export { measuresOf } from './measures'
export { postOdds } from './odds'
export { type Displacement, displacement, type PairedMeasure, pairedMeasures, totalVariation } from './paired'
export type { DayFrame } from './record/dayFrame'
export { type Column, roomOf, sampledDays, shareColumns, totalColumns, windowColumns } from './record/flows'
export type { LastSeizures } from './record/lastSeizures'
export { carriedOn, priceLadder } from './record/prices'
export { createRecord, type RunRecord, sumOf, WINDOW_DAYS } from './record/record'
export { flowsByRoute } from './record/routes'
export { type SeizureRow, seizuresByCountry, seizuresByPost } from './record/seizures'
export { legsOf, type StreamNode, streamsOf, THROUGH, type Through } from './record/streams'
export { transitHistogram } from './record/transit'
export { referencePrices } from './referencePrice'
export { type DailySeries, dateOfDay, SERIES_TOTALS, SeriesRecorder, seriesColumns } from './series'
export { type Summary, summarise, Tally, tQuantile95 } from './summary'
