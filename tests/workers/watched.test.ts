/** The watched run: frames on request, exact seek, continuing under another scenario. */
import { describe, expect, it } from 'vitest'
import type { DayFrame } from '../../src/analysis'
import { createWorld, digest, type ModelSpec, restore, snapshot, step } from '../../src/engine'
import { compileScenario, setAt } from '../../src/scenario'
import type { FromRunWorker, Segments, ToRunWorker } from '../../src/workers'
import { createWatchedRun } from '../../src/workers/watched'
import { bundledScenario } from '../support/bundled'

const scenario = bundledScenario('line')
const spec = compileScenario(scenario)
const start = { fromDay: 0, spec }
const segments: Segments = [start]

type Without<Message> = Message extends ToRunWorker ? Omit<Message, 'generation'> : never
type Order = Without<ToRunWorker>

/** Sends orders and answers everything they brought. */
function talk() {
  const answers: FromRunWorker[] = []
  const answer = createWatchedRun((message) => answers.push(structuredClone(message)))
  return (...orders: Order[]): FromRunWorker[] => {
    answers.length = 0
    for (const order of orders) answer({ ...order, generation: 1 } as ToRunWorker)
    return [...answers]
  }
}

/** Sends orders and answers the frames they brought. */
function conversation() {
  const send = talk()
  return (...orders: Order[]): DayFrame[] =>
    send(...orders).flatMap((message) => {
      if (message.type === 'progress') return []
      if (message.type !== 'frame') throw new Error(JSON.stringify(message))
      return message.frame
    })
}

function digestAfter(days: number, changeDay = days, later: ModelSpec = spec): string {
  let world = createWorld(spec, spec.seed)
  for (let day = 0; day < days; day++) {
    if (day === changeDay) world = restore(later, snapshot(world))
    step(world)
  }
  return digest(world)
}

function changedSpec(staff: number): ModelSpec {
  const edited = setAt(scenario, 'organisations.*.supply.*.kgPerDay', staff)
  if (!edited.ok) throw new Error('the change is refused')
  return compileScenario(edited.scenario)
}

