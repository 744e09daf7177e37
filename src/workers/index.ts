/** Workers: the one that owns the watched run, and the messages it understands. */
import { createPort, type PortListener, type RenewablePort } from './port'

export { type Loss, type RenewablePort, type RunPort, SILENT_SECONDS } from './port'
export type { DayFrame, FromRunWorker, Segments, ShipmentName, StoryEvent, ToRunWorker } from './protocol'
export { eventsOf } from './story'

/** Starts the worker that owns the watched run. */
export function startRunWorker(listener: PortListener): RenewablePort {
  const start = () => new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' })
  return createPort(start, listener)
}
