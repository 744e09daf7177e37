/** Port: the page's end of the conversation with the worker that owns the watched run, and how it notices that the worker is gone. */
import type { Answered, FromRunWorker, ToRunWorker } from './protocol'

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
  /** No answer has come for `SILENT_SECONDS` although one is due; false when the worker speaks again. */
  onSilence(isSilent: boolean): void
}

/** The parts of a worker that a port needs. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onmessageerror' | 'onerror'>

/** Seconds without a word, while an answer is due, after which a worker counts as silent. */
export const SILENT_SECONDS = 10
/** The same before its first word: its script may come over a slow line. */
const STARTING_SECONDS = 45
const SECOND_MS = 1000

/** `start` begins a worker; it may throw where workers are forbidden. Seconds are counted only while the page itself runs. */
export function createPort(start: () => Thread, listener: PortListener): RenewablePort {
  let handler: (message: FromRunWorker) => void = () => undefined
  let thread: Thread | undefined
  /** Messages whose answers have not ended, and seconds since the last word. */
  let due = 0
  let seconds = 0
  let hasSpoken = false
  let isSilent = false
  let timer: ReturnType<typeof setInterval> | undefined

  function hear(message: FromRunWorker | Answered): void {
    seconds = 0
    hasSpoken = true
    if (isSilent) listener.onSilence(false)
    isSilent = false
    if (message.type === 'answered') due -= 1
    else handler(message)
    if (due === 0) rest()
  }

  function rest(): void {
    clearInterval(timer)
    timer = undefined
  }

  function count(): void {
    seconds += 1
    if (isSilent || seconds < (hasSpoken ? SILENT_SECONDS : STARTING_SECONDS)) return
    isSilent = true
    listener.onSilence(true)
  }

  function end(): void {
    rest()
    thread?.terminate()
    thread = undefined
    due = 0
    seconds = 0
    isSilent = false
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
      timer ??= setInterval(count, SECOND_MS)
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
