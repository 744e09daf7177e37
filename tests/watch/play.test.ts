/** Play: from state and input to the next state and what the worker is asked, and what holds along any way. */
import { describe, expect, it } from 'vitest'
import type { DayFrame } from '../../src/analysis'
import { compileScenario } from '../../src/scenario'
import { next } from '../../src/watch/play'
import { createPlayer, SPEEDS } from '../../src/watch/player'
import { dayOf, type PlayInput, type PlayState, startOfPlay } from '../../src/watch/playState'
import type { FromRunWorker, Segments, ToRunWorker } from '../../src/workers'
import { bundledScenario } from '../support/bundled'
import { chanceOf } from '../support/random'

const spec = compileScenario(bundledScenario('line'))
const segments: Segments = [{ fromDay: 0, spec }]
const HORIZON = spec.days

/** Arrived on day 100 of a run of which 110 days have come. */
const arrived: PlayState = {
  ...startOfPlay(5),
  generation: 1,
  horizon: HORIZON,
  time: 100,
  received: 110,
  asked: 110,
}
const playing: PlayState = { ...arrived, isPlaying: true, tickedAt: 1_000 }
const skipping: PlayState = { ...arrived, phase: { kind: 'skipping', goal: 300 }, asked: 140 }
const approaching: PlayState = { ...arrived, phase: { kind: 'approaching', goal: 130, next: undefined } }
const replaying: PlayState = {
  ...arrived,
  phase: { kind: 'replaying', goal: 50, reached: 7, isShown: true, next: undefined },
}
const waiting: PlayState = { ...arrived, phase: { kind: 'arrived', next: { day: 60, isDrawn: false } } }
const silent: PlayState = { ...playing, worker: 'silent' }

const advance = (days: number, digests = 'each') => ({ type: 'advance', generation: 1, days, digests })
const seekTo = (day: number) => ({ type: 'seek', generation: 2, day })

type Row = readonly [title: string, state: PlayState, input: PlayInput, kind: string, asks: readonly object[]]

const ROWS: readonly Row[] = [
  ['a near day is shown from a month before', arrived, { type: 'seek', day: 120 }, 'replaying', [seekTo(90)]],
  ['a day back is shown from a month before', arrived, { type: 'seek', day: 20 }, 'replaying', [seekTo(0)]],
  ['a far day begins unseen', arrived, { type: 'seek', day: 200 }, 'skipping', [advance(30, 'none')]],
  ['unseen days are left for another goal', skipping, { type: 'seek', day: 90 }, 'replaying', [seekTo(60)]],
  [
    'unseen days come',
    skipping,
    { type: 'frame', day: 140, isPicture: false },
    'skipping',
    [advance(30, 'none')],
  ],
  [
    'unseen days end',
    { ...skipping, received: 269, asked: 270 },
    { type: 'frame', day: 270, isPicture: false },
    'replaying',
    [seekTo(270)],
  ],
  [
    'a picture comes',
    replaying,
    { type: 'frame', day: 20, isPicture: true },
    'approaching',
    [advance(30, 'last')],
  ],
  [
    'a picture comes that is not shown',
    { ...replaying, phase: { kind: 'replaying', goal: 200, reached: 0, isShown: false, next: undefined } },
    { type: 'frame', day: 0, isPicture: true },
    'skipping',
    [advance(30, 'none')],
  ],
  ['a replay gets on', replaying, { type: 'progress', day: 15 }, 'replaying', []],
  ['another day waits for a replay', replaying, { type: 'seek', day: 5 }, 'replaying', []],
  ['another day waits for the goal', approaching, { type: 'seek', day: 5 }, 'approaching', []],
  [
    'the goal comes, and days ahead are asked for',
    { ...approaching, received: 129, asked: 130 },
    { type: 'frame', day: 130, isPicture: false },
    'arrived',
    [advance(3)],
  ],
  ['a goal with a next is drawn first', waiting, { type: 'tick', now: 2_000 }, 'arrived', []],
  [
    'the next day is set out for once the goal is drawn',
    { ...waiting, phase: { kind: 'arrived', next: { day: 60, isDrawn: true } } },
    { type: 'tick', now: 2_000 },
    'replaying',
    [seekTo(30)],
  ],
  ['a step forward uses what has come', arrived, { type: 'step', days: 1 }, 'arrived', []],
  ['a step back is a journey', arrived, { type: 'step', days: -1 }, 'replaying', [seekTo(69)]],
  [
    'the clock runs',
    { ...playing, received: 103, asked: 103 },
    { type: 'tick', now: 1_100 },
    'arrived',
    [advance(1)],
  ],
  [
    'digests are left out where days pass too fast to read them',
    { ...playing, speed: 50, received: 103, asked: 103 },
    { type: 'tick', now: 1_020 },
    'arrived',
    [advance(23, 'none')],
  ],
  ['a silent worker is asked nothing', silent, { type: 'tick', now: 9_000 }, 'arrived', []],
  ['a silent worker is asked for no day', silent, { type: 'seek', day: 20 }, 'arrived', []],
  ['a run is given up', approaching, { type: 'lose' }, 'arrived', []],
]

