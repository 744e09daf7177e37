/**
 * Opening: of several scenarios that are loaded or read at once, the last one asked for gets into the store.
 */
import type { Mistakes } from '../../scenario'
import type { Origin, Store } from '../../store'
import { text } from '../../text'
import { BaseMissing, type Reading, type ScenarioReader } from '../../workers'
import type { FetchedBases } from './bases'

const words = text.page.files

export interface OpeningOptions {
  readonly store: Store
  readonly bases: FetchedBases
  readonly reader: ScenarioReader
  /**
   * The text of a bundled scenario; undefined if there is none of that id. Rejects if it cannot be loaded.
   */
  readonly textOf: (id: string) => Promise<string | undefined>
  readonly say: (message: string) => void
  /** Another file is being read, or none. */
  readonly onReading: (name: string | undefined) => void
  /** A scenario is open, of which this was found. */
  readonly onOpened: (found: readonly string[]) => void
  readonly onRejected: (name: string, mistakes: Mistakes) => void
  /** A scenario could not be loaded; `again` tries once more. */
  readonly onMissing: (id: string, again: () => void) => void
}

export interface Opening {
  /** File that is being read. */
  readonly beingRead: string | undefined
  openBundled(id: string): Promise<void>
  openFile(file: File, others: readonly string[]): Promise<void>
  /** Stops reading a file that is not open yet; returns whether there was one. */
  stopReading(): boolean
}

export function createOpening(options: OpeningOptions): Opening {
  const { store, bases, reader, say, onReading } = options
  let beingRead: string | undefined
  /** Counts the requests to open, so that the last one wins however long its text takes to load. */
  let asked = 0

  function setBeingRead(name: string | undefined): void {
    beingRead = name
    onReading(name)
  }

  /**
   * Content of a file; undefined if reading was stopped or a newer file replaced it. Throws `BaseMissing`.
   */
  async function read(file: Blob | string, name: string): Promise<Reading | undefined> {
    setBeingRead(name)
    try {
      const reading = await reader.read(file, bases)
      if (reading !== undefined) setBeingRead(undefined)
      return reading
    } catch (error) {
      setBeingRead(undefined)
      throw error
    }
  }

  /** Whether the scenario in a file is open now. */
  async function open(file: Blob | string, origin: Origin): Promise<boolean> {
    const reading = await read(file, origin.name)
    if (reading === undefined) return false
    const { parsed, text: content } = reading
    if (!parsed.ok) {
      options.onRejected(origin.name, parsed)
      return false
    }
    const { scenario, notices } = parsed
    bases.remember(scenario.id, content)
    store.open(scenario, origin, words.opened(scenario.title))
    options.onOpened(notices)
    return true
  }

  function missing(error: unknown, id: string, again: () => void): void {
    options.onMissing(error instanceof BaseMissing ? error.id : id, again)
  }

  async function openBundled(id: string): Promise<void> {
    asked += 1
    const own = asked
    try {
      const content = await options.textOf(id)
      if (own !== asked) return
      if (content === undefined) say(words.missing(id))
      else await open(content, { kind: 'bundled', name: id })
    } catch (error) {
      missing(error, id, () => void openBundled(id))
    }
  }

  async function openFile(file: File, others: readonly string[]): Promise<void> {
    const { name } = file
    const left = others.length === 0 ? [] : [words.notOpened(others)]
    asked += 1
    try {
      if (!(await open(file, { kind: 'file', name }))) return
      const title = store.get().document?.scenario.title ?? name
      say([words.opened(title), ...left].join('. '))
    } catch (error) {
      missing(error, name, () => void openFile(file, others))
    }
  }

  return {
    get beingRead() {
      return beingRead
    },
    openBundled,
    openFile,
    stopReading() {
      if (beingRead === undefined) return false
      say(words.readingStopped(beingRead))
      setBeingRead(undefined)
      reader.cancel()
      return true
    },
  }
}
