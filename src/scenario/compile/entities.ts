/** Entities: entries of a file in the order of their ids, known by 32-bit keys and found by dense numbers. */
import { type Entities, InvariantError, keyOf } from '../../engine'
import { plainText } from '../../text'

interface Named {
  readonly id: string
  readonly name?: string
}

export function byId<T extends Named>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** Distinct 32-bit keys; on the rare collision the later id is hashed with a suffix. */
export function keysOf(ids: readonly string[]): Int32Array {
  const used = new Set<number>()
  return Int32Array.from(ids, (id) => {
    let name = id
    while (used.has(keyOf(name))) name += '\u0001'
    used.add(keyOf(name))
    return keyOf(name)
  })
}

/** Names are for people: they are plain. */
export function entitiesOf(entries: readonly Named[]): Entities {
  const ids = entries.map((entry) => entry.id)
  return { ids, names: entries.map((entry) => plainText(entry.name ?? entry.id)), keys: keysOf(ids) }
}

/** Numbers by id, found once for each list of ids: many tables share one. */
const indices = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

export function indexIn({ ids }: Entities): (id: string) => number {
  const index = indices.get(ids) ?? new Map(ids.map((id, i) => [id, i]))
  indices.set(ids, index)
  return (id) => {
    const i = index.get(id)
    if (i === undefined) throw new InvariantError(`unchecked reference to "${id}"`)
    return i
  }
}

/** Where each list begins in all of them one after the other, and in the end how long that is. */
export function startsOf(lists: readonly { readonly length: number }[]): Int32Array {
  const starts = [0]
  let end = 0
  for (const { length } of lists) {
    end += length
    starts.push(end)
  }
  return Int32Array.from(starts)
}
