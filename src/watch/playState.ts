/** State of the player as plain data, the inputs that change it, and what can be read from it. */
import type { Segments } from '../workers'
import { completedDays } from './days'

/** Where the run is on its way to the day that is wanted. */
export type Phase =
  /** On the wanted day; the clock runs if the run plays. `next` is the goal once this day has been drawn. */
  | {
      readonly kind: 'arrived'
      readonly next: { readonly day: number; readonly isDrawn: boolean } | undefined
    }
  /** The worker goes to a day, which is shown or skipped, and has got as far as `reached`. */
  | {
      readonly kind: 'replaying'
      readonly goal: number
      readonly reached: number
      readonly isShown: boolean
      readonly next: number | undefined
    }
  /** Days arrive that are recorded but not shown, up to a month before the goal. */
  | { readonly kind: 'skipping'; readonly goal: number }
  /** The last days before the goal arrive; `next` is the goal after it. */
  | { readonly kind: 'approaching'; readonly goal: number; readonly next: number | undefined }

export interface PlayState {
  /** Tags what is asked of the worker: answers with an older tag are out of date. */
  readonly generation: number
  readonly phase: Phase
  readonly worker: 'answering' | 'silent' | 'lost'
  /** The clock runs whenever the phase is `arrived`. */
  readonly isPlaying: boolean
  /** Days per second. */
  readonly speed: number
  /** Where the clock stands, in days. */
  readonly time: number
  readonly horizon: number
  /** Last day received, and last day asked for. */
  readonly received: number
  readonly asked: number
  /** Time of the page at the last tick, in milliseconds; undefined until the first tick of a play. */
  readonly tickedAt: number | undefined
}

export type PlayInput =
  /** Starts a run from its first day and goes on to `day`. */
  | { readonly type: 'load'; readonly segments: Segments; readonly seed: string; readonly day: number }
  /** Stays on the current day of a run that goes another way from the end of day `shared` on. */
  | { readonly type: 'replace'; readonly segments: Segments; readonly shared: number }
  | { readonly type: 'seek'; readonly day: number }
  /** One day forward (1) or back (-1). */
  | { readonly type: 'step'; readonly days: number }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'setSpeed'; readonly speed: number }
  /** `now` is the time of the page, in milliseconds. */
  | { readonly type: 'tick'; readonly now: number }
  /**
   * The worker has sent a day: the one after the last, or the picture of any day, without the days before it.
   */
  | { readonly type: 'frame'; readonly day: number; readonly isPicture: boolean }
  /** The worker has computed a day on its way to another. */
  | { readonly type: 'progress'; readonly day: number }
  /** The worker has stopped answering, or answers again. */
  | { readonly type: 'silence'; readonly isSilent: boolean }
  /** The worker is lost; only `load` begins anew. */
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

/** The day that was asked for last, else the current one. */
export function headingOf(state: PlayState): number {
  const { phase } = state
  if (phase.kind === 'arrived') return phase.next?.day ?? dayOf(state)
  return nextOf(phase) ?? phase.goal
}

/** The last day computed on the way to the goal. */
export function reachedOf({ phase, received }: PlayState): number {
  return phase.kind === 'replaying' ? phase.reached : received
}

/** Whether another goal follows the current one. */
export function hasNext({ phase }: PlayState): boolean {
  return phase.kind === 'arrived' ? phase.next !== undefined : nextOf(phase) !== undefined
}

/** Whether the clock stands on the wanted day, and the worker answers. */
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
