/** Ensembles: the runs of a design at one point, and their summary. */
import { createTally, type MeasureRow, measureLayout, type Summary } from '../analysis'
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

/** Summaries of all measures over runs that arrive one by one. */
export interface Summaries {
  /** Adds the measures of one run, in the order of the layout. */
  add(values: ArrayLike<number>): void
  measures(): MeasureSummary[]
}

export function createSummaries(spec: ModelSpec): Summaries {
  const rows = measureLayout(spec).map((row) => ({ row, tally: createTally() }))
  return {
    add(values) {
      for (const [i, { tally }] of rows.entries()) tally.add(values[i])
    },
    measures: () => rows.map(({ row, tally }) => ({ ...row, summary: tally.summary() })),
  }
}
