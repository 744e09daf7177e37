/** Changes: which values of two scenarios differ. */
import { ownValue } from './entries'

/** One value that differs; undefined where it is absent. */
export interface SettingChange {
  /** Concrete path, with ids in place of list indices. */
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

/** All values that differ, in the order of the schema; a list of another length counts as one. */
export function differencesBetween(before: unknown, after: unknown, path = ''): SettingChange[] {
  if (before === after) return []
  if (!isObject(before) || !isObject(after)) return [{ path, before, after }]
  if (isValueList(before) || isValueList(after) || !sameEntries(before, after))
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const name = Array.isArray(before) ? entryName(before[Number(key)], key) : key
    return differencesBetween(
      ownValue(before, key),
      ownValue(after, key),
      path === '' ? name : `${path}.${name}`,
    )
  })
}

/** Number of values that differ. */
export function changesBetween(before: unknown, after: unknown): number {
  return differencesBetween(before, after).length
}

/**
 * `now` with one change taken back: what the change left alone stays as it is now. Entries that it added go, entries that it took
 * away come back in their place, and entries that it did not touch keep what was done to them since.
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
  return Array.isArray(value) && value.every((entry) => isObject(entry) && typeof entry.id === 'string')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !Array.isArray(value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A list that is one value, such as months. */
function isValueList(value: object): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object')
}

/** Whether two lists hold the same entries in the same order; true for all that are no lists. */
function sameEntries(a: object, b: object): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return Array.isArray(a) === Array.isArray(b)
  return a.length === b.length && a.every((entry, i) => entryName(entry, '') === entryName(b[i], ''))
}

function entryName(entry: unknown, index: string): string {
  return isObject(entry) && typeof entry.id === 'string' ? entry.id : index
}
