/**
 * Tables as CSV (RFC 4180, lines end in LF): the same bytes from the page and from the command line (D11).
 */
import type { ModelSpec } from '../engine'
import { measureLayout } from './measures/values'
import type { PairedMeasure } from './paired'
import { type DailySeries, dateOfDay, seriesColumns } from './series'

/**
 * What a spreadsheet would take for a formula: a sign at the beginning, whatever blanks or invisible marks
 * stand before it.
 */
const FORMULA = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff0b\uff0d\uff1d\uff20]/
/** The same after what another setting of the spreadsheet may take for the end of a cell. */
const HIDDEN_FORMULA = /([;\t\r\n][\s\u200b-\u200f\u2060\ufeff]*)(?=[=+\-@\uff0b\uff0d\uff1d\uff20])/g

/**
 * A cell as text. No text begins like a formula: an apostrophe stands before it. A number that is not finite
 * is empty.
 */
function cellText(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = value.replace(HIDDEN_FORMULA, "$1'")
  return FORMULA.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
}

function cell(value: string | number): string {
  const text = cellText(value)
  return /[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

type Rows = readonly (readonly (string | number)[])[]

/** Rows as CSV. Every table that leaves the program is written by this. */
export function csvOf(rows: Rows): string {
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('')
}

/** Rows with tabs between their cells, to be pasted; blanks within a cell are single. */
export function tabbedOf(rows: Rows): string {
  const single = (value: string | number) => cellText(value).replace(/\s+/g, ' ')
  return rows.map((row) => `${row.map(single).join('\t')}\n`).join('')
}

/** A CSV that grows with the runs: its first line, and the lines of each run in pieces. */
export interface CsvOfRuns<Run> {
  readonly head: string
  readonly rowsOf: (run: Run) => Iterable<string>
}

/** Tidy measures: one row per replication x measure x entity. An undefined measure has an empty value. */
export function measuresCsv(
  spec: ModelSpec,
): CsvOfRuns<{ readonly replication: number; readonly values: Float64Array }> {
  const names = measureLayout(spec).map(({ group, entity, measure }) =>
    csvOf([[group, entity, measure]]).slice(0, -1),
  )
  return {
    head: csvOf([['replication', 'group', 'entity', 'measure', 'value']]),
    rowsOf: ({ replication, values }) => [
      names.map((name, i) => `${replication},${name},${cell(values[i])}\n`).join(''),
    ],
  }
}

/** Daily series: one row per replication x day. */
export function seriesCsv(
  spec: ModelSpec,
): CsvOfRuns<{ readonly replication: number; readonly series: DailySeries }> {
  return {
    head: csvOf([['replication', 'day', 'date', ...seriesColumns(spec)]]),
    *rowsOf({ replication, series: { columns, values } }) {
      for (let day = 0; day < values.length / columns; day++) {
        const numbers = values.subarray(day * columns, (day + 1) * columns)
        yield csvOf([[replication, day + 1, dateOfDay(spec, day), ...numbers]])
      }
    },
  }
}

/** Paired differences: one row per group x entity x measure. An undefined number is empty. */
export function pairedCsv(measures: readonly PairedMeasure[]): string {
  const head = [
    'group',
    'entity',
    'measure',
    'baseline',
    'current',
    'difference',
    'lower95',
    'upper95',
    'fell',
    'rose',
    'pairs',
  ]
  const rows = measures.map(({ group, entity, measure, baseline, current, difference, fell, rose }) => [
    group,
    entity,
    measure,
    baseline.mean,
    current.mean,
    difference.mean,
    ...difference.ci95,
    fell,
    rose,
    difference.count,
  ])
  return csvOf([head, ...rows])
}
