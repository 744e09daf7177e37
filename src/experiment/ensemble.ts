/** Ensembles: the runs of a design at one point, and their summary. */
import { type MeasureRow, measureLayout, type Summary, Tally } from '../analysis'
import type { ModelSpec } from '../engine'
import type { RunPlan } from './run'

/** Plans of `replications` runs that differ only in their number, which counts up from `first`. */
export function replicationPlans(
  settings: Omit<RunPlan, 'replication'>,
  replications: number,
  first = 1,
): RunPlan[] {
  return Array.from({ length: replications }, (_, i) => ({ ...settings, replication: first + i }))
}

export interface MeasureSummary extends MeasureRow {
  readonly summary: Summary
}

/** Summaries of all measures over runs that come one by one, in the order of the layout. */
export interface Summaries {
  /** Takes in the measures of one run. */
  add(values: ArrayLike<number>): void
  measures(): MeasureSummary[]
}

export function createSummaries(spec: ModelSpec): Summaries {
  const layout = measureLayout(spec)
  const tallies = layout.map(() => new Tally())
  return {
    add(values) {
      for (const [i, tally] of tallies.entries()) tally.add(values[i] as number)
    },
    measures: () => layout.map((row, i) => ({ ...row, summary: (tallies[i] as Tally).summary() })),
  }
}
