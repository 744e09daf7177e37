/** Ensembles: the runs of a design at one point, and their summary. */
import { type MeasureRow, measureLayout, type Summary, summarise } from '../analysis'
import type { ModelSpec } from '../engine'
import type { RunPlan, RunResult } from './run'

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

/** Summary of each measure over the runs, in the order of the layout. */
export function summariseRuns(spec: ModelSpec, runs: readonly RunResult[]): MeasureSummary[] {
  return measureLayout(spec).map((row, i) => ({
    ...row,
    summary: summarise(runs.map((result) => result.values[i] as number)),
  }))
}
