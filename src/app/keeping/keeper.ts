/** Keeper: writes the work of this tab to the shelf soon after every change, and only what has changed. */
import type { Losses, Shelf } from '../../storage'

/**
 * Least time between two writings of a drag, so that it is not written for every pixel; and wait after a move
 * in time or on the map.
 */
const WORK_MS = 100
const WHEREABOUTS_MS = 1_000
/** Share of the time that may go into the writing of large scenarios, as one in so many. */
const SHARE = 10

export interface Keeper {
  /** The work has changed. */
  change(): void
  /** Call when the person may be somewhere else. */
  move(): void
  /** Writes at once what is not yet written. */
  flush(): Promise<void>
  /** Goes on under another id, where nothing is written yet. */
  rename(id: string): void
}

export interface KeeperOptions {
  readonly shelf: Shelf
  readonly id: string
  /** Keys that stand on the shelf under this id. */
  readonly known: readonly string[]
  /** Everything to keep, by key; the same string for what has not changed. */
  readonly texts: () => Map<string, string>
  /** Time stamp of this write. */
  readonly stamp: () => string
  /** Called after each write with what went wrong, or undefined. */
  readonly onWritten: (loss: Losses | undefined) => void
}

/** Key of the time of the last writing. */
export const STAMP_KEY = 'stamp'

export function createKeeper(options: KeeperOptions): Keeper {
  const { shelf, texts, stamp, onWritten } = options
  let { id } = options
  let kept = new Map<string, string>(options.known.map((key) => [key, '']))
  let timer: ReturnType<typeof setTimeout> | undefined
  let dueAt = Number.POSITIVE_INFINITY
  let writing: Promise<void> | undefined
  /** When the next writing may begin. */
  let freeAt = Number.NEGATIVE_INFINITY

  function schedule(milliseconds: number): void {
    const at = performance.now() + milliseconds
    if (at >= dueAt) return
    clearTimeout(timer)
    dueAt = at
    timer = setTimeout(() => void (writing ?? Promise.resolve()).then(flush), milliseconds)
  }

  // Begins before this returns, also beside a writing that is under way, as the page may be gone when that
  // one ends. The shelf keeps the order in which writings began, so that an older one never lands on a newer
  // one.
  function flush(): Promise<void> {
    clearTimeout(timer)
    dueAt = Number.POSITIVE_INFINITY
    const mine = write().finally(() => {
      if (writing === mine) writing = undefined
    })
    writing = mine
    return mine
  }

  async function write(): Promise<void> {
    const start = performance.now()
    const now = texts()
    const changes = new Map<string, string | undefined>()
    for (const [key, value] of now) if (kept.get(key) !== value) changes.set(`${id}/${key}`, value)
    for (const key of kept.keys())
      if (!now.has(key) && key !== STAMP_KEY) changes.set(`${id}/${key}`, undefined)
    if (changes.size === 0) return
    changes.set(`${id}/${STAMP_KEY}`, stamp())
    const written = shelf.write({ works: changes })
    freeAt = start + Math.max(WORK_MS, SHARE * (performance.now() - start))
    const loss = await written
    if (loss === undefined) kept = now
    onWritten(loss)
  }

  return {
    change: () => schedule(Math.max(0, freeAt - performance.now())),
    move: () => schedule(WHEREABOUTS_MS),
    flush,
    rename(next) {
      id = next
      kept = new Map()
    },
  }
}
