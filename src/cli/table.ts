/** Tables on a terminal: aligned columns and short numbers. */
import { grouped } from '../words'

/** Columns padded to equal width, the first to the left and the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length)
  return rows.map((row) => {
    const cells = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
    )
    return `  ${cells.join('  ').trimEnd()}`
  })
}

/** At least four digits, grouped by thousands; "-" where undefined. */
export function shortNumber(value: number): string {
  if (Number.isNaN(value)) return '-'
  if (value === 0) return '0'
  if (Number.isInteger(value)) return grouped(String(value), ' ')
  const digits = Math.abs(value) >= 1_000 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 3 : 5
  return grouped(value.toFixed(digits), ' ')
}

/** An interval with both ends in the same form; "-" where it is undefined. */
export function intervalText(
  [lower, upper]: readonly [lower: number, upper: number],
  form: (value: number) => string = shortNumber,
): string {
  return Number.isNaN(lower) ? '-' : `${form(lower)} .. ${form(upper)}`
}
