/**
 * Copies of documents that are changed value by value: what lies off a change is shared, and nothing is
 * copied twice.
 */
import { isRecord } from './entries'

/** Keys from the root to one value: property names and list indices. */
export type Address = readonly (string | number)[]

type Holder = Record<string | number, unknown>

/** Name under which an entry of a list is addressed. */
export function entryKey(entry: unknown, index: number): string {
  return isRecord(entry) && typeof entry.id === 'string' ? entry.id : String(index)
}

/** Indices by name of the lists that were looked into; a list that is changed in place loses its own. */
const indices = new WeakMap<object, ReadonlyMap<string, readonly number[]>>()
const SHORT = 8

/** Indices of the entries of a list that have a name. */
export function entriesNamed(list: readonly unknown[], name: string): readonly number[] {
  if (list.length <= SHORT) return list.flatMap((entry, i) => (entryKey(entry, i) === name ? [i] : []))
  const known = indices.get(list) ?? indexOf(list)
  indices.set(list, known)
  return known.get(name) ?? []
}

function indexOf(list: readonly unknown[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (const [i, entry] of list.entries()) {
    const name = entryKey(entry, i)
    const places = index.get(name)
    if (places === undefined) index.set(name, [i])
    else places.push(i)
  }
  return index
}

/** A document that is changed while the one it was made from stays as it is. */
export class DocumentCopy<T> {
  #root: T
  readonly #own = new Set<unknown>()

  constructor(root: T) {
    this.#root = root
  }

  /** The document as it is now; it changes with the next `set` or `remove`. */
  get root(): T {
    return this.#root
  }

  /** Puts a value at an address whose owner exists; `undefined` removes the key. */
  set(address: Address, value: unknown): void {
    const key = address.at(-1)
    if (key === undefined) {
      this.#root = value as T
      return
    }
    const owner = this.#ownAt(address.slice(0, -1))
    if (key === 'id') this.#forgetNames(address.slice(0, -2))
    if (Array.isArray(owner)) indices.delete(owner)
    if (value === undefined && !Array.isArray(owner)) delete owner[key]
    else owner[key] = value
  }

  /** Takes some entries out of a list, or keys out of an object. */
  remove(owner: Address, keys: readonly (string | number)[]): void {
    const held = this.#ownAt(owner)
    const gone = new Set(keys)
    if (Array.isArray(held)) {
      const kept = held.filter((_, index) => !gone.has(index))
      this.#own.add(kept)
      this.set(owner, kept)
    } else for (const key of keys) delete held[key]
  }

  #forgetNames(list: Address): void {
    indices.delete(this.#ownAt(list))
  }

  #ownAt(address: Address): Holder {
    let holder = this.#owned(this.#root)
    this.#root = holder as T
    for (const key of address) {
      const inner = this.#owned(holder[key])
      holder[key] = inner
      holder = inner
    }
    return holder
  }

  #owned(value: unknown): Holder {
    if (this.#own.has(value)) return value as Holder
    const copy = Array.isArray(value) ? [...value] : { ...(value as Holder) }
    const names = Array.isArray(value) ? indices.get(value) : undefined
    if (names !== undefined) indices.set(copy, names)
    this.#own.add(copy)
    return copy as Holder
  }
}
