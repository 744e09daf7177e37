/** Stories: sentences from the events of one shipment. */
import { describe, expect, it } from 'vitest'
import { storyOf, whereaboutsOf } from '../../../src/app/inspector/story'
import {
  BRIBED,
  DELIVERED,
  DEPARTED,
  DETECTED,
  INSPECTED,
  type ModelSpec,
  PATROL_SEIZED,
  SEIZED,
} from '../../../src/engine'
import type { StoryEvent } from '../../../src/workers'
import { line, post, specOf } from '../../support/scenarios'

const spec = specOf(line([post('p1'), post('p2')], { bribeOffer: 2_500 }))
const node = (id: string) => spec.nodes.ids.indexOf(id)
const checkpoint = (id: string) => spec.checkpoints.ids.indexOf(id)
const leg = (id: string) => spec.legs.ids.indexOf(id)

const event = (kind: number, hour: number, place: number, until = hour): StoryEvent => ({
  kind,
  hour,
  until,
  place,
  candidate: 0,
  grams: 12_000,
})
const start = event(DEPARTED, 24, leg('leg0'), 48)
const told = (events: readonly StoryEvent[], hour: number, model: ModelSpec = spec) =>
  storyOf(model, events, hour).map(({ hour: at, text }) => `${at}: ${text}`)

describe('a story', () => {
  const whole = [
    start,
    event(INSPECTED, 50, checkpoint('p1')),
    event(DEPARTED, 50, leg('leg1'), 60),
    event(INSPECTED, 60, checkpoint('p2')),
    event(DETECTED, 60, checkpoint('p2')),
    event(BRIBED, 60, checkpoint('p2')),
    event(DEPARTED, 61, leg('leg2'), 70),
    event(DELIVERED, 70, node('market')),
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

  it('tells of a post that was passed without an inspection, once it was left', () => {
    const events = [start, event(DEPARTED, 48, leg('leg1'), 60)]
    expect(told(events, 47)).toHaveLength(1)
    expect(told(events, 48).at(1)).toBe('48: Passed p1, not inspected, bribe 0')
    expect(told(events, 60)).toHaveLength(3)
  })

  it('ends with a seizure at a post or by a patrol', () => {
    const atPost = [start, ...[INSPECTED, DETECTED, SEIZED].map((kind) => event(kind, 48, checkpoint('p1')))]
    expect(told(atPost, 100).at(-1)).toBe('48: Inspected at p1, load found, 12.0 kg seized')
    expect(whereaboutsOf(spec, atPost, 100)).toBeUndefined()
    const onPatrol = [start, event(PATROL_SEIZED, 48, node('p1'))]
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
    const later = specOf(line([post('p1'), post('p2')], { bribeOffer: 9_000 }))
    const changed = { ...spec, regimes: [{ fromDay: 2, spec: later, costCents: 0 }] }
    expect(told(whole, 60, changed).at(-1)).toContain('9\u202f000 USD')
  })

  it('tells that posts let pass for a price where there is a market for it', () => {
    const file = line([post('p1', { corruptionRate: 1 }), post('p2')])
    const market = specOf({ ...file, assumptions: { bribeMarket: 'independent-posts' } })
    const events = [start, event(DEPARTED, 48, leg('leg1'), 60)]
    expect(told(events, 48, market).at(1)).toBe('48: Passed p1 for the bribe asked there')
  })
})
