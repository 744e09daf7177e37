/** Changes: how far a scenario is from the one that was opened. */

/** Number of values that differ; a list of another length counts as one. */
export function changesBetween(before: unknown, after: unknown): number {
  if (before === after) return 0
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return 1
  if (isValueList(before) || isValueList(after))
    return JSON.stringify(before) === JSON.stringify(after) ? 0 : 1
  const [a, b] = [before, after] as [Record<string, unknown>, Record<string, unknown>]
  if (Array.isArray(before) && Array.isArray(after) && before.length !== after.length) return 1
  let count = 0
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) count += changesBetween(a[key], b[key])
  return count
}

/** A list that is one value, such as months. */
function isValueList(value: object): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object')
}
