/** Reading: the page's side of the worker that reads scenario files. */
import { text } from '../text'
import type { Thread } from './port'
import { createReader, type FromReader, type Reading, type ToReader } from './reader'
import { createSilenceTimer } from './silence'

/** Source of the texts that a scenario may extend. */
export interface BaseTexts {
  readonly known: readonly string[]
  /** Undefined when no text has that id. */
  fetch(id: string): Promise<string | undefined>
}

export interface ScenarioReader {
  /**
   * Reads a file. A read that is cancelled, or ended by a newer one, resolves to undefined. When the reader
   * is lost, the result is an issue of the file that says so. Rejects with `BaseMissing` only.
   */
  read(file: Blob | string, bases: BaseTexts): Promise<Reading | undefined>
  cancel(): void
  /** Reads the current file again with another worker. */
  startAgain(): void
}

/** The text of a base cannot be loaded at present. */
export class BaseMissing extends Error {
  constructor(readonly id: string) {
    super(id)
  }
}

interface Task {
  readonly file: Blob | string
  readonly bases: BaseTexts
  readonly end: (reading: Reading | undefined) => void
  readonly fail: (error: BaseMissing) => void
}

/**
 * `start` begins a worker; where workers are forbidden, files are read on the page's own thread. `onSilence`
 * is called with true when a worker that reads a file stops answering, and with false when it answers again.
 */
export function createScenarioReader(
  start: () => Thread,
  onSilence: (isSilent: boolean) => void = () => undefined,
): ScenarioReader {
  let thread: Thread | undefined
  let isForbidden = false
  let task: Task | undefined
  const silence = createSilenceTimer(onSilence)

  function send(message: ToReader): void {
    thread?.postMessage(message)
  }

  function finish(settle: (done: Task) => void): void {
    const done = task
    task = undefined
    if (done !== undefined) settle(done)
  }

  function dismiss(): void {
    silence.renew()
    thread?.terminate()
    thread = undefined
  }

  function hear(message: FromReader): void {
    if (message.type === 'ready' || task === undefined) return
    if (message.type === 'read') finish(({ end }) => end(message.reading))
    else if (message.type === 'failed') finish(({ end }) => end(lostReading(message.message)))
    else answerBase(message.id, task)
  }

  function answerBase(id: string, asking: Task): void {
    asking.bases.fetch(id).then(
      (base) => {
        if (task !== asking) return
        silence.expect()
        send({ type: 'base', text: base })
      },
      () => {
        if (task !== asking) return
        dismiss()
        finish(({ fail }) => fail(new BaseMissing(id)))
      },
    )
  }

  function begin(): void {
    const own = isForbidden ? createLocalThread() : start()
    let isReady = isForbidden
    thread = own
    own.onmessage = ({ data }: MessageEvent<FromReader>) => {
      if (own !== thread) return
      isReady = true
      silence.hear(data.type !== 'ready' || task === undefined)
      hear(data)
    }
    const lose = (reason: string) => {
      dismiss()
      finish(({ end }) => end(lostReading(reason)))
    }
    own.onmessageerror = () => {
      if (own === thread) lose('')
    }
    own.onerror = ({ message }) => {
      if (own !== thread) return
      if (isReady) return lose(message)
      dismiss()
      isForbidden = true
      if (task !== undefined) ask(task)
    }
  }

  function ask({ file, bases }: Task): void {
    if (thread === undefined) {
      try {
        begin()
      } catch {
        isForbidden = true
        begin()
      }
    }
    silence.expect()
    send({ type: 'read', file, known: bases.known })
  }

  function cancel(): void {
    if (task === undefined) return
    dismiss()
    finish(({ end }) => end(undefined))
  }

  return {
    read(file, bases) {
      cancel()
      return new Promise((end, fail) => {
        task = { file, bases, end, fail }
        ask(task)
      })
    },
    cancel,
    startAgain() {
      dismiss()
      if (task !== undefined) ask(task)
    },
  }
}

/** `reason` is what the browser says about it, often nothing. */
function lostReading(reason: string | undefined): Reading {
  const { readerLost: message, smaller: expected } = text.page.files
  const issue = { path: '', message, expected, found: reason || text.issues.nothing }
  return { parsed: { ok: false, issues: [issue], unlisted: 0 }, text: '' }
}

/** A reader on this thread that looks like a worker. */
function createLocalThread(): Thread {
  const thread: Thread = {
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage: (message: ToReader) => answer(message),
    terminate() {
      thread.onmessage = null
    },
  }
  const answer = createReader((data) => {
    const { onmessage } = thread
    if (onmessage !== null) Reflect.apply(onmessage, thread, [new MessageEvent('message', { data })])
  })
  return thread
}
