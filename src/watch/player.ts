/** Player: turns real time into simulated days, keeps a few days ahead, and travels through the run. */
import type { DayFrame } from '../analysis'
import type { ShipmentSelection } from '../store'
import type { FromRunWorker, RunPort, Segments } from '../workers'
import { createDays, type DaysListener } from './days'
import { type Move, next } from './play'
import {
  dayOf,
  hasNext,
  headingOf,
  isAtRest,
  isSkipping,
  type PlayInput,
  type PlayState,
  reachedOf,
  startOfPlay,
} from './playState'

/** Days per second; the last is as fast as the run can be computed and drawn. */
export const SPEEDS = [0.5, 1, 2, 5, 10, 20, 50, 100, Number.POSITIVE_INFINITY] as const
const FIRST_SPEED = 5

export interface PlayerListener extends DaysListener {
  /** The picture of a day, without the days before it. It replaces what is shown, unless it is `skipped`. */
  onReset(frame: DayFrame, skipped: boolean): void
  /** The day after the last one has arrived; it may lie ahead of the clock. */
  onDay(frame: DayFrame): void
  /** Playing, speed, day or progress has changed. */
  onChange(): void
  /** The run cannot go on after `day`. */
  onFailure(message: string, day: number): void
  /** A day is wanted while the worker does not answer. */
  onStranded(day: number): void
  /** The answer to `askStory`; none comes if the run has been changed or moved in time since. */
  onStory(story: FromRunWorker<'story'>): void
}

export interface Player {
  /** Starts a run on its first day and goes on to `day`. */
  load(segments: Segments, seed: string, day?: number): void
  /** Stays on the current day of a run that goes another way from the end of day `shared` on. */
  replace(segments: Segments, shared: number): void
  /** While the worker is silent the run stands still, and wanted days are passed on to the listener. */
  setSilent(isSilent: boolean): void
  /** Gives up the run after its worker was lost; only `load` begins anew. */
  giveUp(): void
  play(): void
  pause(): void
  /** One day forward (1) or back (-1). */
  step(days: number): void
  seek(day: number): void
  faster(steps: number): void
  setSpeed(speed: number): void
  /** Asks what has happened to a shipment. */
  askStory(shipment: ShipmentSelection): void
  /** Moves the clock to this time of the page, in milliseconds; returns where it stands, in days. */
  tick(now: number): number
  readonly time: number
  readonly day: number
  /** The wanted day, else the current one. */
  readonly heading: number
  readonly horizon: number
  readonly speed: number
  readonly playing: boolean
  /** On the way to a wanted day. */
  readonly busy: boolean
  /** The last day computed on the way to the wanted day. */
  readonly reached: number
  /** Another wanted day follows this one. */
  readonly hasNext: boolean
  /** The frame of the current day, once the run has arrived. */
  readonly frame: DayFrame | undefined
}

export function createPlayer(port: RunPort, listener: PlayerListener): Player {
  let state = startOfPlay(FIRST_SPEED)
  const days = createDays(listener)
  /** The last frame whose digest was asked for. */
  let digested: DayFrame | undefined

  function take(input: PlayInput): void {
    const before = state
    const move = next(state, input)
    state = move.state
    follow(before, move)
  }

  function follow(before: PlayState, { asks, stranded }: Move): void {
    for (const message of asks) port.post(message)
    if (stranded !== undefined) listener.onStranded(stranded)
    const hasMoved = state.phase.kind === 'arrived' && days.advance(state.time)
    askDigest()
    if (hasMoved || isNews(before, state)) listener.onChange()
  }

  /** Asks for the digest of the day at rest, once, unless it is known. */
  function askDigest(): void {
    const { present } = days
    if (!isAtRest(state) || present === undefined || present.digest !== undefined) return
    if (present === digested) return
    digested = present
    port.post({ type: 'digest', generation: state.generation, day: present.day })
  }

  function takeDigest({ day, digest }: FromRunWorker<'digest'>): void {
    if (days.present?.day !== day) return
    days.setDigest(digest)
    listener.onChange()
  }

  function takeFrame(frame: DayFrame): void {
    const isPicture = frame.shipments !== undefined
    const skipped = isSkipping(state)
    if (isPicture) {
      days.reset(frame)
      listener.onReset(frame, skipped)
    } else {
      if (!skipped) days.add(frame)
      listener.onDay(frame)
    }
    take({ type: 'frame', day: frame.day, isPicture })
  }

  port.listen((message) => {
    if (message.generation !== state.generation) return
    switch (message.type) {
      case 'frame':
        return takeFrame(message.frame)
      case 'progress':
        return take(message)
      case 'digest':
        return takeDigest(message)
      case 'story':
        return listener.onStory(message)
      case 'failed':
        return listener.onFailure(message.message, message.day)
    }
  })

  return {
    load: (segments, seed, day = 0) => take({ type: 'load', segments, seed, day }),
    replace: (segments, shared) => take({ type: 'replace', segments, shared }),
    setSilent: (isSilent) => take({ type: 'silence', isSilent }),
    giveUp: () => take({ type: 'lose' }),
    play: () => take({ type: 'play' }),
    pause: () => take({ type: 'pause' }),
    step: (by) => take({ type: 'step', days: by }),
    seek: (day) => take({ type: 'seek', day }),
    faster(steps) {
      const at = SPEEDS.findIndex((candidate) => candidate >= state.speed)
      const speed = SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + steps))] ?? FIRST_SPEED
      take({ type: 'setSpeed', speed })
    },
    setSpeed: (speed) => take({ type: 'setSpeed', speed }),
    askStory({ shipment, day }) {
      const { worker, generation } = state
      if (worker === 'answering') port.post({ type: 'story', generation, shipment, day })
    },
    tick(now) {
      take({ type: 'tick', now })
      return state.time
    },
    get time() {
      return state.time
    },
    get day() {
      return dayOf(state)
    },
    get heading() {
      return headingOf(state)
    },
    get horizon() {
      return state.horizon
    },
    get speed() {
      return state.speed
    },
    get playing() {
      return state.isPlaying && state.worker === 'answering'
    },
    get busy() {
      return state.phase.kind !== 'arrived'
    },
    get reached() {
      return reachedOf(state)
    },
    get hasNext() {
      return hasNext(state)
    },
    get frame() {
      return state.phase.kind === 'arrived' ? days.present : undefined
    },
  }
}

/** Whether anything that the page shows differs between two states. */
function isNews(before: PlayState, after: PlayState): boolean {
  if (after.phase.kind !== 'arrived' && after.received !== before.received) return true
  const { phase, worker, isPlaying, speed, horizon } = after
  return (
    phase !== before.phase ||
    worker !== before.worker ||
    isPlaying !== before.isPlaying ||
    speed !== before.speed ||
    horizon !== before.horizon ||
    dayOf(after) !== dayOf(before)
  )
}
