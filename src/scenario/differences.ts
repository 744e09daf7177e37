/** Differences: which values of two states of a document are others, by path. */
import { entryKey } from './copy'
import { isHolder, isRecord, isSameValue, ownValue } from './entries'

/** One value that differs; undefined where it is absent. */
export interface SettingChange {
  /** Concrete path, with ids in place of list indices. */
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

/**
 * All values that differ, in the order of the schema; a list with other entries, or with entries in another
 * order, counts as one value. What both states share is not looked into.
 */
export function differencesBetween(before: unknown, after: unknown, path = ''): SettingChange[] {
  const changes: SettingChange[] = []
  collect(before, after, path, changes, isOpen)
  return changes
}

/** All values that differ where every list is one value. */
export function wholeDifferences(before: unknown, after: unknown, path: string): SettingChange[] {
  const changes: SettingChange[] = []
  collect(before, after, path, changes, (a, b) => isRecord(a) && isRecord(b))
  return changes
}

/** `opens` says which two values are compared part by part. */
function collect(
  before: unknown,
  after: unknown,
  path: string,
  changes: SettingChange[],
  opens: (before: object, after: object) => boolean,
): void {
  if (before === after) return
  if (!isHolder(before) || !isHolder(after) || !opens(before, after)) {
    if (!isHolder(before) || !isSameValue(before, after)) changes.push({ path, before, after })
    return
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    for (const [i, entry] of before.entries())
      if (entry !== after[i]) collect(entry, after[i], under(path, entryKey(entry, i)), changes, opens)
    return
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
    collect(ownValue(before, key), ownValue(after, key), under(path, key), changes, opens)
}

function under(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

/** Whether two values are compared part by part: two objects, or two lists of the same entries. */
function isOpen(before: object, after: object): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return Array.isArray(before) === Array.isArray(after)
  if (before.length !== after.length || isPlainList(before) || isPlainList(after)) return false
  return before.every((entry, i) => entry === after[i] || entryKey(entry, -1) === entryKey(after[i], -1))
}

/** Whether a list is one value, such as months. */
function isPlainList(list: readonly unknown[]): boolean {
  return list.every((item) => typeof item !== 'object')
}
