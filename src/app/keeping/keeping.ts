/** Keeping: the work of this tab outlives reload, closing and crash; it comes back to where it was left. */
import { type Losses, openShelf, type Shelf, webStore } from '../../storage'
import {
  type BundledScenario,
  isWorkedOn,
  type ReadWork,
  readFormerDraft,
  restoredWork,
  type Store,
  stepsOf,
  type Whereabouts,
  whereaboutsText,
  workTexts,
} from '../../store'
import { text } from '../../text'
import type { Lasting } from '../../ui'
import { saveFile } from '../../ui'
import { createClaims, freshWorkId } from './claims'
import { createKeeper, type Keeper } from './keeper'
import { createTurns } from './turns'
import {
  asideText,
  discardAside,
  findWork,
  forgetWorks,
  listWorks,
  putAside,
  putTextAside,
  WHEREABOUTS_KEY,
} from './works'

const words = text.keeping
/** Name of this tab's work in the storage of one visit, so that a reload finds it again. */
const TAB_KEY = 'contraflow-work'
/** Where the former version of the page kept its work. */
const FORMER_KEY = 'contraflow-draft'
/** A tab that is reloaded releases its work soon; one that stays open never does. */
const RELOAD_MS = 1_500
/** After this time a shelf that does not answer is given up, however busy the machine is. */
const PATIENCE_MS = 30_000

export interface KeepingOptions {
  readonly store: Store
  readonly lasting: Lasting
  readonly say: (message: string) => void
  readonly saveWork: () => void
  readonly bundled: BundledScenario
}

export interface Keeping {
  /** Puts the work of an earlier visit in place; false where there is none. Never rejects. */
  resume(): Promise<boolean>
  /** Where the person was when that work was left. */
  readonly former: Whereabouts | undefined
  /** Keeps every change from now on, and where the person is. */
  start(whereabouts: () => Whereabouts): void
  /** Call when the person may be somewhere else. */
  move(): void
  /** Writes at once what is not yet written. */
  flush(): Promise<void>
}

