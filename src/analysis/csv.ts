/** Tables as CSV (RFC 4180, lines end in LF): the same bytes from the page and from the command line. */
import type { ModelSpec } from '../engine'
import { measureLayout } from './layout'
import type { PairedMeasure } from './paired'
import { type DailySeries, dateOfDay, seriesColumns } from './series'

function cell(value: string | number): string {
  const text = typeof value === 'number' ? (Number.isNaN(value) ? '' : String(value)) : value
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as CSV. A number that is not one gives an empty cell. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('')
}

/** Tidy measures: one row per replication x measure x entity. An undefined measure has an empty value. */
export function measuresCsv(
  spec: ModelSpec,
  runs: readonly { readonly replication: number; readonly values: Float64Array }[],
): string {
  const layout = measureLayout(spec)
  const head = csvOf([['replication', 'group', 'entity', 'measure', 'value']])
  return (
    head +
    runs
      .map(({ replication, values }) =>
        csvOf(
          layout.map(({ group, entity, measure }, i) => [
            replication,
            group,
            entity,
            measure,
            values[i] as number,
          ]),
        ),
      )
      .join('')
  )
}

/** Daily series: one row per replication x day. */
export function seriesCsv(
  spec: ModelSpec,
  runs: readonly { readonly replication: number; readonly series: DailySeries }[],
): string {
  const head = csvOf([['replication', 'day', 'date', ...seriesColumns(spec)]])
  return (
    head +
    runs
      .map(({ replication, series: { columns, values } }) => {
        const days = Array.from({ length: values.length / columns }, (_, day) => day)
        return csvOf(
          days.map((day) => [
            replication,
            day + 1,
            dateOfDay(spec, day),
            ...values.subarray(day * columns, (day + 1) * columns),
          ]),
        )
      })
      .join('')
  )
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
