/** Shelf: sections of texts in IndexedDB, written all or none, and read as whatever is found there (D14). */
import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'

const NAME = 'contraflow'
const VERSION = 1
/** Stored work, and the parts of it that could not be read. A new section raises the version. */
const SECTIONS = ['works', 'aside'] as const
/** After this time a database that does not answer counts as missing. */
const PATIENCE_MS = 10_000

export type Section = (typeof SECTIONS)[number]
/** Texts by key; undefined removes what is there. */
export type Entries = ReadonlyMap<string, string | undefined>
/** Why nothing is kept: there is no database here, or no room in it. */
export type Losses = 'unavailable' | 'full'

export interface Shelf {
  /** Those that begin so, in order; keys that are no texts are left out. */
  keys(section: Section, beginning?: string): Promise<string[]>
  /** Anything at all: a page of another version, or a person, may have put it there. */
  read(section: Section, key: string): Promise<unknown>
  /** Writes all or none; returns what went wrong, or undefined. */
  write(changes: Partial<Record<Section, Entries>>): Promise<Losses | undefined>
}

/** The shelf of this browser; undefined where it has none, forbids it, or does not answer. Never throws. */
export async function openShelf(): Promise<Shelf | undefined> {
  let database = await within(PATIENCE_MS, opened())
  if (database === undefined) return undefined

  /** The database, opened again when the browser or a page of another version has closed it. */
  async function alive<T>(action: (open: IDBPDatabase) => Promise<T>): Promise<T> {
    try {
      if (database !== undefined) return await action(database)
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
    }
    database = await within(PATIENCE_MS, opened())
    if (database === undefined) throw new DOMException('', 'InvalidStateError')
    return action(database)
  }

  return {
    keys: (section, beginning = '') =>
      alive(async (open) => {
        const range = IDBKeyRange.bound(beginning, `${beginning}\uffff`)
        const keys = await open.getAllKeys(section, range)
        return keys.filter((key): key is string => typeof key === 'string')
      }),
    read: (section, key) => alive((open) => open.get(section, key)),
    async write(changes) {
      try {
        await alive((open) => written(open, changes))
        return undefined
      } catch (error) {
        return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'unavailable'
      }
    },
  }
}

async function written(open: IDBPDatabase, changes: Partial<Record<Section, Entries>>): Promise<void> {
  const sections = SECTIONS.filter((section) => changes[section] !== undefined)
  const transaction = open.transaction(sections, 'readwrite')
  try {
    for (const section of sections) {
      const store = transaction.objectStore(section)
      for (const [key, value] of changes[section] ?? []) {
        const request = value === undefined ? store.delete(key) : store.put(value, key)
        // The transaction reports the whole error.
        request.catch(() => undefined)
      }
    }
    // Committed at once, as the page may be gone before the requests complete.
    transaction.commit()
    await transaction.done
  } catch (error) {
    abort(transaction)
    throw error
  }
}

/** Takes back what is written so far; one that has failed by itself is over already. */
function abort(transaction: IDBPTransaction<unknown, Section[], 'readwrite'>): void {
  transaction.done.catch(() => undefined)
  try {
    transaction.abort()
  } catch {
    // It is over.
  }
}

/**
 * The database with all sections. One that a newer page has made is used as it is, and one that lacks a
 * section gets it.
 */
async function opened(): Promise<IDBPDatabase> {
  const first = await openAt(VERSION).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'VersionError') return openAt(undefined)
    throw error
  })
  const { version } = first
  if (hasAll(first)) return first
  first.close()
  return openAt(version + 1)
}

function openAt(version: number | undefined): Promise<IDBPDatabase> {
  return openDB(NAME, version, {
    upgrade(database) {
      for (const section of SECTIONS)
        if (!database.objectStoreNames.contains(section)) database.createObjectStore(section)
    },
    // Makes way for a page of another version; the next access opens it again.
    blocking: (_, __, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
    },
  })
}

function hasAll(database: IDBPDatabase): boolean {
  return SECTIONS.every((section) => database.objectStoreNames.contains(section))
}

/** The result, or nothing where it fails or takes too long. */
async function within<T>(milliseconds: number, result: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  const settled = await Promise.race([result.catch(() => undefined), patience])
  clearTimeout(timer)
  return settled
}
