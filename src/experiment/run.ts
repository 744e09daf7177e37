/** One run: a spec, a seed and a replication in; measures, digest and, if wanted, the daily series out. */
import { createSeriesRecorder, type DailySeries, measuresOf } from '../analysis'
import {
  type Counters,
  copyOfCounters,
  createWorld,
  digest,
  flowDigest,
  type ModelSpec,
  step,
  type World,
} from '../engine'

/** A span of days, counted from 0; `untilDay` is not part of it. */
export type Window = readonly [fromDay: number, untilDay: number]

/** Address of one run within a design. Plain data, so that a worker can be sent it. */
export interface RunPlan {
  readonly seed: string
  readonly replication: number
  readonly days: number
  readonly series: boolean
  /** Spans of days that are measured besides the whole run; each lies within it. Default none. */
  readonly windows?: readonly Window[]
}

export interface RunResult {
  readonly replication: number
  /** Fingerprint of the run and all its measures. */
  readonly digest: string
  /** Fingerprint of what happened in it; parameters that no shipment has met do not change it. */
  readonly flowDigest: string
  /** In the order of `measureLayout`. */
  readonly values: Float64Array
  /** The same for each window of the plan. */
  readonly windowValues: readonly Float64Array[]
  readonly series: DailySeries | undefined
}

/** Simulates one run from its first day to its last. */
export function run(spec: ModelSpec, plan: RunPlan): RunResult {
  const world = createWorld(spec, plan.seed, { replication: plan.replication })
  const recorder = plan.series ? createSeriesRecorder(spec, plan.days) : undefined
  const windows = createWindows(plan.windows ?? [])
  for (let day = 0; day < plan.days; day++) {
    windows.begin(world)
    step(world)
    recorder?.record(world)
    windows.end(world)
  }
  return {
    replication: plan.replication,
    digest: digest(world),
    flowDigest: flowDigest(world),
    values: measuresOf(world),
    windowValues: windows.values,
    series: recorder?.finished(),
  }
}

/** Copies the counters at the start of each window and measures what has been added by its end. */
function createWindows(windows: readonly Window[]) {
  const before = new Map<number, Counters>()
  const values: Float64Array[] = windows.map(() => new Float64Array())
  return {
    values,
    begin({ day, counters }: World): void {
      if (windows.some(([from]) => from === day)) before.set(day, copyOfCounters(counters))
    },
    end(world: World): void {
      for (const [i, [from, until]] of windows.entries())
        if (until === world.day) values[i] = measuresOf(world, before.get(from))
    },
  }
}
