/** Fresh ids: for an entry that somebody adds, from the name that it gets. */

const MAX_LENGTH = 48

/**
 * An id that none of the entries has, from the plain letters, digits and hyphens of a name: `separator`
 * stands for all between them, and `otherwise` for a name that has none.
 */
export function freshId(
  name: string,
  entries: readonly { readonly id: string }[],
  { separator = '_', otherwise = 'entry' } = {},
): string {
  const stem = name
    .toLowerCase()
    .replace(/[^a-z0-9]*[^a-z0-9-][^a-z0-9]*/g, separator)
    .replace(/^[_-]+|[_-]+$/g, '')
  const base = stem.slice(0, MAX_LENGTH) || otherwise
  const taken = new Set(entries.map(({ id }) => id))
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}${separator}${n}`
    if (!taken.has(id)) return id
  }
}
