/** Grid: an HTML table with sortable columns; clicking a row chooses it. */

import { text } from '../../text'
import { h, html, nothing, render, repeat, type View } from '../../ui'
import { number } from '../../words'
import { keptInPlace, sorted } from './order'
import type { Column, TableOf, TableRow } from './scene'

export interface Grid {
  readonly element: HTMLTableElement
  /**
   * Shows rows and highlights those for which `isMarked` holds; `keepsOrder` keeps known rows where they are.
   */
  show(rows: readonly TableRow[], isMarked: (row: TableRow) => boolean, keepsOrder: boolean): void
}

export function createGrid(
  name: string,
  { columns, order: firstOrder }: Pick<TableOf, 'columns' | 'order'>,
  onChoose: (row: TableRow) => void,
): Grid {
  const body = h('tbody')
  const heads = columns.map(({ name: title, isNumber = false }, column) => {
    const button = h('button', { type: 'button', onclick: () => sortBy(column, isNumber) }, title)
    return h('th', { scope: 'col', class: isNumber ? 'number' : undefined }, button)
  })
  const element = h('table', { class: 'grid', 'aria-label': name })
  element.append(h('thead', {}, h('tr', {}, ...heads)), body)
  let order = firstOrder
  let shown: readonly TableRow[] = []
  let isMarked: (row: TableRow) => boolean = () => false
  sayOrder()

  /** Numbers with the largest first, names from A; a second time the other way round. */
  function sortBy(column: number, isNumber: boolean): void {
    const isDescending = order?.column === column ? !order.isDescending : isNumber
    order = { column, isDescending }
    sayOrder()
    write(sorted(shown, order))
  }

  function sayOrder(): void {
    for (const [i, head] of heads.entries()) {
      if (i === order?.column) head.setAttribute('aria-sort', order.isDescending ? 'descending' : 'ascending')
      else head.removeAttribute('aria-sort')
    }
  }

  function rowView(row: TableRow): View {
    const marked = isMarked(row)
    const [title = '', ...cells] = row.cells.map(cellText)
    return html`<tr class=${marked ? 'marked' : nothing} @click=${() => onChoose(row)}>
      <th scope="row"><button type="button" class="link" aria-current=${String(marked)}>${title}</button></th>
      ${cells.map((cell, i) => cellView(cell, columns[i + 1]))}
    </tr>`
  }

  function write(rows: readonly TableRow[]): void {
    const focused = [...body.children].findIndex((row) => row.contains(document.activeElement))
    shown = rows
    render(html`${repeat(rows, ({ id }) => id, rowView)}`, body)
    // If the focused row has gone, the row now in its place takes the focus.
    if (focused >= 0 && !body.contains(document.activeElement))
      body.children[Math.min(focused, rows.length - 1)]?.querySelector('button')?.focus()
  }

  return {
    element,
    show(rows, marks, keepsOrder) {
      isMarked = marks
      write((keepsOrder ? keptInPlace(rows, shown) : undefined) ?? sorted(rows, order))
    },
  }
}

function cellView(cell: string, { isNumber, isLong }: Partial<Column> = {}): View {
  return html`<td
    class=${isNumber ? 'number' : isLong ? 'long' : nothing}
    title=${isLong ? cell : nothing}
  >${cell}</td>`
}

function cellText(cell: string | number): string {
  if (typeof cell === 'string') return cell
  return Number.isFinite(cell) ? number(cell) : text.page.headline.none
}
