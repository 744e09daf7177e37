/** Documents: scenarios from the bundle and from files into the store, and out again. */
import { parseScenario, type Scenario, serialiseScenario } from '../../scenario'
import type { Origin, Store } from '../../store'
import { text } from '../../text'
import type { Lasting, Notices } from '../../ui'
import { saveFile, tellMissing } from '../../ui'
import { BaseMissing, type Reading, startScenarioReader } from '../../workers'
import { createBases } from './bases'
import { bundledText } from './bundled'
import { createReadingNote } from './reading'
import { showRejected } from './rejected'
import { createRemarks } from './remarks'

const words = text.page.files

export interface Documents {
  /** Says which file is being read, and offers to stop it or to begin anew. */
  readonly readingNote: HTMLElement
  /** Goes on with what `resume` has put into the store, else opens a bundled scenario. */
  openFirst(resume: () => Promise<boolean>, id: string): Promise<void>
  openBundled(id: string): void
  /** A bundled scenario; undefined if there is none of that id. Rejects if it cannot be loaded. */
  bundled(id: string): Promise<Scenario | undefined>
  /**
   * Opens a file; one with mistakes only shows them. `others` are the names of files dropped with it, not
   * opened.
   */
  take(file: File, others?: readonly string[]): void
  /** Stops reading a file that is not open yet; returns whether there was one. */
  stopReading(): boolean
  save(): void
  changeSeed(seed: string): void
}

export function createDocuments(store: Store, notices: Notices, lasting: Lasting): Documents {
  const note = createReadingNote(document.documentElement, { stop: stopReading, startAgain: readAgain })
  const bases = createBases()
  const reader = startScenarioReader(note.setSilent)
  const remarks = createRemarks(store, lasting)
  let beingRead: string | undefined
  /** Counts what was to be opened, so that the last of it wins however long its text takes to come. */
  let opened = 0

  function setBeingRead(name: string | undefined): void {
    beingRead = name
    note.show(name)
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

  function stopReading(): boolean {
    if (beingRead === undefined) return false
    notices.say(words.readingStopped(beingRead))
    setBeingRead(undefined)
    reader.cancel()
    return true
  }

  function readAgain(): void {
    note.show(beingRead)
    reader.startAgain()
  }

  async function openFile(file: Blob | string, origin: Origin, name: string): Promise<boolean> {
    const reading = await read(file, name)
    if (reading === undefined) return false
    const { parsed, text: content } = reading
    if (!parsed.ok) {
      showRejected(name, parsed)
      return false
    }
    const { scenario, notices: found } = parsed
    bases.remember(scenario.id, content)
    store.open(scenario, origin, words.opened(scenario.title))
    remarks.tell(found)
    return true
  }

  async function bundled(id: string): Promise<Scenario | undefined> {
    const content = await bundledText(id)
    if (content === undefined) return undefined
    await bases.fetchFor(content)
    const parsed = parseScenario(content, bases)
    return parsed.ok ? parsed.scenario : undefined
  }

  async function openBundled(id: string): Promise<void> {
    opened += 1
    const own = opened
    const again = (missing: string) =>
      tellMissing(lasting, text.keeping.part.scenario(missing), () => void openBundled(id))
    try {
      const content = await bundledText(id)
      if (own !== opened) return
      if (content === undefined) notices.say(words.missing(id))
      else await openFile(content, { kind: 'bundled', name: id }, id)
    } catch (error) {
      again(error instanceof BaseMissing ? error.id : id)
    }
  }

  return {
    async openFirst(resume, id) {
      if (!(await resume())) return openBundled(id)
      const { scenario } = store.get().document ?? {}
      if (scenario?.extends !== undefined)
        await bases.fetchFor(JSON.stringify(scenario)).catch(() => undefined)
    },
    openBundled: (id) => void openBundled(id),
    bundled,
    take(file, others = []) {
      const { name } = file
      const left = others.length === 0 ? [] : [words.notOpened(others)]
      for (const notice of left) notices.say(notice)
      const open = () => {
        opened += 1
        openFile(file, { kind: 'file', name }, name).then(
          (isOpen) => {
            const title = store.get().document?.scenario.title ?? name
            if (isOpen) notices.say([words.opened(title), ...left].join('. '))
          },
          (error: unknown) => {
            const missing = error instanceof BaseMissing ? error.id : name
            tellMissing(lasting, text.keeping.part.scenario(missing), open)
          },
        )
      }
      open()
    },
    stopReading,
    readingNote: note.element,
    save() {
      const { document: open } = store.get()
      if (open === undefined) return
      const name = `${open.scenario.id}.scenario.json`
      saveFile(name, serialiseScenario(open.scenario, bases), 'application/json')
      store.saved()
      notices.say(words.saved(name))
    },
    changeSeed(seed) {
      const issues = store.edit('seed', seed, text.page.notices.changedSeed(seed))
      const [issue] = issues ?? []
      if (issue !== undefined) notices.say(text.page.panel.refused(issue.message, issue.expected))
    },
  }
}
