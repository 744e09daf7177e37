/** CSV in tests: put together from its pieces, and taken apart into cells. */
import type { CsvOfRuns } from '../../src/analysis'

/** The whole file of some runs. */
export function csvOfRuns<Run>({ head, rowsOf }: CsvOfRuns<Run>, runs: readonly Run[]): string {
  return head + runs.flatMap((one) => [...rowsOf(one)]).join('')
}

/** Rows of cells of a CSV text (RFC 4180). */
export function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const match of csv.replace(/\n$/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    const [, quoted, plain, end] = match
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}
