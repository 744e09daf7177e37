/** A port to a watched run in the same thread, whose answers wait until they are delivered, as a worker's do. */
import type { FromRunWorker, PortListener, RenewablePort, ToRunWorker } from '../../src/workers'
import { createWatchedRun } from '../../src/workers/watched'

export function createRunPort() {
  const inbox: FromRunWorker[] = []
  const sent: ToRunWorker[] = []
  let renewals = 0
  let handler: (message: FromRunWorker) => void = () => undefined
  let listener: PortListener = { onLoss: () => undefined, onSilence: () => undefined }
  let answer = createWatchedRun((message) => inbox.push(message))
  const port: RenewablePort = {
    post(message) {
      sent.push(message)
      answer(message)
    },
    listen(next) {
      handler = next
    },
    renew() {
      renewals++
      inbox.length = 0
      answer = createWatchedRun((message) => inbox.push(message))
    },
  }
  return {
    port,
    /** What the page has asked for. */
    sent,
    /** As the page opens its port. */
    open(next: PortListener) {
      listener = next
      return port
    },
    /** How often the worker has been replaced. */
    get renewals() {
      return renewals
    },
    deliver() {
      for (let next = inbox.shift(); next !== undefined; next = inbox.shift()) handler(next)
    },
    deliverOne() {
      const next = inbox.shift()
      if (next !== undefined) handler(next)
    },
    /** The model refuses to go on from the end of `day`. */
    refuse(day: number, message: string) {
      handler({ type: 'failed', generation: sent.at(-1)?.generation ?? 0, day, message })
    },
    /** What only a real worker can do by itself. */
    get worker(): PortListener {
      return listener
    },
  }
}
