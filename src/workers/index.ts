/** Workers: the one that owns the watched run, and the messages it understands. */
import type { FromRunWorker, ToRunWorker } from './protocol'

export type { DayFrame, FromRunWorker, Segments, ShipmentName, StoryEvent, ToRunWorker } from './protocol'

export { eventsOf } from './story'

/** One end of a conversation with the watched run. */
export interface RunPort {
  post(message: ToRunWorker): void
  listen(handler: (message: FromRunWorker) => void): void
}

/** Starts the worker that owns the watched run. */
export function startRunWorker(onDeath: (reason: string) => void): RunPort {
  const worker = new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' })
  worker.onerror = (event) => onDeath(event.message)
  return {
    post: (message) => worker.postMessage(message),
    listen: (handler) => {
      worker.onmessage = (event: MessageEvent<FromRunWorker>) => handler(event.data)
    },
  }
}
