/** Documents: scenarios from the bundle and from files into the store, and out again. */
import { parseScenario, type Scenario, serialiseScenario } from '../../scenario'
import type { Store } from '../../store'
import { text } from '../../text'
import type { Lasting, Notices } from '../../ui'
import { saveFile, tellMissing } from '../../ui'
import { startScenarioReader } from '../../workers'
import { createBases } from './bases'
import { bundledText } from './bundled'
import { createOpening } from './opening'
import { createReadingNote } from './reading'
import { showRejected } from './rejected'
import { createRemarks } from './remarks'

const words = text.page.files

export interface Documents {
  /** Shows which file is being read, and offers to stop or start over. */
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
  const note = createReadingNote(document.documentElement, {
    stop: () => void opening.stopReading(),
    startAgain() {
      note.show(opening.beingRead)
      reader.startAgain()
    },
  })
  const bases = createBases()
  const reader = startScenarioReader(note.setSilent)
  const remarks = createRemarks(store, lasting)
  const opening = createOpening({
    ...{ store, bases, reader },
    textOf: bundledText,
    say: notices.say,
    onReading: note.show,
    onOpened: remarks.show,
    onRejected: showRejected,
    onMissing: (id, again) => tellMissing(lasting, text.keeping.part.scenario(id), again),
  })

  async function bundled(id: string): Promise<Scenario | undefined> {
    const content = await bundledText(id)
    if (content === undefined) return undefined
    await bases.fetchFor(content)
    const parsed = parseScenario(content, bases)
    return parsed.ok ? parsed.scenario : undefined
  }

  return {
    async openFirst(resume, id) {
      if (!(await resume())) return opening.openBundled(id)
      const { scenario } = store.get().document ?? {}
      if (scenario?.extends !== undefined)
        await bases.fetchFor(JSON.stringify(scenario)).catch(() => undefined)
    },
    openBundled: (id) => void opening.openBundled(id),
    bundled,
    take(file, others = []) {
      if (others.length > 0) notices.say(words.notOpened(others))
      void opening.openFile(file, others)
    },
    stopReading: opening.stopReading,
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
