/** The shelf: texts in IndexedDB, and every way in which a browser may have none. */
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { openDB } from 'idb'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openShelf } from '../../src/storage'

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

async function opened() {
  const shelf = await openShelf()
  if (shelf === undefined) throw new Error('there is no shelf')
  return shelf
}

describe('the shelf', () => {
  it('keeps texts by section and key, and removes them', async () => {
    const shelf = await opened()
    expect(
      await shelf.write({
        works: new Map([
          ['a/x', '1'],
          ['a/y', '2'],
        ]),
        aside: new Map([['a/x', '3']]),
      }),
    ).toBe(undefined)
    expect(await shelf.write({ works: new Map([['a/x', undefined]]) })).toBe(undefined)
    const again = await opened()
    expect(await again.keys('works')).toEqual(['a/y'])
    expect(await again.keys('works', 'a/')).toEqual(['a/y'])
    expect(await again.keys('works', 'b')).toEqual([])
    expect(await again.read('works', 'a/y')).toBe('2')
    expect(await again.read('works', 'a/x')).toBe(undefined)
    expect(await again.read('aside', 'a/x')).toBe('3')
  })

  it('writes all or nothing, and says when there is no room', async () => {
    const shelf = await opened()
    await shelf.write({ works: new Map([['a', 'old']]) })
    const put = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...what) {
      if (what[1] === 'b') throw new DOMException('no room', 'QuotaExceededError')
      return put.apply(this, what)
    })
    expect(
      await shelf.write({
        works: new Map([
          ['a', 'new'],
          ['b', 'new'],
        ]),
      }),
    ).toBe('full')
    vi.restoreAllMocks()
    expect(await shelf.read('works', 'a')).toBe('old')
    expect(await shelf.write({ works: new Map([['b', 'new']]) })).toBe(undefined)
  })

  it('is found again by a page of an earlier version than the one that made it', async () => {
    const later = await openDB('contraflow', 7, {
      upgrade(database) {
        for (const name of ['works', 'aside', 'documents']) database.createObjectStore(name)
      },
    })
    await later.put('works', 'text', 'a')
    later.close()
    expect(await (await opened()).read('works', 'a')).toBe('text')
  })

  it('adds the sections that a database of the same name lacks, and leaves the others', async () => {
    const strange = await openDB('contraflow', 3, {
      upgrade: (database) => void database.createObjectStore('notes'),
    })
    await strange.put('notes', 'mine', 'a')
    strange.close()
    const shelf = await opened()
    expect(await shelf.write({ works: new Map([['a', '1']]) })).toBe(undefined)
    const now = await openDB('contraflow')
    expect(await now.get('notes', 'a')).toBe('mine')
    now.close()
  })

  it('makes way for a page of another version and goes on after it', async () => {
    const shelf = await opened()
    const other = await openDB('contraflow', 9, {
      upgrade: (database) => void database.createObjectStore('documents'),
    })
    expect(await shelf.write({ works: new Map([['a', '1']]) })).toBe(undefined)
    expect(await other.get('works', 'a')).toBe('1')
    other.close()
  })

  it('reads whatever stands there', async () => {
    const shelf = await opened()
    const raw = await openDB('contraflow')
    await raw.put('works', { cyclic: [] }, 'object')
    await raw.put('works', 5, 12)
    raw.close()
    expect(await shelf.keys('works')).toEqual(['object'])
    expect(await shelf.read('works', 'object')).toEqual({ cyclic: [] })
  })

  it('is none where the browser has no database, forbids it, or never answers', async () => {
    vi.stubGlobal('indexedDB', undefined)
    expect(await openShelf()).toBe(undefined)
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('sandboxed', 'SecurityError')
      },
    })
    expect(await openShelf()).toBe(undefined)
    vi.useFakeTimers()
    vi.stubGlobal('indexedDB', { open: () => new EventTarget() })
    const never = openShelf()
    await vi.runAllTimersAsync()
    expect(await never).toBe(undefined)
    vi.useRealTimers()
  })

  it('says so when the database has gone while it was open', async () => {
    const shelf = await opened()
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError')
    })
    expect(await shelf.write({ works: new Map([['a', '1']]) })).toBe('unavailable')
  })
})
