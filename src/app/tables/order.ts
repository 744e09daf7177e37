/** Order: rows sorted by one column. */
import { byName } from '../../words'
import type { Order, TableRow } from './scene'

/** By name, as people look things up. */
export const BY_NAME: Order = { column: 0, isDescending: false }

/** Sorted rows: texts in the order of names, ties in their original order, NaN last. */
export function sorted(rows: readonly TableRow[], order: Order | undefined): readonly TableRow[] {
  if (order === undefined) return rows
  const sign = order.isDescending ? -1 : 1
  return [...rows].sort((a, b) => {
    const [x, y] = [a.cells[order.column] ?? '', b.cells[order.column] ?? '']
    if (typeof x === 'number' && typeof y === 'number')
      return Number.isNaN(x) || Number.isNaN(y)
        ? Number(Number.isNaN(x)) - Number(Number.isNaN(y))
        : sign * (x - y)
    return sign * byName(String(x), String(y))
  })
}

/** Rows in the order of `before`; undefined if a row was added or removed. */
export function keptInPlace(
  rows: readonly TableRow[],
  before: readonly TableRow[],
): readonly TableRow[] | undefined {
  const now = new Map(rows.map((row) => [row.id, row]))
  const kept = before.flatMap(({ id }) => now.get(id) ?? [])
  return kept.length === rows.length ? kept : undefined
}
