/** Works: what is on the shelf, which work this tab continues, and what is put aside. */
import type { Shelf } from '../../storage'
import {
  type BundledScenario,
  type GiveWay,
  type ReadWork,
  readStamp,
  readWhereabouts,
  readWork,
  type Whereabouts,
} from '../../store'
import { freshWorkId } from './claims'
import { STAMP_KEY } from './keeper'

export const WHEREABOUTS_KEY = 'whereabouts'

/** A work as stored on the shelf. */
export interface FoundWork {
  readonly read: ReadWork
  readonly whereabouts: Whereabouts | undefined
  readonly keys: readonly string[]
}

/** A work by its id, and whether anything was done in it. */
export interface ListedWork {
  readonly id: string
  readonly isWorkedOn: boolean
}

/** All works, the latest first; those in which nobody has done anything come last. */
export async function listWorks(shelf: Shelf): Promise<ListedWork[]> {
  const keys = await shelf.keys('works')
  const ids = [...new Set(keys.map(idOf))]
  const stamped = await Promise.all(
    ids.map(async (id) => ({ id, ...readStamp(await shelf.read('works', `${id}/${STAMP_KEY}`)) })),
  )
  const latest = stamped.sort((a, b) => b.changedAt - a.changedAt || b.keptAt - a.keptAt)
  return latest.map(({ id, changedAt }) => ({ id, isWorkedOn: changedAt > 0 }))
}

/** Rejects where a bundled scenario that it needs cannot be loaded. */
export async function findWork(
  shelf: Shelf,
  id: string,
  bundled: BundledScenario,
  giveWay: GiveWay,
): Promise<FoundWork> {
  const texts = await textsOf(shelf, id)
  return {
    read: await readWork(texts, bundled, giveWay),
    whereabouts: readWhereabouts(texts.get(WHEREABOUTS_KEY)),
    keys: [...texts.keys()],
  }
}

export async function forgetWorks(shelf: Shelf, ids: readonly string[]): Promise<void> {
  const forgotten = new Set(ids)
  const keys = (await shelf.keys('works')).filter((key) => forgotten.has(idOf(key)))
  await shelf.write({ works: new Map(keys.map((key) => [key, undefined])) })
}

/** Sets a work aside, where nothing reads it until it is saved or discarded. */
export async function putAside(shelf: Shelf, id: string): Promise<void> {
  const keys = await keysOf(shelf, id)
  const aside = await Promise.all(
    keys.map(async (key) => [asideKey(key), asText(await shelf.read('works', key))] as const),
  )
  await shelf.write({ works: new Map(keys.map((key) => [key, undefined])), aside: new Map(aside) })
}

/** What was put aside, as the text of a file; undefined where nothing was. */
export async function asideText(shelf: Shelf): Promise<string | undefined> {
  const keys = await shelf.keys('aside')
  if (keys.length === 0) return undefined
  const entries = await Promise.all(keys.map(async (key) => [key, asText(await shelf.read('aside', key))]))
  return JSON.stringify(Object.fromEntries(entries), undefined, 2)
}

export async function discardAside(shelf: Shelf): Promise<void> {
  const keys = await shelf.keys('aside')
  await shelf.write({ aside: new Map(keys.map((key) => [key, undefined])) })
}

async function textsOf(shelf: Shelf, id: string): Promise<Map<string, unknown>> {
  const keys = await keysOf(shelf, id)
  const entries = keys.map(async (key) => [key.slice(id.length + 1), await shelf.read('works', key)] as const)
  return new Map(await Promise.all(entries))
}

/** A key that nothing else has: what was put aside before stays. */
function asideKey(key: string): string {
  return `${freshWorkId()}/${key}`
}

export async function putTextAside(shelf: Shelf, key: string, text: string): Promise<void> {
  await shelf.write({ aside: new Map([[asideKey(key), text]]) })
}

async function keysOf(shelf: Shelf, id: string): Promise<string[]> {
  return (await shelf.keys('works', id)).filter((key) => idOf(key) === id)
}

/** The work that a key belongs to. */
function idOf(key: string): string {
  return key.split('/', 1)[0] ?? ''
}

/** Anything as text: what is no text as JSON, or by its name where it has none. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}
