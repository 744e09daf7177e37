/** From worlds and runs to numbers: measures, summaries, daily series, CSV. */
export { measuresCsv, seriesCsv } from './csv'
export {
  GENERATED,
  GROUPS,
  type Group,
  listedRoutes,
  type MeasureRow,
  measureLayout,
  routeRows,
} from './layout'
export { measuresOf, postOdds } from './measures'
export { referencePrices } from './referencePrice'
export { type DailySeries, dateOfDay, SERIES_TOTALS, SeriesRecorder, seriesColumns } from './series'
export { type Summary, summarise, tQuantile95 } from './summary'