describe('an input of the player', () => {
  it.each(ROWS)('%s', (_, state, input, kind, asks) => {
    const move = next(state, input)
    expect(move.state.phase.kind).toBe(kind)
    expect(move.asks).toEqual(asks)
  })

  it('leaves the state that it came to as it was', () => {
    for (const [, state, input] of ROWS) {
      const before = structuredClone(state)
      next(state, input)
      expect(state).toEqual(before)
    }
  })

  it('that wants a day of a worker that does not answer passes the day on, within the run', () => {
    expect(next(silent, { type: 'seek', day: 9_999 }).stranded).toBe(HORIZON)
    expect(next(silent, { type: 'step', days: 1 }).stranded).toBe(101)
    expect(next({ ...silent, time: HORIZON }, { type: 'play' }).stranded).toBe(0)
    expect(next(silent, { type: 'replace', segments, shared: 50 }).stranded).toBe(100)
  })

  it('loads a run that is shown from a month before the wanted day', () => {
    const load = (day: number) => next(silent, { type: 'load', segments, seed: 'x', day }).state
    expect(load(200)).toMatchObject({ worker: 'answering', phase: { goal: 200, isShown: false } })
    expect(load(30).phase).toMatchObject({ goal: 30, isShown: true })
    expect(load(0)).toMatchObject({ time: 0, isPlaying: true })
  })
})

/** A worker that knows no model: frames of nothing but their day, in the order in which they were asked for. */
function createEmptyWorker() {
  const inbox: FromRunWorker[] = []
  const asked: ToRunWorker[] = []
  let day = 0
  let handler: (message: FromRunWorker) => void = () => undefined
  const say = (generation: number, isPicture: boolean) =>
    inbox.push({ type: 'frame', generation, frame: frameOf(day, isPicture) })
  const post = (message: ToRunWorker) => {
    const { generation } = message
    asked.push(message)
    if (message.type === 'load') day = 0
    if (message.type === 'replace') day = Math.min(day, message.shared)
    if (message.type === 'seek') day = message.day
    if (message.type === 'load' || message.type === 'seek') say(generation, true)
    if (message.type !== 'advance') return
    const isDue = inbox.some((answer) => answer.generation === generation)
    expect(isDue, 'days are asked for once those before have come').toBe(false)
    expect(message.days).toSatisfy((days: number) => days > 0 && days <= 30)
    for (let i = 0; i < message.days && day < HORIZON; i++) {
      day++
      say(generation, false)
    }
  }
  return {
    asked,
    port: {
      post,
      listen(next: typeof handler) {
        handler = next
      },
    },
    deliver(count: number) {
      for (const message of inbox.splice(0, count)) handler(message)
    },
    forget: () => void inbox.splice(0),
  }
}

