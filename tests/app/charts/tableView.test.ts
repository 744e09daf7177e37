/** The table of a chart: words as they are, numbers without the noise of their last digits. */
import { expect, it } from 'vitest'
import { tableView } from '../../../src/app/charts/tableView'
import { markupOf } from '../../support/markup'

const rowsOf = (...rows: readonly (readonly (string | number)[])[]) =>
  markupOf(tableView([['Name', 'kg'], ...rows]))

it('heads its columns, which screen readers tell with each cell', () => {
  expect(rowsOf()).toContain('<th scope="col">Name</th><th scope="col">kg</th>')
})

it.each([
  [0.1 + 0.2, '0.3'],
  [12.345_678, '12.3457'],
  [1_234_567, '1234567'],
  [Number.NaN, ''],
])('writes %d as "%s"', (value, text) => {
  expect(rowsOf([value])).toContain(`<td class="number">${text}</td>`)
})

it('writes words that look like numbers as words', () => {
  expect(rowsOf(['007'])).toContain('<td>007</td>')
})

it('has no cell without data', () => {
  expect(markupOf(tableView([]))).not.toMatch(/<t[hd][ >]/)
})
