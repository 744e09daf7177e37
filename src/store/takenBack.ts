/** Taking back: a value without what one change did to it. */
import { differencesBetween, isRecord, ownValue } from '../scenario'

/**
 * `now` with one change taken back: what the change left alone stays as it is now. Entries that it added go,
 * entries that it took away come back in their place, and entries that it did not touch keep what was done to
 * them since.
 */
export function takenBack(now: unknown, before: unknown, after: unknown): unknown {
  if (differencesBetween(before, after).length === 0) return now
  if (isEntryList(now) && isEntryList(before) && isEntryList(after))
    return entriesTakenBack(now, before, after)
  if (!isRecord(now) || !isRecord(before) || !isRecord(after)) return before
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  const kept = keys.map(
    (key) => [key, takenBack(ownValue(now, key), ownValue(before, key), ownValue(after, key))] as const,
  )
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined))
}

type Entry = Record<string, unknown> & { readonly id: string }

function entriesTakenBack(now: readonly Entry[], before: readonly Entry[], after: readonly Entry[]): Entry[] {
  const find = (list: readonly Entry[], id: string) => list.find((entry) => entry.id === id)
  const result = now
    .filter(({ id }) => find(before, id) !== undefined || find(after, id) === undefined)
    .map(
      (entry) => takenBack(entry, find(before, entry.id) ?? entry, find(after, entry.id) ?? entry) as Entry,
    )
  for (const [i, entry] of before.entries()) {
    if (find(after, entry.id) !== undefined || find(result, entry.id) !== undefined) continue
    const former = result.findIndex(({ id }) => id === before[i - 1]?.id)
    result.splice(former + 1, 0, entry)
  }
  return result
}

function isEntryList(value: unknown): value is Entry[] {
  return Array.isArray(value) && value.every((entry) => isRecord(entry) && typeof entry.id === 'string')
}