export function createKeeping(options: KeepingOptions): Keeping {
  const { store, lasting, say, bundled } = options
  const visit = webStore('sessionStorage')
  const claims = createClaims()
  const giveWay = createTurns()
  const saveAction = { name: words.save, act: options.saveWork }
  let shelf: Shelf | undefined
  let keeper: Keeper | undefined
  let id = freshWorkId()
  let known: readonly string[] = []
  let former: Whereabouts | undefined
  let isLate = false
  /** The notice to show once the page is ready. */
  let welcome: string | undefined

  async function putInPlace(read: ReadWork): Promise<boolean> {
    if (typeof read === 'string') return false
    const work = await restoredWork(read.drafts, read.present, giveWay).catch(() => undefined)
    if (work === undefined || isLate) return false
    store.restore(work)
    const { document, history } = store.get()
    if (document !== undefined && isWorkedOn(document, history))
      welcome = text.page.files.restored(stepsOf(history).length)
    return true
  }

  /**
   * Takes up a work, unless it cannot be read: then it is put aside, or left to the later version that wrote
   * it. One whose bundled scenario cannot be loaded stays for another time.
   */
  async function takeUp(from: Shelf, found: string, isOwn: boolean): Promise<boolean> {
    const work = await findWork(from, found, bundled, giveWay).catch(() => undefined)
    if (work === undefined) lasting.show(words.unreachable)
    if (work?.read === 'newer') lasting.show(words.newer)
    const isBack = work !== undefined && (await putInPlace(work.read))
    const isSpoilt = work !== undefined && work.read !== 'newer' && !isBack && !isLate
    if (isSpoilt && isOwn) await putAside(from, found)
    if (!isBack) return false
    former = work.whereabouts
    if (isOwn) {
      id = found
      known = work.keys
    }
    return true
  }

  /** Takes over what the former version of the page has kept. */
  async function takeFormer(from: Shelf | undefined): Promise<boolean> {
    const draft = visit.read(FORMER_KEY)
    const read =
      draft === undefined ? undefined : await readFormerDraft(draft, bundled).catch(() => undefined)
    if (draft === undefined || read === undefined) return false
    if (from !== undefined) {
      if (read === 'unreadable') await putTextAside(from, FORMER_KEY, draft)
      visit.write(FORMER_KEY, undefined)
    }
    return putInPlace(read)
  }

  /**
   * The work that this tab had before it was reloaded, or of which it is a duplicate; else the latest that no
   * other tab has.
   */
  async function takeOne(from: Shelf): Promise<boolean> {
    const own = visit.read(TAB_KEY)
    const works = await listWorks(from)
    if (works.some((work) => work.id === own) && own !== undefined) {
      const isOwn = await claims.take(own, RELOAD_MS)
      if (await takeUp(from, own, isOwn)) return true
    }
    let isElsewhere = false
    for (const work of works.filter((other) => other.id !== own)) {
      if (!(await claims.take(work.id))) isElsewhere ||= work.isWorkedOn
      else if (await takeUp(from, work.id, true)) return true
    }
    if (isElsewhere) lasting.show(words.elsewhere)
    return false
  }

  async function resumeFrom(from: Shelf): Promise<boolean> {
    const isBack = (await takeFormer(from)) || (await takeOne(from))
    await claims.take(id)
    visit.write(TAB_KEY, id)
    const idle = (await listWorks(from)).filter((work) => !work.isWorkedOn && work.id !== id)
    await forgetWorks(from, await claims.free(idle.map((work) => work.id)))
    if ((await asideText(from)) !== undefined) tellAside(from)
    return isBack
  }

  function tellAside(from: Shelf): void {
    const discard = async () => {
      await discardAside(from)
      lasting.clear(words.unreadable)
    }
    const save = async () => {
      saveFile(words.asideFile, (await asideText(from)) ?? '', 'application/json')
      await discard()
    }
    lasting.show(
      words.unreadable,
      { name: words.saveAside, act: () => void save() },
      { name: words.discardAside, act: () => void discard() },
    )
  }

  function textsAt(whereabouts: Whereabouts): Map<string, string> {
    const { document, history } = store.get()
    if (document === undefined) return new Map()
    const all = workTexts(document, history)
    return all.set(WHEREABOUTS_KEY, whereaboutsText(whereabouts))
  }

  function stamp(): string {
    const { document, history } = store.get()
    const keptAt = Date.now()
    const isWork = document !== undefined && isWorkedOn(document, history)
    return JSON.stringify({ changedAt: isWork ? keptAt : 0, keptAt })
  }

  function reportLoss(loss: Losses | undefined): void {
    for (const [kind, message] of [
      ['full', words.full],
      ['unavailable', words.nowhere],
    ] as const)
      if (loss === kind) lasting.show(message, saveAction)
      else lasting.clear(message)
  }

  /**
   * A page restored from the browser's cache writes everything again, under a new name if another tab has
   * taken its work.
   */
  async function comeBack(): Promise<void> {
    if (!(await claims.take(id, RELOAD_MS))) {
      id = freshWorkId()
      visit.write(TAB_KEY, id)
      await claims.take(id)
    }
    keeper?.rename(id)
    keeper?.change()
  }

  return {
    async resume() {
      shelf = await openShelf()
      if (shelf === undefined) return takeFormer(undefined)
      const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS))
      const isBack = await Promise.race([resumeFrom(shelf).catch(() => undefined), late])
      isLate = true
      if (isBack === undefined) shelf = undefined
      return store.get().document !== undefined
    },
    get former() {
      return former
    },
    start(whereabouts) {
      if (welcome !== undefined) say(welcome)
      if (shelf === undefined) return reportLoss('unavailable')
      const texts = () => textsAt(whereabouts())
      const keeping = createKeeper({ shelf, id, known, texts, stamp, onWritten: reportLoss })
      keeper = keeping
      keeping.change()
      store.subscribe((state, before) => {
        if (state.document !== before.document || state.history !== before.history) keeping.change()
        else if (state.selection !== before.selection) keeping.move()
      })
      for (const type of ['pointerup', 'wheel', 'keyup'])
        window.addEventListener(type, keeping.move, { passive: true })
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') void keeping.flush()
      })
      window.addEventListener('pagehide', () => {
        void keeping.flush()
        claims.release()
      })
      window.addEventListener('pageshow', ({ persisted }) => {
        if (persisted) void comeBack()
      })
    },
    move: () => keeper?.move(),
    flush: async () => keeper?.flush(),
  }
}
