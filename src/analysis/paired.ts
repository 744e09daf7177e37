/** Paired comparison: two scenarios under common random numbers, replication by replication. */
import type { Group } from './measures/entities'
import type { GroupMeasure } from './measures/table'
import { type MeasureRow, rowName } from './measures/values'
import { type Summary, summarise } from './summary'

/** Measures of one replication in the order of a layout. */
export type Values = ArrayLike<number>

export interface PairedMeasure extends MeasureRow {
  readonly baseline: Summary
  readonly current: Summary
  /** Current minus baseline, over the pairs in which both are defined. */
  readonly difference: Summary
  /** Worlds in which the measure fell and rose. */
  readonly fell: number
  readonly rose: number
  /**
   * Variance of the differences divided by what independent runs would have: below 1, common random numbers
   * help. NaN where nothing varies.
   */
  readonly varianceRatio: number
}

/**
 * Each measure that both layouts have, compared pair by pair. `baseline[i]` and `current[i]` are the same
 * replication.
 */
export function pairedMeasures(
  baselineRows: readonly MeasureRow[],
  baseline: readonly Values[],
  currentRows: readonly MeasureRow[],
  current: readonly Values[],
): PairedMeasure[] {
  const places = new Map(baselineRows.map((row, i) => [rowName(row), i]))
  return currentRows.flatMap((row, i) => {
    const place = places.get(rowName(row))
    if (place === undefined) return []
    const [before, after] = [columnOf(baseline, place), columnOf(current, i)]
    const differences = after.map((value, pair) => value - before[pair])
    const [a, b, difference] = [summarise(before), summarise(after), summarise(differences)]
    const independent = a.sd * a.sd + b.sd * b.sd
    return {
      ...row,
      baseline: a,
      current: b,
      difference,
      fell: differences.filter((value) => value < 0).length,
      rose: differences.filter((value) => value > 0).length,
      varianceRatio: independent === 0 ? Number.NaN : (difference.sd * difference.sd) / independent,
    }
  })
}

/** One measure of all runs. */
export function columnOf(runs: readonly Values[], i: number): number[] {
  return runs.map((values) => values[i])
}

/** Partitions of the flow whose shares tell how far it has moved, each with the measure of its parts. */
const PARTITIONS: readonly GroupMeasure[] = [
  ['byRoute', 'dispatchedKg'],
  ['byMode', 'dispatchedKg'],
  ['byMarket', 'deliveredKg'],
]

export interface Displacement {
  readonly group: Group
  /** Total variation between the shares of the flow, in [0, 1]: 0 nothing moved, 1 everything did. */
  readonly distance: Summary
}

/** How far flow has moved relative to the baseline: by route, by mode and by market. */
export function displacement(
  baselineRows: readonly MeasureRow[],
  baseline: readonly Values[],
  currentRows: readonly MeasureRow[],
  current: readonly Values[],
): Displacement[] {
  return PARTITIONS.map(([group, measure]) => {
    const distances = baseline.map((values, pair) =>
      totalVariation(
        partsOf(baselineRows, values, group, measure),
        partsOf(currentRows, current[pair], group, measure),
      ),
    )
    return { group, distance: summarise(distances) }
  })
}

function partsOf(
  rows: readonly MeasureRow[],
  values: Values,
  group: Group,
  measure: string,
): Map<string, number> {
  return new Map(
    rows.flatMap((row, i) =>
      row.group === group && row.measure === measure ? [[row.entity, values[i]] as const] : [],
    ),
  )
}

/**
 * Half the sum of the differences between two sets of shares; parts need not have the same total. NaN where
 * one side has no flow.
 */
export function totalVariation(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [totalA, totalB] = [a, b].map((parts) =>
    [...parts.values()].reduce((sum, part) => sum + part, 0),
  ) as [number, number]
  let sum = 0
  for (const name of [...new Set([...a.keys(), ...b.keys()])].sort())
    sum += Math.abs((a.get(name) ?? 0) / totalA - (b.get(name) ?? 0) / totalB)
  return sum / 2
}
