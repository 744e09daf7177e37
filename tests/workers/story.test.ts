/** The story of a shipment: found again from the past of a run, wherever the run stands. */
import { describe, expect, it } from 'vitest'
import {
  createWorld,
  type Fact,
  forEachFact,
  type ModelSpec,
  type ShipmentKey,
  shipmentName,
  step,
} from '../../src/engine'
import { compileScenario, setAt } from '../../src/scenario'
import type { FromRunWorker, ToRunWorker } from '../../src/workers'
import { createWatchedRun } from '../../src/workers/watched'
import { bundledScenario } from '../support/bundled'

const scenario = bundledScenario('line')
const spec = compileScenario(scenario)
const DAYS = 120

interface Journey {
  readonly shipment: ShipmentKey
  readonly facts: Fact[]
}

/** Every shipment of a plain run with its facts, by the order of their first ones. */
function journeysOf(model: ModelSpec, days: number): Journey[] {
  const world = createWorld(model, model.seed, { watch: true })
  const found = new Map<string, Journey>()
  for (let day = 0; day < days; day++)
    forEachFact(step(world), (fact) => {
      const name = shipmentName(fact)
      const journey = found.get(name) ?? { shipment: { a: fact.a, b: fact.b }, facts: [] }
      found.set(name, journey)
      journey.facts.push({ ...fact })
    })
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
  const tell = (shipment: ShipmentKey, day: number) => {
    const story = send({ type: 'story', generation: 1, shipment, day }).at(-1)
    if (story?.type !== 'story') throw new Error('there was no story')
    return story
  }
  return { send, tell }
}

const journeys = journeysOf(spec, DAYS)
const dayOf = (fact: Fact | undefined) => Math.floor((fact?.hour ?? 0) / 24)

describe('the story of a shipment', () => {
  it('is the same as in a plain run, asked on any day of its journey, under way or long over', () => {
    const { send, tell } = conversation()
    send({ type: 'load', generation: 1, segments: [{ fromDay: 0, spec }], seed: spec.seed })
    send({ type: 'advance', generation: 1, days: DAYS, digests: 'each' })
    expect(journeys.length).toBeGreaterThan(100)
    for (let i = 0; i < journeys.length; i += 37) {
      const journey = journeys[i] as Journey
      for (const fact of [journey.facts[0], journey.facts.at(-1)]) {
        const story = tell(journey.shipment, dayOf(fact))
        expect(story.facts).toEqual(journey.facts)
        expect(story).toMatchObject({ days: DAYS, shipment: journey.shipment })
      }
    }
  })

  it('ends with today when the run was wound back, and asking changes nothing in the run', () => {
    const { send, tell } = conversation()
    send({ type: 'load', generation: 1, segments: [{ fromDay: 0, spec }], seed: spec.seed })
    send({ type: 'advance', generation: 1, days: DAYS, digests: 'each' })
    const long = journeys.find(
      ({ facts }) => dayOf(facts.at(-1)) - dayOf(facts[0]) >= 1 && dayOf(facts[0]) > 70,
    )
    if (long === undefined) throw new Error('no journey of two days')
    const day = dayOf(long.facts[0]) + 1
    send({ type: 'seek', generation: 1, day })
    const story = tell(long.shipment, dayOf(long.facts.at(-1)))
    expect(story.facts).toEqual(long.facts.filter(({ hour }) => hour < day * 24))
    expect(story.facts.length).toBeLessThan(long.facts.length)
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
    send({ type: 'advance', generation: 1, days: 50, digests: 'each' })
    const later = { fromDay: 50, spec: compileScenario(edited.scenario) }
    send({ type: 'replace', generation: 1, segments: [{ fromDay: 0, spec }, later], shared: 50 })
    send({ type: 'advance', generation: 1, days: 10, digests: 'each' })
    const before = journeys.find(({ facts }) => dayOf(facts.at(-1)) < 49 && dayOf(facts[0]) > 31) as Journey
    expect(tell(before.shipment, dayOf(before.facts[0])).facts).toEqual(before.facts)
  })

  it('is empty for a shipment that the run does not have', () => {
    const { send, tell } = conversation()
    send({ type: 'load', generation: 1, segments: [{ fromDay: 0, spec }], seed: spec.seed })
    send({ type: 'advance', generation: 1, days: 40, digests: 'each' })
    expect(tell({ a: 1, b: 2 }, 20).facts).toEqual([])
  })
})
