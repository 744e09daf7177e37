/** Reading: the page's end of the conversation with the worker that reads scenario files. */
import { text } from '../text'
import type { Thread } from './port'
import { createReader, type FromReader, type Reading, type ToReader } from './reader'

/** Where the texts come from that a scenario may build on. */
export interface BaseTexts {
  readonly known: readonly string[]
  /** Undefined where there is none of that id. */
  fetch(id: string): Promise<string | undefined>
}

export interface ScenarioReader {
  /**
   * Reads a file. A newer one ends the reading of an older one; that answers undefined, as does one that was cancelled. Where the reader
   * is lost, that is the mistake of the file. Rejects with `BaseMissing` only.
   */
  read(file: Blob | string, bases: BaseTexts): Promise<Reading | undefined>
  cancel(): void
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

/** `start` begins a worker. Where none can be had, files are read on the thread of the page. */
export function createScenarioReader(start: () => Thread): ScenarioReader {
  let thread: Thread | undefined
  let isForbidden = false
  let task: Task | undefined

  function send(message: ToReader): void {
    thread?.postMessage(message)
  }

  function finish(settle: (done: Task) => void): void {
    const done = task
    task = undefined
    if (done !== undefined) settle(done)
  }

  function dismiss(): void {
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
        if (task === asking) send({ type: 'base', text: base })
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
      hear(data)
    }
    own.onerror = ({ message }) => {
      if (own !== thread) return
      dismiss()
      if (isReady) return finish(({ end }) => end(lostReading(message)))
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
  }
}

/** `reason` is what the browser says of it, often nothing. */
function lostReading(reason: string | undefined): Reading {
  const { readerLost: message, smaller: expected } = text.page.files
  const issue = { path: '', message, expected, found: reason || text.issues.nothing }
  return { parsed: { ok: false, issues: [issue], unlisted: 0 }, text: '' }
}

/** A reader on this thread, in the guise of a worker. */
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
