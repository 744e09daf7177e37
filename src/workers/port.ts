/** Port: the page's side of the worker that computes the watched run; notices when that worker is gone. */
import type { Answered, FromRunWorker, ToRunWorker } from './protocol'
import { createSilenceTimer } from './silence'

/** Sends messages to the watched run and receives its answers. */
export interface RunPort {
  post(message: ToRunWorker): void
  listen(handler: (message: FromRunWorker) => void): void
}

/** A port whose worker can be replaced. */
export interface RenewablePort extends RunPort {
  /** Ends the worker and starts another that knows nothing; later answers of the old one are ignored. */
  renew(): void
}

/** How a worker was lost: its script never ran, it ended, or its message cannot be read. */
export type Loss = 'notStarted' | 'ended' | 'unreadable'

export interface PortListener {
  /** The worker is gone for good; `reason` is what the browser says about it, often nothing. */
  onLoss(loss: Loss, reason: string): void
  /** True when the worker does not answer in time, false when it answers again. */
  onSilence(isSilent: boolean): void
}

/** The parts of a worker that a port needs. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onmessageerror' | 'onerror'>

/** `start` begins a worker; it may throw where workers are forbidden. */
export function createPort(start: () => Thread, listener: PortListener): RenewablePort {
  let handler: (message: FromRunWorker) => void = () => undefined
  let thread: Thread | undefined
  /** Messages that have not been answered in full. */
  let due = 0
  let hasSpoken = false
  const silence = createSilenceTimer(listener.onSilence)

  function hear(message: FromRunWorker | Answered): void {
    hasSpoken = true
    if (message.type === 'answered') due -= 1
    silence.hear(due === 0)
    if (message.type !== 'answered') handler(message)
  }

  function end(): void {
    silence.renew()
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
      // The caller is still inside its own call, and not ready to hear this.
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
      silence.expect()
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
