/** Charts: drawing only. Loaded once the page is ready, so that the first picture does not wait for them. */
export type { ChartLook, ChartPicture } from './look'
export type { Draw, MarkChart } from './markChart'
export type { TimeChart } from './timeChart'

/** Charts over time, with their drawing library. */
export const loadTimeCharts = () => import('./timeChart')

/** All other charts. */
export const loadMarkCharts = () => import('./markCharts')

/** The writer of pictures. */
export const loadPictures = () => import('./picture')
