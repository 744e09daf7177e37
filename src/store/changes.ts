/** Changes: which values of two scenarios differ. */

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
    return differencesBetween(before[key], after[key], path === '' ? name : `${path}.${name}`)
  })
}

/** Number of values that differ. */
export function changesBetween(before: unknown, after: unknown): number {
  return differencesBetween(before, after).length
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
