/** Worker that computes the watched run; see `watched.ts`. */
import type { Answered, FromRunWorker, ToRunWorker } from './protocol'
import { createWatchedRun } from './watched'

const answer = createWatchedRun((message: FromRunWorker, transfer) => self.postMessage(message, { transfer }))
const answered: Answered = { type: 'answered' }
self.onmessage = (event: MessageEvent<ToRunWorker>) => {
  answer(event.data)
  self.postMessage(answered)
}
