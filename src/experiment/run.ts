/** One run: a spec, a seed and a replication in; measures, digest and, if wanted, the daily series out. */
import { type DailySeries, measuresOf, SeriesRecorder } from '../analysis'
import { createWorld, digest, type ModelSpec, step } from '../engine'

/** Address of one run within a design. Plain data, so that a worker can be sent it. */
export interface RunPlan {
  readonly seed: string
  readonly replication: number
  readonly days: number
  readonly series: boolean
}

export interface RunResult {
  readonly replication: number
  readonly digest: string
  /** In the order of `measureLayout`. */
  readonly values: Float64Array
  readonly series: DailySeries | undefined
}

/** Simulates one run from its first day to its last. */
export function run(spec: ModelSpec, plan: RunPlan): RunResult {
  const world = createWorld(spec, plan.seed, { replication: plan.replication })
  const recorder = plan.series ? new SeriesRecorder(spec, plan.days) : undefined
  for (let day = 0; day < plan.days; day++) {
    step(world)
    recorder?.record(world)
  }
  return {
    replication: plan.replication,
    digest: digest(world),
    values: measuresOf(world),
    series: recorder?.finished(),
  }
}
