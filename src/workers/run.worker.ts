/** Worker that owns the watched run; see `watched.ts`. */
import type { FromRunWorker, ToRunWorker } from './protocol'
import { createWatchedRun } from './watched'

const answer = createWatchedRun((message: FromRunWorker, transfer) => self.postMessage(message, { transfer }))
self.onmessage = (event: MessageEvent<ToRunWorker>) => answer(event.data)
