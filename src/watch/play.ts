/** Play: how each input changes the state of the player, and what it asks of the worker. */
import type { Segments, ToRunWorker } from '../workers'
import { begunDays } from './days'
import { ARRIVED, dayOf, headingOf, type Phase, type PlayInput, type PlayState } from './playState'

/** Days asked for at once, so that the worker answers other messages in between. */
const CHUNK = 30
/** Days before a sought day that are shown too, so that flows and movements of the past month are known. */
const LEAD_DAYS = 30
/** Days per second at which a digest can still be read, if only at a glance. */
const MAX_READABLE_SPEED = 10
/** Longest step of the clock in one tick, in seconds: it does not leap after the page was out of sight. */
const MAX_TICK_SECONDS = 0.1

/** The next state and what to ask the worker; `stranded` is a day wanted while the worker does not answer. */
export interface Move {
  readonly state: PlayState
  readonly asks: readonly ToRunWorker[]
  readonly stranded?: number
}

/** The state that follows an input, and what to ask the worker for it. */
export function next(state: PlayState, input: PlayInput): Move {
  switch (input.type) {
    case 'load':
      return load(state, input)
    case 'replace':
      return replace(state, input)
    case 'seek':
      return travel(state, input.day)
    case 'step':
      return step({ ...state, isPlaying: false }, input.days)
    case 'play':
      return play(state)
    case 'pause':
      return still({ ...state, isPlaying: false })
    case 'setSpeed':
      return still({ ...state, speed: input.speed })
    case 'tick':
      return tick(state, input.now)
    case 'frame':
      return input.isPicture ? takePicture(state, input.day) : arrive({ ...state, received: input.day })
    case 'progress':
      return still(reaching(state, input.day))
    case 'silence':
      if (state.worker === 'lost') return still(state)
      return still({ ...state, worker: input.isSilent ? 'silent' : 'answering' })
    case 'lose':
      return still({
        ...state,
        generation: state.generation + 1,
        phase: ARRIVED,
        worker: 'lost',
        isPlaying: false,
      })
  }
}

const still = (state: PlayState): Move => ({ state, asks: [] })

/** First day that is shown on the way to a goal. */
const leadOf = (goal: number): number => Math.max(0, goal - LEAD_DAYS)

function within({ horizon }: PlayState, day: number): number {
  return Math.max(0, Math.min(horizon, day))
}

function horizonOf(segments: Segments): number {
  return (segments.at(-1) ?? segments[0]).spec.days
}

function load(before: PlayState, { segments, seed, day }: Extract<PlayInput, { type: 'load' }>): Move {
  const horizon = horizonOf(segments)
  const answering: PlayState = { ...before, worker: 'answering', horizon }
  const goal = within(answering, day)
  const state = setOut(goal === 0 ? { ...answering, time: 0 } : answering, 0, goal)
  return { state, asks: [{ type: 'load', generation: state.generation, segments, seed }] }
}

function replace(before: PlayState, { segments, shared }: Extract<PlayInput, { type: 'replace' }>): Move {
  const horizon = horizonOf(segments)
  const goal = Math.min(headingOf(before), horizon)
  if (before.worker !== 'answering') return { ...still(before), stranded: goal }
  const from = goal <= shared ? goal : Math.min(shared, leadOf(goal))
  const state = setOut({ ...before, horizon }, from, goal)
  const { generation } = state
  const seek = { type: 'seek', generation, day: from } as const
  return { state, asks: [{ type: 'replace', generation, segments, shared }, seek] }
}

/**
 * The state on the way to a goal from an earlier day; the worker is yet to be asked for the picture of that
 * day.
 */
function setOut(state: PlayState, from: number, goal: number): PlayState {
  const phase: Phase = {
    kind: 'replaying',
    goal,
    reached: from,
    isShown: leadOf(goal) <= from,
    next: undefined,
  }
  return { ...state, generation: state.generation + 1, phase, received: from, asked: from }
}

/** Goes to a day; while the last days of a journey are coming, only after its goal has been drawn. */
function travel(state: PlayState, day: number): Move {
  const { phase } = state
  const goal = within(state, day)
  if (state.worker !== 'answering') return { ...still(state), stranded: goal }
  if (phase.kind === 'approaching' || (phase.kind === 'replaying' && phase.isShown))
    return still({ ...state, phase: { ...phase, next: goal } })
  if (leadOf(goal) <= state.received) return showFrom(state, goal, 0)
  if (phase.kind === 'replaying') return still({ ...state, phase: { ...phase, goal } })
  return ask({ ...state, phase: { kind: 'skipping', goal } })
}

