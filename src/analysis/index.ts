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
export { referencePrices } from './referencePrice'
export { type DailySeries, dateOfDay, SERIES_TOTALS, SeriesRecorder, seriesColumns } from './series'
export { type Summary, summarise, Tally, tQuantile95 } from './summary'
