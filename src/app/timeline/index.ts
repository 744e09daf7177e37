/** Timeline: transport, days and schedule of the run. */
export { createSchedule } from './schedule'
export { createTransport } from './transport'
