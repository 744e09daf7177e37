/** Grid: a real table whose columns sort and whose rows are chosen by their name. */

import { text } from '../../text'
import { h } from '../../ui'
import { number } from '../../words'
import { sorted } from './order'
import type { TableOf, TableRow } from './scene'

export interface Grid {
  readonly element: HTMLTableElement
  /** Writes the rows; `keepsOrder` leaves rows that are known where they are. */
  show(rows: readonly TableRow[], keepsOrder: boolean): void
  /** Marks the rows that pass; also those that come later. */
  mark(isMarked: (row: TableRow) => boolean): void
}

export function createGrid(
  name: string,
  { columns, order: firstOrder }: Pick<TableOf, 'columns' | 'order'>,
  onChoose: (row: TableRow) => void,
): Grid {
  const body = h('tbody')
  const built = new Map<string, { row: TableRow; readonly element: HTMLTableRowElement }>()
  let order = firstOrder
  let shown: readonly TableRow[] = []
  let isMarked: (row: TableRow) => boolean = () => false
  const heads = columns.map(({ name: title, isNumber = false }, column) => {
    const button = h('button', { type: 'button', onclick: () => sortBy(column, isNumber) }, title)
    return h('th', { scope: 'col', class: isNumber ? 'number' : undefined }, button)
  })
  const element = h('table', { class: 'grid', 'aria-label': name })
  element.append(h('thead', {}, h('tr', {}, ...heads)), body)
  sayOrder()

  /** Numbers with the largest first, names from A; a second time the other way round. */
  function sortBy(column: number, isNumber: boolean): void {
    order =
      order?.column === column
        ? { column, isDescending: !order.isDescending }
        : { column, isDescending: isNumber }
    sayOrder()
    arrange(sorted(shown, order))
  }

  function sayOrder(): void {
    for (const [i, head] of heads.entries()) {
      if (i === order?.column) head.setAttribute('aria-sort', order.isDescending ? 'descending' : 'ascending')
      else head.removeAttribute('aria-sort')
    }
  }

  function arrange(rows: readonly TableRow[]): void {
    const focused = document.activeElement
    const elements = rows.flatMap(({ id }) => built.get(id)?.element ?? [])
    if (elements.every((row, i) => body.children[i] === row) && elements.length === body.children.length)
      return
    body.replaceChildren(...elements)
    if (focused instanceof HTMLElement && body.contains(focused)) focused.focus({ preventScroll: true })
  }

  function elementOf(row: TableRow): HTMLTableRowElement {
    const known = built.get(row.id)
    if (known !== undefined) {
      known.row = row
      return known.element
    }
    const choose = () => {
      const entry = built.get(row.id)
      if (entry !== undefined) onChoose(entry.row)
    }
    const cells = columns.map(({ isNumber, isLong }, i) =>
      i === 0
        ? h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', onclick: choose }))
        : h('td', { class: isNumber ? 'number' : isLong ? 'long' : undefined }),
    )
    const made = h('tr', {}, ...cells)
    made.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) choose()
    })
    built.set(row.id, { row, element: made })
    return made
  }

  function forget(rows: readonly TableRow[]): void {
    const wanted = new Set(rows.map(({ id }) => id))
    for (const [id, { element: row }] of built) {
      if (wanted.has(id)) continue
      row.remove()
      built.delete(id)
    }
  }

  function markAll(): void {
    for (const { row, element: line } of built.values()) {
      const marks = isMarked(row)
      line.classList.toggle('marked', marks)
      line.querySelector('button')?.setAttribute('aria-current', String(marks))
    }
  }

  function write(row: TableRow): void {
    const made = elementOf(row)
    for (const [i, cell] of row.cells.entries()) {
      const slot = i === 0 ? made.querySelector('button') : made.children[i]
      const words = cellText(cell)
      if (!(slot instanceof HTMLElement) || slot.textContent === words) continue
      slot.textContent = words
      if (columns[i]?.isLong) slot.title = words
    }
  }

  return {
    element,
    show(rows, keepsOrder) {
      const focused = [...body.children].findIndex((row) => row.contains(document.activeElement))
      shown = rows
      for (const row of rows) write(row)
      forget(rows)
      if (!keepsOrder || body.children.length !== rows.length) arrange(sorted(rows, order))
      if (focused >= 0 && !body.contains(document.activeElement))
        body.children[Math.min(focused, rows.length - 1)]?.querySelector('button')?.focus()
      markAll()
    },
    mark(test) {
      isMarked = test
      markAll()
    },
  }
}

function cellText(cell: string | number): string {
  if (typeof cell === 'string') return cell
  return Number.isFinite(cell) ? number(cell) : text.page.headline.none
}
