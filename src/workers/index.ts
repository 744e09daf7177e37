/** Workers: one computes the watched run, one reads files; with their messages to and from the page. */
import { createPort, type PortListener, type RenewablePort } from './port'
import { createScenarioReader, type ScenarioReader } from './reading'

export type { Loss, PortListener, RenewablePort, RunPort } from './port'
export type { FromRunWorker, Segments, ToRunWorker } from './protocol'
export type { Reading } from './reader'
export { BaseMissing, type ScenarioReader } from './reading'
export { SILENT_SECONDS } from './silence'

/** Starts the worker that owns the watched run. */
export function startRunWorker(listener: PortListener): RenewablePort {
  const start = () => new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' })
  return createPort(start, listener)
}

/** Starts the worker that reads files when the first one is to be read. */
export function startScenarioReader(onSilence: (isSilent: boolean) => void): ScenarioReader {
  const start = () => new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' })
  return createScenarioReader(start, onSilence)
}
