/** Columns: sums, ratios and units of numbers that stand one per entity. */
import { CENTS_PER_USD, GRAMS_PER_KG } from '../engine'

type Column = ArrayLike<number>

/** NaN where there is nothing to divide by. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole
}

/** Ratio of each part to its whole; a shorter column of wholes is repeated. */
export function ratios(parts: Column, wholes: Column): Float64Array {
  return Float64Array.from(parts, (part, i) => ratio(part, wholes[i % wholes.length]))
}

/** Kilograms of grams. */
export function kg(grams: Column): Float64Array {
  return Float64Array.from(grams, (value) => value / GRAMS_PER_KG)
}

/** US dollars of cents. */
export function usd(cents: Column): Float64Array {
  return Float64Array.from(cents, (value) => value / CENTS_PER_USD)
}

/** Days of hours. */
export function days(hours: Column): Float64Array {
  return Float64Array.from(hours, (value) => value / 24)
}

export function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

/** Sum of each row of a table of so many columns. */
export function rowSums(table: Float64Array, columns: number): Float64Array {
  return Float64Array.from({ length: table.length / columns }, (_, row) =>
    sumOf(table.subarray(row * columns, (row + 1) * columns)),
  )
}

/** Sums of two columns, row by row. */
export function plus(a: Float64Array, b: Column): Float64Array {
  return a.map((value, i) => value + b[i])
}

/** Sums of `values` by the row, below `rows`, that `rowOf` gives for each; those of row -1 are left out. */
export function sumsBy(values: Column, rowOf: ArrayLike<number>, rows: number): Float64Array {
  const sums = new Float64Array(rows)
  for (let i = 0; i < values.length; i++) {
    const row = rowOf[i]
    if (row < 0) continue
    sums[row] += values[i]
  }
  return sums
}