/** Asks for the first picture that is shown on the way to a goal. */
function showFrom(state: PlayState, goal: number, reached: number): Move {
  const generation = state.generation + 1
  const phase: Phase = { kind: 'replaying', goal, reached, isShown: true, next: undefined }
  return { state: { ...state, generation, phase }, asks: [{ type: 'seek', generation, day: leadOf(goal) }] }
}

function play(state: PlayState): Move {
  const playing = { ...state, isPlaying: true, tickedAt: undefined }
  if (state.time >= state.horizon) return travel(playing, 0)
  return state.worker === 'answering' ? still(playing) : travel(playing, dayOf(state))
}

function step(state: PlayState, days: number): Move {
  const day = days > 0 ? dayOf(state) + days : begunDays(state.time) + days
  const isHere = state.worker === 'answering' && state.phase.kind === 'arrived'
  if (!isHere || days <= 0 || day > state.received) return travel(state, day)
  return ask({ ...state, time: within(state, day), phase: ARRIVED })
}

function tick(before: PlayState, now: number): Move {
  const seconds =
    before.tickedAt === undefined ? 0 : Math.min(MAX_TICK_SECONDS, (now - before.tickedAt) / 1000)
  const state = { ...before, tickedAt: now }
  const { phase } = state
  if (state.worker !== 'answering' || phase.kind !== 'arrived') return still(state)
  if (phase.next?.isDrawn) return travel({ ...state, phase: ARRIVED }, phase.next.day)
  const drawn: PlayState = phase.next
    ? { ...state, phase: { ...phase, next: { ...phase.next, isDrawn: true } } }
    : state
  return state.isPlaying ? run(drawn, seconds) : still(drawn)
}

/** The clock runs, as far as days have come. */
function run(state: PlayState, seconds: number): Move {
  const days = state.speed === Number.POSITIVE_INFINITY ? state.speed : seconds * state.speed
  const time = Math.min(state.time + days, state.received, state.horizon)
  return ask({ ...state, time, isPlaying: time < state.horizon })
}

/** The worker stands on a day, from which the next ones follow. */
function takePicture(state: PlayState, day: number): Move {
  const here = { ...state, received: day, asked: day }
  const { phase } = state
  if (phase.kind !== 'replaying') return arrive(here)
  const { goal, isShown, next } = phase
  return arrive({
    ...here,
    phase: isShown ? { kind: 'approaching', goal, next } : { kind: 'skipping', goal },
  })
}

/** A day has come: perhaps the goal, or the last that is skipped. */
function arrive(state: PlayState): Move {
  const { phase, received } = state
  if (phase.kind === 'skipping' && received >= leadOf(phase.goal))
    return showFrom(state, phase.goal, leadOf(phase.goal))
  if (phase.kind !== 'approaching' || received < phase.goal) return ask(state)
  const day = phase.next
  return ask({
    ...state,
    time: phase.goal,
    phase: day === undefined ? ARRIVED : { kind: 'arrived', next: { day, isDrawn: false } },
  })
}

function reaching(state: PlayState, day: number): PlayState {
  const { phase } = state
  return phase.kind === 'replaying' ? { ...state, phase: { ...phase, reached: day } } : state
}

/** Asks for the days that come next, unless some are due. */
function ask(state: PlayState): Move {
  const { generation, received, asked } = state
  if (state.worker !== 'answering' || asked > received) return still(state)
  const days = Math.min(CHUNK, wantedDay(state) - received)
  if (days <= 0) return still(state)
  const digests = digestsFor(state)
  return {
    state: { ...state, asked: received + days },
    asks: [{ type: 'advance', generation, days, digests }],
  }
}

/** Which of the coming days may be shown together with their digest. */
function digestsFor({ phase, isPlaying, speed }: PlayState): ToRunWorker<'advance'>['digests'] {
  if (phase.kind === 'approaching') return 'last'
  return phase.kind === 'arrived' && !(isPlaying && speed > MAX_READABLE_SPEED) ? 'each' : 'none'
}

/** The last day that is needed: to be shown next, or to keep the clock going. */
function wantedDay({ phase, speed, time, horizon, received }: PlayState): number {
  switch (phase.kind) {
    case 'replaying':
      return received
    case 'skipping':
      return leadOf(phase.goal)
    case 'approaching':
      return phase.goal
    case 'arrived': {
      const ahead = speed === Number.POSITIVE_INFINITY ? CHUNK : Math.max(3, Math.ceil(speed / 2))
      return Math.min(horizon, Math.ceil(time) + ahead)
    }
  }
}
