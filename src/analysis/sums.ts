/** Sums of a run's counters over its candidates. */
import type { World } from '../engine'

/** NaN where there is nothing to divide by. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole
}

export function sumOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

/** Sums of `values` by the row that each belongs to. */
export function sumsBy(values: Float64Array, rowOf: (index: number) => number, rows: number): Float64Array {
  const sums = new Float64Array(rows)
  for (let i = 0; i < values.length; i++) {
    const row = rowOf(i)
    sums[row] = (sums[row] as number) + (values[i] as number)
  }
  return sums
}

/** Dispatched, delivered, seized in kg, and the share seized of what was dispatched. */
export type Flow = [dispatchedKg: number, deliveredKg: number, seizedKg: number, interdictionRate: number]

/** The flow of each row of candidates. */
export function flowsBy({ counters }: World, rowOf: (candidate: number) => number, rows: number): Flow[] {
  const [dispatched, delivered, seized] = [
    counters.dispatchedGrams,
    counters.deliveredGrams,
    counters.seizedGrams,
  ].map((grams) => sumsBy(grams, rowOf, rows)) as [Float64Array, Float64Array, Float64Array]
  return Array.from(dispatched, (grams, row) => [
    grams / 1000,
    (delivered[row] as number) / 1000,
    (seized[row] as number) / 1000,
    ratio(seized[row] as number, grams),
  ])
}

/** The flow of all candidates together. */
export function totalFlow(world: World): Flow {
  return flowsBy(world, () => 0, 1)[0] as Flow
}
