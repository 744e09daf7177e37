/** Order: rows sorted by one column. */
import type { TableRow } from './scene'

export interface Order {
  readonly column: number
  readonly isDescending: boolean
}

const { compare } = new Intl.Collator('en', { numeric: true })

/** Rows in an order, names as people read them (R2 before R10); equal ones as they came, numbers that are none last. */
export function sorted(rows: readonly TableRow[], order: Order | undefined): readonly TableRow[] {
  if (order === undefined) return rows
  const sign = order.isDescending ? -1 : 1
  return [...rows].sort((a, b) => {
    const [x, y] = [a.cells[order.column] ?? '', b.cells[order.column] ?? '']
    if (typeof x === 'number' && typeof y === 'number')
      return Number.isNaN(x) || Number.isNaN(y)
        ? Number(Number.isNaN(x)) - Number(Number.isNaN(y))
        : sign * (x - y)
    return sign * compare(String(x), String(y))
  })
}
