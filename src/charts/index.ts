/** Charts: drawing only. Loaded when the page stands, so that the first picture does not wait for them. */
export type { Chart, ChartLook, ChartSeries } from './chart'

/** The chart builder with its drawing library. */
export async function loadCharts() {
  const { createChart } = await import('./chart')
  return createChart
}
