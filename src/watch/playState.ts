/** State of the player: plain data, the inputs that change it, and what can be read off it. */
import type { Segments } from '../workers'
import { completedDays } from './days'

/** Where the run is on its way to the day that is wanted. */
export type Phase =
  /** On a day that was wanted: the clock stands, or runs while the run plays. `next` is wanted once this has been drawn. */
  | {
      readonly kind: 'arrived'
      readonly next: { readonly day: number; readonly isDrawn: boolean } | undefined
    }
  /** The worker goes to a day and has got to `reached`; its picture is the first that is shown, or is skipped. */
  | {
      readonly kind: 'replaying'
      readonly goal: number
      readonly reached: number
      readonly isShown: boolean
      readonly next: number | undefined
    }
  /** Days come that are recorded but not shown, until those that lead to the goal begin. */
  | { readonly kind: 'skipping'; readonly goal: number }
  /** The days that lead to the goal come; `next` is wanted after it. */
  | { readonly kind: 'approaching'; readonly goal: number; readonly next: number | undefined }

export interface PlayState {
  /** Tags what the worker is asked; answers to older ones are out of date. */
  readonly generation: number
  readonly phase: Phase
  readonly worker: 'answering' | 'silent' | 'lost'
  /** The clock runs whenever the run has arrived. */
  readonly isPlaying: boolean
  /** Days per second. */
  readonly speed: number
  /** Where the clock stands, in days. */
  readonly time: number
  readonly horizon: number
  /** Last day that came in order, and last day asked for. */
  readonly received: number
  readonly asked: number
  /** Time of the page at the last tick, in milliseconds; undefined when the clock sets out. */
  readonly tickedAt: number | undefined
}

export type PlayInput =
  /** Starts a run from its first day and goes on to `day`. */
  | { readonly type: 'load'; readonly segments: Segments; readonly seed: string; readonly day: number }
  /** Stays on the present day of a run that goes another way from the end of day `shared` on. */
  | { readonly type: 'replace'; readonly segments: Segments; readonly shared: number }
  | { readonly type: 'seek'; readonly day: number }
  /** One day forward (1) or back (-1). */
  | { readonly type: 'step'; readonly days: number }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'setSpeed'; readonly speed: number }
  /** `now` is the time of the page, in milliseconds. */
  | { readonly type: 'tick'; readonly now: number }
  /** The worker has sent a day; a picture shows all of it, without the days before. */
  | { readonly type: 'frame'; readonly day: number; readonly isPicture: boolean }
  /** The worker has got through a day on its way. */
  | { readonly type: 'progress'; readonly day: number }
  /** The worker says nothing although it should, or speaks again. */
  | { readonly type: 'silence'; readonly isSilent: boolean }
  /** The run is given up; only `load` begins anew. */
  | { readonly type: 'lose' }

export const ARRIVED: Phase = { kind: 'arrived', next: undefined }

export function startOfPlay(speed: number): PlayState {
  return {
    generation: 0,
    phase: ARRIVED,
    worker: 'answering',
    isPlaying: false,
    speed,
    time: 0,
    horizon: 0,
    received: 0,
    asked: 0,
    tickedAt: undefined,
  }
}

/** The last day that the clock has reached the end of. */
export function dayOf({ time }: PlayState): number {
  return completedDays(time)
}

/** The day that was asked for last, else the present one. */
export function headingOf(state: PlayState): number {
  const { phase } = state
  if (phase.kind === 'arrived') return phase.next?.day ?? dayOf(state)
  return nextOf(phase) ?? phase.goal
}

/** Days that the worker has got through on the way to the day that was asked for. */
export function reachedOf({ phase, received }: PlayState): number {
  return phase.kind === 'replaying' ? phase.reached : received
}

/** Whether another journey follows the present one. */
export function hasNext({ phase }: PlayState): boolean {
  return phase.kind === 'arrived' ? phase.next !== undefined : nextOf(phase) !== undefined
}

/** Whether the clock stands on a day that was wanted, and the worker could be asked about it. */
export function isAtRest({ phase, worker, isPlaying }: PlayState): boolean {
  return phase.kind === 'arrived' && phase.next === undefined && worker === 'answering' && !isPlaying
}

/** Whether days on the way are not shown. */
export function isSkipping({ phase }: PlayState): boolean {
  return phase.kind === 'skipping' || (phase.kind === 'replaying' && !phase.isShown)
}

function nextOf(phase: Exclude<Phase, { kind: 'arrived' }>): number | undefined {
  return phase.kind === 'skipping' ? undefined : phase.next
}
