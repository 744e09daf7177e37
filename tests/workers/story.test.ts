/** The story of a shipment: found again from the past of a run, wherever the run stands. */
import { describe, expect, it } from 'vitest'
import { createWorld, type ModelSpec, step } from '../../src/engine'
import { compileScenario, setAt } from '../../src/scenario'
import { eventsOf, type FromRunWorker, type StoryEvent, type ToRunWorker } from '../../src/workers'
import { createWatchedRun } from '../../src/workers/watched'
import { bundledScenario } from '../support/bundled'

const scenario = bundledScenario('line')
const spec = compileScenario(scenario)
const DAYS = 120

interface Journey {
  readonly shipmentA: number
  readonly shipmentB: number
  readonly events: StoryEvent[]
}

/** Every shipment of a plain run with its events, by the order of their first ones. */
function journeysOf(model: ModelSpec, days: number): Journey[] {
  const world = createWorld(model, model.seed, { watch: true })
  const found = new Map<string, Journey>()
  for (let day = 0; day < days; day++) {
    const log = step(world)
    const keys = new Set<string>()
    for (let row = 0; row < log.count; row++) keys.add(`${log.shipmentA[row]} ${log.shipmentB[row]}`)
    for (const key of keys) {
      const [shipmentA = 0, shipmentB = 0] = key.split(' ').map(Number)
      const journey = found.get(key) ?? { shipmentA, shipmentB, events: [] }
      found.set(key, journey)
      journey.events.push(...eventsOf(log, journey))
    }
  }
  return [...found.values()]
}

function conversation() {
  const answers: FromRunWorker[] = []
  const answer = createWatchedRun((message) => answers.push(structuredClone(message)))
  const send = (message: ToRunWorker) => {
    answers.length = 0
    answer(message)
    return answers
  }
  const tell = ({ shipmentA, shipmentB }: Journey, day: number) => {
    const story = send({ type: 'story', generation: 1, shipmentA, shipmentB, day }).at(-1)
    if (story?.type !== 'story') throw new Error('there was no story')
    return story
  }
  return { send, tell }
}

const journeys = journeysOf(spec, DAYS)
const dayOf = (event: StoryEvent | undefined) => Math.floor((event?.hour ?? 0) / 24)

describe('the story of a shipment', () => {
  it('is the same as in a plain run, asked on any day of its journey, under way or long over', () => {
    const { send, tell } = conversation()
    send({ type: 'load', generation: 1, segments: [{ fromDay: 0, spec }], seed: spec.seed })
    send({ type: 'advance', generation: 1, days: DAYS })
    expect(journeys.length).toBeGreaterThan(100)
    for (let i = 0; i < journeys.length; i += 37) {
      const journey = journeys[i] as Journey
      for (const event of [journey.events[0], journey.events.at(-1)]) {
        const story = tell(journey, dayOf(event))
        expect(story.events).toEqual(journey.events)
        expect(story).toMatchObject({
          days: DAYS,
          shipmentA: journey.shipmentA,
          shipmentB: journey.shipmentB,
        })
      }
    }
  })

  it('ends with today when the run was wound back, and asking changes nothing in the run', () => {
    const { send, tell } = conversation()
    send({ type: 'load', generation: 1, segments: [{ fromDay: 0, spec }], seed: spec.seed })
    send({ type: 'advance', generation: 1, days: DAYS })
    const long = journeys.find(
      ({ events }) => dayOf(events.at(-1)) - dayOf(events[0]) >= 1 && dayOf(events[0]) > 70,
    )
    if (long === undefined) throw new Error('no journey of two days')
    const day = dayOf(long.events[0]) + 1
    send({ type: 'seek', generation: 1, day })
    const story = tell(long, dayOf(long.events.at(-1)))
    expect(story.events).toEqual(long.events.filter(({ hour }) => hour < day * 24))
    expect(story.events.length).toBeLessThan(long.events.length)
    const frame = send({ type: 'seek', generation: 1, day: 100 }).at(-1)
    const other = conversation()
    other.send({ type: 'load', generation: 1, segments: [{ fromDay: 0, spec }], seed: spec.seed })
    const untold = other.send({ type: 'seek', generation: 1, day: 100 }).at(-1)
    expect(frame).toEqual(untold)
  })

  it('follows the same shipment through a change of the scenario', () => {
    const edited = setAt(scenario, 'checkpoints.*.staff', 0)
    if (!edited.ok) throw new Error('the change is refused')
    const { send, tell } = conversation()
    send({ type: 'load', generation: 1, segments: [{ fromDay: 0, spec }], seed: spec.seed })
    send({ type: 'advance', generation: 1, days: 50 })
    const later = { fromDay: 50, spec: compileScenario(edited.scenario) }
    send({ type: 'replace', generation: 1, segments: [{ fromDay: 0, spec }, later], shared: 50 })
    send({ type: 'advance', generation: 1, days: 10 })
    const before = journeys.find(
      ({ events }) => dayOf(events.at(-1)) < 49 && dayOf(events[0]) > 31,
    ) as Journey
    expect(tell(before, dayOf(before.events[0])).events).toEqual(before.events)
  })

  it('is empty for a shipment that the run does not have', () => {
    const { send, tell } = conversation()
    send({ type: 'load', generation: 1, segments: [{ fromDay: 0, spec }], seed: spec.seed })
    send({ type: 'advance', generation: 1, days: 40 })
    expect(tell({ shipmentA: 1, shipmentB: 2, events: [] }, 20).events).toEqual([])
  })
})
