/** Jobs: what the command line's threads are sent, and what they answer. */
import type { RunPlan, RunResult } from '../experiment'

/** One run: which of the specs, and its plan. Plain data, as the thread is sent it. */
export interface Job {
  readonly spec: number
  readonly plan: RunPlan
}

/** What a thread answers. */
export type Answer = { readonly result: RunResult } | Fault

export interface Fault {
  readonly reason: string
  /** The scenario asks for more than a run can hold; all else is a fault of ours. */
  readonly isRefused: boolean
}
