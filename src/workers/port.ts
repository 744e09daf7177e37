/** Port: the page's end of the conversation with the worker that owns the watched run, and how it notices that the worker is gone. */
import type { Answered, FromRunWorker, ToRunWorker } from './protocol'
import { createWatch } from './silence'

/** One end of a conversation with the watched run. */
export interface RunPort {
  post(message: ToRunWorker): void
  listen(handler: (message: FromRunWorker) => void): void
}

/** A port whose worker can be replaced. */
export interface RenewablePort extends RunPort {
  /** Ends the worker and starts another one that knows nothing; answers of the old one are never heard. */
  renew(): void
}

/** How a worker was lost: its script never ran, it ended, or what it said cannot be read. */
export type Loss = 'notStarted' | 'ended' | 'unreadable'

export interface PortListener {
  /** The worker is gone for good; `reason` is what the browser says of it, often nothing. */
  onLoss(loss: Loss, reason: string): void
  /** The worker says nothing although an answer is due; false when it speaks again. */
  onSilence(isSilent: boolean): void
}

/** The parts of a worker that a port needs. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onmessageerror' | 'onerror'>

/** `start` begins a worker; it may throw where workers are forbidden. */
export function createPort(start: () => Thread, listener: PortListener): RenewablePort {
  let handler: (message: FromRunWorker) => void = () => undefined
  let thread: Thread | undefined
  /** Messages whose answers have not ended. */
  let due = 0
  let hasSpoken = false
  const watch = createWatch(listener.onSilence)

  function hear(message: FromRunWorker | Answered): void {
    hasSpoken = true
    if (message.type === 'answered') due -= 1
    watch.hear(due === 0)
    if (message.type !== 'answered') handler(message)
  }

  function end(): void {
    watch.renew()
    thread?.terminate()
    thread = undefined
    due = 0
  }

  function lose(loss: Loss, reason: string): void {
    end()
    listener.onLoss(loss, reason)
  }

  function begin(): void {
    hasSpoken = false
    try {
      thread = start()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      // The caller is not ready yet for what it is told while it asks.
      queueMicrotask(() => lose('notStarted', reason))
      return
    }
    const own = thread
    own.onmessage = ({ data }) => {
      if (own === thread) hear(data)
    }
    own.onmessageerror = () => {
      if (own === thread) lose('unreadable', '')
    }
    own.onerror = ({ message }) => {
      // A script that did not load has nothing to say.
      if (own === thread) lose(hasSpoken || message ? 'ended' : 'notStarted', message ?? '')
    }
  }

  begin()
  return {
    post(message) {
      if (thread === undefined) return
      due += 1
      watch.expect()
      thread.postMessage(message)
    },
    listen(next) {
      handler = next
    },
    renew() {
      end()
      begin()
    },
  }
}