describe('the watched run', () => {
  it('answers one frame per day that was asked for, with the digest of an unwatched run', () => {
    const send = conversation()
    const [first] = send({ type: 'load', segments, seed: spec.seed })
    expect(first?.day).toBe(0)
    expect(first?.shipments?.count).toBe(0)
    const days = send({ type: 'advance', days: 40, digests: 'each' })
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    expect(days.at(-1)?.digest).toBe(digestAfter(40))
    expect(days.every(({ shipments }) => shipments === undefined)).toBe(true)
  })

  it('stops at the horizon', () => {
    const send = conversation()
    send({ type: 'load', segments, seed: spec.seed })
    expect(send({ type: 'advance', days: spec.days + 10, digests: 'each' })).toHaveLength(spec.days)
    expect(send({ type: 'advance', days: 1, digests: 'each' })).toHaveLength(0)
  })

  it('seeks to any day exactly, back and forward', () => {
    const send = conversation()
    send({ type: 'load', segments, seed: spec.seed }, { type: 'advance', days: 200, digests: 'each' })
    for (const day of [0, 1, 29, 30, 31, 155, 200, 260]) {
      const [frame] = send({ type: 'seek', day })
      expect(frame?.day).toBe(day)
      expect(frame?.digest).toBe(digestAfter(day))
      expect(frame?.shipments?.count).toBe(frame?.inTransit)
    }
  })

  it('keeps exact seeks when a long run thins its snapshots', () => {
    const long = { ...spec, days: 5_000 }
    const send = conversation()
    send(
      { type: 'load', segments: [{ fromDay: 0, spec: long }], seed: long.seed },
      { type: 'advance', days: 5_000, digests: 'each' },
    )
    const [frame] = send({ type: 'seek', day: 3_001 })
    expect(frame?.digest).toBe(digestAfter(3_001))
  })

  it('goes another way from any day on, and finds both halves again', () => {
    const later = changedSpec(400)
    const send = conversation()
    send({ type: 'load', segments, seed: spec.seed }, { type: 'advance', days: 50, digests: 'each' })
    const turned: Segments = [start, { fromDay: 40, spec: later }]
    const [turn] = send({ type: 'replace', segments: turned, shared: 40 }, { type: 'seek', day: 40 })
    expect(turn).toMatchObject({ day: 40, digest: digestAfter(40) })
    const days = send({ type: 'advance', days: 60, digests: 'each' })
    expect(days.at(-1)?.digest).toBe(digestAfter(100, 40, later))
    expect(days.at(-1)?.digest).not.toBe(digestAfter(100))
    expect(send({ type: 'seek', day: 20 })[0]?.digest).toBe(digestAfter(20))
    expect(send({ type: 'seek', day: 90 })[0]?.digest).toBe(digestAfter(90, 40, later))
  })

  it('is the run that it was before once a turn is taken out, and turns again where it is put back', () => {
    const later = changedSpec(400)
    const send = conversation()
    const turned: Segments = [start, { fromDay: 70, spec: later }]
    send({ type: 'load', segments, seed: spec.seed }, { type: 'advance', days: 70, digests: 'each' })
    send({ type: 'replace', segments: turned, shared: 70 }, { type: 'seek', day: 70 })
    const far = send({ type: 'advance', days: 130, digests: 'each' }).at(-1)
    const [back] = send({ type: 'replace', segments, shared: 70 }, { type: 'seek', day: 200 })
    expect(back?.digest).toBe(digestAfter(200))
    const [again] = send({ type: 'replace', segments: turned, shared: 70 }, { type: 'seek', day: 200 })
    expect(again?.digest).toBe(far?.digest)
    expect(again?.digest).toBe(digestAfter(200, 70, later))
  })

  it('hashes a day only where its digest is asked for, also of a day that is over', () => {
    const send = talk()
    send({ type: 'load', segments, seed: spec.seed })
    const digestsOf = (order: Order) =>
      send(order).flatMap((message) => (message.type === 'frame' ? [message.frame.digest] : []))
    expect(digestsOf({ type: 'advance', days: 2, digests: 'each' })).toEqual([digestAfter(1), digestAfter(2)])
    expect(digestsOf({ type: 'advance', days: 2, digests: 'last' })).toEqual([undefined, digestAfter(4)])
    expect(digestsOf({ type: 'advance', days: 60, digests: 'none' })).toEqual(Array(60).fill(undefined))
    for (const day of [64, 47, 30, 3, 0]) {
      expect(send({ type: 'digest', day }).at(-1)).toEqual({
        ...{ type: 'digest', generation: 1, day },
        digest: digestAfter(day),
      })
    }
    expect(digestsOf({ type: 'advance', days: 1, digests: 'last' })).toEqual([digestAfter(65)])
  })

  it('reports a failure instead of dying', () => {
    const answers: FromRunWorker[] = []
    const answer = createWatchedRun((message) => answers.push(message))
    answer({ type: 'load', generation: 1, segments: [{ fromDay: 0, spec }], seed: spec.seed })
    const other = compileScenario(bundledScenario('two-routes'))
    const foreign: Segments = [{ fromDay: 0, spec: other }]
    answer({ type: 'replace', generation: 2, segments: foreign, shared: 0 })
    answer({ type: 'advance', generation: 2, days: 1, digests: 'each' })
    expect(answers.at(-1)).toMatchObject({ type: 'failed', generation: 2 })
  })

  it('tells each day of a replay, so that nobody takes a long one for silence', () => {
    const send = talk()
    send({ type: 'load', segments, seed: spec.seed }, { type: 'advance', days: 100, digests: 'each' })
    const told = send({ type: 'seek', day: 55 })
    const days = told.flatMap((message) => (message.type === 'progress' ? message.day : []))
    expect(days).toEqual(Array.from({ length: 25 }, (_, i) => 31 + i))
    expect(told.at(-1)).toMatchObject({ type: 'frame', frame: { day: 55 } })
  })

  it('that cannot go on says after which day and why, and then nothing until another is loaded', () => {
    const send = talk()
    const foreign = compileScenario(bundledScenario('two-routes'))
    const broken: Segments = [start, { fromDay: 20, spec: foreign }]
    const told = send(
      { type: 'load', segments: broken, seed: spec.seed },
      { type: 'advance', days: 30, digests: 'each' },
    )
    expect(told).toHaveLength(22)
    expect(told.at(-1)).toEqual({
      type: 'failed',
      generation: 1,
      day: 20,
      message: 'the snapshot belongs to another network',
    })
    expect(send({ type: 'advance', days: 1, digests: 'each' }, { type: 'seek', day: 5 })).toEqual([])
    expect(send({ type: 'load', segments, seed: spec.seed })).toMatchObject([{ type: 'frame' }])
  })
})
