/** Jobs: what the threads of the command line receive and return. */
import type { RunPlan, RunResult } from '../experiment'

/** One run: which of the specs, and its plan. Plain data, as the thread is sent it. */
export interface Job {
  readonly spec: number
  readonly plan: RunPlan
}

/** What a thread returns. */
export type Answer = { readonly result: RunResult } | Fault

export interface Fault {
  readonly reason: string
  /** The scenario asks for more than a run can hold; all else is a fault of ours. */
  readonly isRefused: boolean
}
