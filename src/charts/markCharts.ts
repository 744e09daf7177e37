/** Mark charts: all charts that are not over time, as one part that is loaded when it is first wanted. */
export { barsDrawing } from './bars'
export { columnsDrawing } from './columns'
export { createMarkChart } from './markChart'
export { stepsDrawing } from './steps'
export { streamsDrawing } from './streams'
