/** Paired comparison: two scenarios under common random numbers, replication by replication. */
import type { Group } from './measures/entities'
import type { GroupMeasure } from './measures/table'
import { type MeasureRow, rowName } from './measures/values'
import { type Summary, summarise } from './summary'

/** The measures of some runs: `runs[i]` holds those of one run in the order of `rows`. */
export interface MeasuredRuns {
  readonly rows: readonly MeasureRow[]
  readonly runs: readonly ArrayLike<number>[]
}

/** Finds measures by name: returns the values of all runs, or undefined where they have no such measure. */
export function columnsOf({ rows, runs }: MeasuredRuns): (name: string) => number[] | undefined {
  const positions = new Map(rows.map((row, i) => [rowName(row), i]))
  return (name) => {
    const position = positions.get(name)
    return position === undefined ? undefined : runs.map((values) => values[position])
  }
}

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

/** Each measure that both sides have, compared pair by pair; run `i` of both is the same replication. */
export function pairedMeasures(baseline: MeasuredRuns, current: MeasuredRuns): PairedMeasure[] {
  const [baselineColumn, currentColumn] = [columnsOf(baseline), columnsOf(current)]
  return current.rows.flatMap((row) => {
    const [before, after] = [baselineColumn(rowName(row)), currentColumn(rowName(row))]
    if (before === undefined || after === undefined) return []
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
export function displacement(baseline: MeasuredRuns, current: MeasuredRuns): Displacement[] {
  return PARTITIONS.map((partition) => {
    const [before, after] = [partsOf(baseline, partition), partsOf(current, partition)]
    const distances = before.map((parts, pair) => totalVariation(parts, after[pair]))
    return { group: partition[0], distance: summarise(distances) }
  })
}

/** For each run, the value of a measure by entity. */
function partsOf({ rows, runs }: MeasuredRuns, [group, measure]: GroupMeasure): Map<string, number>[] {
  const positions = [...rows.keys()].filter((i) => rows[i].group === group && rows[i].measure === measure)
  return runs.map((values) => new Map(positions.map((i) => [rows[i].entity, values[i]])))
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
