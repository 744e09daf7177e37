/** Shipments under way, followed through the events of the days. */
import { expect, it } from 'vitest'
import { compileScenario } from '../../src/scenario'
import { createShipments } from '../../src/watch/shipments'
import { bundledScenario } from '../support/bundled'
import { framesOf, underWayOn } from '../support/frames'
import { sumOf } from '../support/worlds'

const DAYS = 60
const spec = compileScenario(bundledScenario('central-asia'))
const frames = framesOf(spec, DAYS)

it.each([0, 1, 17, DAYS])('are on day %i those of the run, gram by gram', (day) => {
  const list = underWayOn(frames, day)
  expect(list).toHaveLength(frames[day]?.inTransit ?? -1)
  expect(sumOf(list.map(({ grams }) => grams))).toBe(frames[day]?.inTransitGrams)
})

it('come in the order in which they arrive', () => {
  const hours = underWayOn(frames, DAYS).map(({ arriveAt }) => arriveAt)
  expect(hours).toEqual(hours.toSorted((a, b) => a - b))
})

it('start again from all that are in flight', () => {
  const shipments = createShipments()
  const [first, ...later] = frames
  if (first?.shipments === undefined) throw new Error('the first frame holds the shipments')
  for (const { events } of later) shipments.take(events)
  shipments.reset(first.shipments)
  expect(shipments.list()).toEqual([])
})
