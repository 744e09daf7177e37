/** Documents: scenarios from the bundle and from files into the store, and out again. */
import { type Parsed, parseScenario, serialiseScenario, validateScenario } from '../scenario'
import { type Draft, type Origin, type Store, stepsOf } from '../store'
import { text } from '../text'
import { createBases } from './bases'
import { bundledText } from './bundled'
import { showRejected } from './dialogs'
import { type ReadFile, saveFile } from './files'
import type { Notices } from './notices'
import { forgetDraft, keepDrafts, storedDraft } from './preferences'

const words = text.page.files

export interface Documents {
  /** Opens what was unsaved before a reload, else a bundled scenario. */
  openFirst(id: string): Promise<void>
  openBundled(id: string): void
  /** Opens a file of the person; one with mistakes changes nothing but shows them. `others` came with it and are not opened. */
  take(file: ReadFile, others?: readonly string[]): void
  save(): void
  changeSeed(seed: string): void
}

export function createDocuments(store: Store, notices: Notices): Documents {
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

  /** The scenario that an unsaved one was opened as. Drafts are whole documents. */
  async function openedOf({ origin, opened }: Draft): Promise<Parsed> {
    if (origin.kind !== 'bundled') return validateScenario(opened)
    const content = (await bundledText(origin.name)) ?? ''
    await bases.fetchFor(content)
    return parseScenario(content, bases)
  }

  async function openBundled(id: string): Promise<void> {
    const content = await bundledText(id).catch(() => undefined)
    if (content === undefined) notices.say(words.missing(id))
    else await openText(content, { kind: 'bundled', name: id }, id)
  }

  return {
    async openFirst(id) {
      const draft = storedDraft()
      if (draft === undefined) await openBundled(id)
      else {
        const opened = await openedOf(draft)
        const parsed = validateScenario(draft.scenario)
        if (parsed.ok && opened.ok) {
          store.restore(draft, parsed.scenario, opened.scenario)
          const { history } = store.get()
          notices.say(words.restored(stepsOf(history).length))
        } else {
          forgetDraft()
          await openBundled(id)
        }
      }
      keepDrafts(store)
    },
    openBundled: (id) => void openBundled(id),
    take({ name, content }, others = []) {
      const left = others.length === 0 ? [] : [words.notOpened(others)]
      for (const notice of left) notices.say(notice)
      if (!content.ok) return reject({ file: name, issues: [content.issue], unlisted: 0 })
      void openText(content.text, { kind: 'file', name }, name).then((opened) => {
        const title = store.get().document?.scenario.title ?? name
        if (opened) notices.say([words.opened(title), ...left].join('. '))
      })
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
