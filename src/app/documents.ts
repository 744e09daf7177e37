/** Documents: scenarios from the bundle and from files into the store, and out again. */
import { baseOfText, parseScenario, type Scenario, serialiseScenario } from '../scenario'
import type { Origin, Store } from '../store'
import { text } from '../text'
import { createBases } from './bases'
import { bundledText } from './bundled'
import { showRejected } from './dialogs'
import { type ReadFile, saveFile } from './files'
import type { Lasting } from './lasting'
import { tellMissing } from './missing'
import type { Notices } from './notices'

const words = text.page.files

export interface Documents {
  /** Goes on with what `resume` has put into the store, else opens a bundled scenario. */
  openFirst(resume: () => Promise<boolean>, id: string): Promise<void>
  openBundled(id: string): void
  /** A bundled scenario as it is now; undefined where there is none of that id. Rejects where it cannot be loaded. */
  bundled(id: string): Promise<Scenario | undefined>
  /** Opens a file of the person; one with mistakes changes nothing but shows them. `others` came with it and are not opened. */
  take(file: ReadFile, others?: readonly string[]): void
  save(): void
  changeSeed(seed: string): void
}

export function createDocuments(store: Store, notices: Notices, lasting: Lasting): Documents {
  const bases = createBases()

  function reject(rejected: Parameters<typeof showRejected>[0]): void {
    store.reject(rejected)
    showRejected(rejected, () => store.reject(undefined))
  }

  async function openText(content: string, origin: Origin, name: string): Promise<boolean> {
    await bases.fetchFor(content)
    const parsed = parseScenario(content, bases)
    if (!parsed.ok) {
      reject({ file: name, issues: parsed.issues, unlisted: parsed.unlisted })
      return false
    }
    const { scenario, notices: remarks } = parsed
    bases.remember(scenario.id, content)
    store.open(scenario, origin, words.opened(scenario.title))
    for (const remark of remarks) notices.say(remark)
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
    try {
      const content = await bundledText(id)
      if (content === undefined) notices.say(words.missing(id))
      else await openText(content, { kind: 'bundled', name: id }, id)
    } catch {
      tellMissing(lasting, text.keeping.part.scenario(id), () => void openBundled(id))
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
    take({ name, content }, others = []) {
      const left = others.length === 0 ? [] : [words.notOpened(others)]
      for (const notice of left) notices.say(notice)
      if (!content.ok) return reject({ file: name, issues: [content.issue], unlisted: 0 })
      const file = content.text
      const open = () =>
        openText(file, { kind: 'file', name }, name).then(
          (opened) => {
            const title = store.get().document?.scenario.title ?? name
            if (opened) notices.say([words.opened(title), ...left].join('. '))
          },
          () => tellMissing(lasting, text.keeping.part.scenario(baseOfText(file) ?? name), open),
        )
      void open()
    },
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
