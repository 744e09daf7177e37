/** Table view: the data of a chart as a table on the page. */
import { html, type View } from '../../ui'

/** The data of a chart; the first row holds the names of the columns. NaN stands for no value. */
export type ChartTable = readonly (readonly (string | number)[])[]

export function tableView([head = [], ...rows]: ChartTable): View {
  return html`<table>
    <thead><tr>${head.map((name) => html`<th scope="col">${String(name)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map(cellView)}</tr>`)}</tbody>
  </table>`
}

function cellView(value: string | number): View {
  return typeof value === 'number'
    ? html`<td class="number">${shownNumber(value)}</td>`
    : html`<td>${value}</td>`
}

function shownNumber(value: number): string {
  return Number.isNaN(value) ? '' : String(Math.round(value * 1e4) / 1e4)
}