function frameOf(day: number, isPicture: boolean): DayFrame {
  return { day, shipments: isPicture ? { count: 0 } : undefined } as DayFrame
}

/** A player under random inputs, every rule checked on the way. */
function walk(number: number): void {
  const chance = chanceOf(number)
  const whole = (low: number, high: number) => low + Math.floor(chance() * (high - low + 1))
  const worker = createEmptyWorker()
  let entered = 0
  let ended = 0
  const player = createPlayer(worker.port, {
    onReset({ day }, skipped) {
      if (skipped) return
      entered = day
      ended = day
    },
    onDay: () => undefined,
    onEnter({ day }) {
      expect(day, 'each day is entered once and in order').toBe(entered + 1)
      entered = day
    },
    onEnd({ day }) {
      expect(day, 'each day ends once and in order').toBe(ended + 1)
      expect(day).toBeLessThanOrEqual(entered)
      ended = day
    },
    onChange: () => undefined,
    onFailure: () => expect.unreachable(),
    onStranded: (day) => expect(day).toSatisfy((found: number) => found >= 0 && found <= HORIZON),
    onStory: () => undefined,
  })
  let isLost = false
  let isSilent = false
  let now = 0
  const load = () => {
    isLost = false
    isSilent = false
    worker.forget()
    player.load(segments, spec.seed, whole(0, HORIZON))
  }
  const pass = (milliseconds: number) => {
    now += milliseconds
    player.tick(now)
  }
  const hear = () => isSilent || isLost || worker.deliver(whole(1, 40))
  const inputs = [
    () => pass(whole(1, 300)),
    () => pass(whole(1, 300)),
    hear,
    hear,
    () => player.seek(whole(-20, HORIZON + 20)),
    () => player.step(chance() < 0.5 ? 1 : -1),
    () => player.play(),
    () => player.pause(),
    () => player.setSpeed(SPEEDS[whole(0, SPEEDS.length - 1)] ?? 1),
    () => isLost || player.replace(segments, whole(1, Math.max(1, player.day))),
    () => {
      isSilent = !isSilent
      player.setSilent(isSilent)
    },
    () => {
      if (chance() > 0.2) return
      isLost = true
      player.giveUp()
    },
    () => (isLost || isSilent) && load(),
  ]
  load()
  for (let i = 0; i < 300; i++) {
    const asked = worker.asked.length
    inputs[whole(0, inputs.length - 1)]?.()
    const asks = worker.asked.slice(asked)
    if (isSilent || isLost) expect(asks, 'a worker that does not answer is asked nothing').toEqual([])
    expect(player.time).toBeGreaterThanOrEqual(0)
    expect(player.time).toBeLessThanOrEqual(HORIZON)
    expect(player.heading).toBeGreaterThanOrEqual(0)
    if (!player.busy && !isSilent && !isLost) {
      expect(player.time, 'the clock stands on days that have come').toBeLessThanOrEqual(player.reached)
      expect(player.frame?.day, 'the present frame is of the present day').toBe(player.day)
      expect(ended).toBe(player.day)
    }
  }
  if (isSilent || isLost) load()
  player.pause()
  const goal = whole(0, HORIZON)
  player.seek(goal)
  for (let i = 0; i < 200; i++) {
    worker.deliver(40)
    pass(20)
  }
  expect([player.day, player.frame?.day, player.busy, player.hasNext]).toEqual([goal, goal, false, false])
}

describe('along any way, the player', () => {
  it('keeps within the run, shows no day twice, asks in portions, and comes to the day that is wanted last', () => {
    for (let number = 1; number <= 60; number++) walk(number)
  })
})

describe('a day of the clock', () => {
  it('has ended although the sum of the ticks falls short of it by a rounding', () => {
    const ticks = Array.from({ length: 10 }, () => 0.1).reduce((sum, tick) => sum + tick, 0)
    expect(ticks).toBeLessThan(1)
    expect(dayOf({ ...arrived, time: ticks })).toBe(1)
  })
})
