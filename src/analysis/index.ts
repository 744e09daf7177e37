/** From worlds and runs to numbers: measures, summaries, daily series, CSV. */
export { csvOf, measuresCsv, seriesCsv } from './csv'
export {
  GENERATED,
  GROUPS,
  type Group,
  listedRoutes,
  type MeasureRow,
  measureLayout,
  measuresOf,
  postOdds,
  routeRows,
  usualMode,
} from './measures'
export { type DailySeries, dateOfDay, SERIES_TOTALS, SeriesRecorder, seriesColumns } from './series'
export { type Summary, summarise, tQuantile95 } from './summary'
