/** Stories: sentences from the facts of one shipment. */
import { describe, expect, it } from 'vitest'
import { storyOf, whereaboutsOf } from '../../../src/app/inspector/story'
import {
  BRIBED,
  DELIVERED,
  DEPARTED,
  DETECTED,
  type Fact,
  INSPECTED,
  type ModelSpec,
  PATROL_SEIZED,
  SEIZED,
} from '../../../src/engine'
import { checkpoint, line, specOf } from '../../support/scenarios'

const spec = specOf(line([checkpoint('p1'), checkpoint('p2')], { bribeOffer: 2_500 }))
const node = (id: string) => spec.nodes.ids.indexOf(id)
const numberOf = (id: string) => spec.checkpoints.ids.indexOf(id)
const leg = (id: string) => spec.legs.ids.indexOf(id)

const load = { a: 1, b: 2, candidate: 0, grams: 12_000 }
const departs = (hour: number, id: string, arriveAt: number): Fact => ({
  ...{ ...load, kind: DEPARTED, hour, arriveAt },
  leg: leg(id),
})
const atCheckpoint = (
  kind: typeof INSPECTED | typeof DETECTED | typeof BRIBED | typeof SEIZED,
  hour: number,
  id: string,
): Fact => ({ ...load, kind, hour, checkpoint: numberOf(id) })
const atNode = (kind: typeof DELIVERED | typeof PATROL_SEIZED, hour: number, id: string): Fact => ({
  ...{ ...load, kind, hour },
  node: node(id),
})
const start = departs(24, 'leg0', 48)
const told = (events: readonly Fact[], hour: number, model: ModelSpec = spec) =>
  storyOf(model, events, hour).map(({ hour: at, text }) => `${at}: ${text}`)

describe('a story', () => {
  const whole = [
    start,
    atCheckpoint(INSPECTED, 50, 'p1'),
    departs(50, 'leg1', 60),
    atCheckpoint(INSPECTED, 60, 'p2'),
    atCheckpoint(DETECTED, 60, 'p2'),
    atCheckpoint(BRIBED, 60, 'p2'),
    departs(61, 'leg2', 70),
    atNode(DELIVERED, 70, 'market'),
  ]

  it('tells departures, crossings and the end, each with its hour', () => {
    expect(told(whole, 70)).toEqual([
      '24: Left source for p1 with 12.0 kg',
      '50: Inspected at p1, nothing found, passed, bribe 0',
      '50: Went on to p2',
      '60: Inspected at p2, load found, passed for a bribe of 2\u202f500 USD',
      '61: Went on to market',
      '70: Delivered 12.0 kg at market',
    ])
    expect(whereaboutsOf(spec, whole, 70)).toBeUndefined()
  })

  it('tells nothing of what is still to come', () => {
    expect(told(whole, 23)).toEqual([])
    expect(whereaboutsOf(spec, whole, 23)).toBeUndefined()
    expect(told(whole, 47)).toEqual(['24: Left source for p1 with 12.0 kg'])
    expect(whereaboutsOf(spec, whole, 47)).toBe('Under way to p1, due on day 2')
    expect(whereaboutsOf(spec, whole, 49)).toBe('At p1')
  })

  it('tells of a checkpoint that was passed without an inspection, once it was left', () => {
    const events = [start, departs(48, 'leg1', 60)]
    expect(told(events, 47)).toHaveLength(1)
    expect(told(events, 48).at(1)).toBe('48: Passed p1, not inspected, bribe 0')
    expect(told(events, 60)).toHaveLength(3)
  })

  it('ends with a seizure at a checkpoint or by a patrol', () => {
    const caught = [
      start,
      ...([INSPECTED, DETECTED, SEIZED] as const).map((kind) => atCheckpoint(kind, 48, 'p1')),
    ]
    expect(told(caught, 100).at(-1)).toBe('48: Inspected at p1, load found, 12.0 kg seized')
    expect(whereaboutsOf(spec, caught, 100)).toBeUndefined()
    const onPatrol = [start, atNode(PATROL_SEIZED, 48, 'p1')]
    expect(told(onPatrol, 100).slice(1)).toEqual([
      '48: Passed p1, not inspected, bribe 0',
      '48: Met a patrol at p1, 12.0 kg seized',
    ])
    expect(storyOf(spec, onPatrol, 100).at(-1)).toMatchObject({
      kind: 'seized',
      about: { kind: 'node', id: 'p1' },
    })
  })

  it('knows the bribe that was offered on the day of the crossing', () => {
    const later = specOf(line([checkpoint('p1'), checkpoint('p2')], { bribeOffer: 9_000 }))
    const changed = { ...spec, regimes: [{ fromDay: 2, spec: later, costCents: 0 }] }
    expect(told(whole, 60, changed).at(-1)).toContain('9\u202f000 USD')
  })

  it('tells that checkpoints let pass for a price where there is a market for it', () => {
    const file = line([checkpoint('p1', { corruptionRate: 1 }), checkpoint('p2')])
    const market = specOf({ ...file, assumptions: { bribeMarket: 'independent-posts' } })
    const events = [start, departs(48, 'leg1', 60)]
    expect(told(events, 48, market).at(1)).toBe('48: Passed p1 for the bribe asked there')
  })
})
