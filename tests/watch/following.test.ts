/** Following one shipment: its name in the store, and its events as the run brings them. */
import { describe, expect, it } from 'vitest'
import type { DayFrame } from '../../src/analysis'
import { createEventLog, DEPARTED, pushEvent } from '../../src/engine/events'
import { createFollowing, shipmentOf, shipmentSelection } from '../../src/watch/following'
import type { ShipmentName } from '../../src/workers'

const shipment = { shipmentA: -7, shipmentB: 0x7fffffff }

/** A frame with one departure of the shipment and one of another. */
function frameOf(day: number): DayFrame {
  const events = createEventLog(2)
  pushEvent(events, DEPARTED, day * 24 - 5, day * 24, 0, 0, 1, shipment.shipmentA, shipment.shipmentB)
  pushEvent(events, DEPARTED, day * 24 - 4, day * 24, 0, 0, 1, 5, 6)
  return { day, events } as DayFrame
}

const storyUntil = (days: number, of: ShipmentName = shipment) => {
  const type = 'story' as const
  return { type, generation: 1, days, events: [], ...of }
}

describe('the name of a shipment', () => {
  it('keeps all 64 bits and the day', () => {
    const selection = shipmentSelection({ ...shipment, hour: 212 * 24 + 13.5 })
    expect(selection).toEqual({ kind: 'shipment', id: 'fffffff97fffffff-212' })
    expect(shipmentOf(selection)).toEqual({ ...shipment, day: 212 })
  })

  it('is refused where it is none', () => {
    for (const id of ['', 'fffffff97fffffff', 'fffffff97fffffff-', 'xyz-1', '../fffffff97fffffff-212'])
      expect(shipmentOf({ kind: 'shipment', id })).toBeUndefined()
    expect(shipmentOf({ kind: 'node', id: 'fffffff97fffffff-212' })).toBeUndefined()
  })
})

describe('following a shipment', () => {
  it('asks for its past, then adds the days that follow, each once', () => {
    const asked: (readonly [number, number])[] = []
    const following = createFollowing(({ shipmentA }, day) => asked.push([shipmentA, day]))
    following.follow({ ...shipment, day: 3 })
    expect(asked).toEqual([[-7, 3]])
    expect(following.events).toBeUndefined()
    following.takeDay(frameOf(9))
    following.takeStory(storyUntil(10))
    expect(following.events).toEqual([])
    for (const day of [10, 11, 11, 13, 12]) following.takeDay(frameOf(day))
    expect(following.events?.map(({ hour }) => hour)).toEqual([11 * 24 - 5, 12 * 24 - 5])
  })

  it('asks anew when the run moved in time, and ignores answers about others', () => {
    let asked = 0
    const following = createFollowing(() => {
      asked++
    })
    following.askAgain()
    expect(asked).toBe(0)
    following.follow({ ...shipment, day: 3 })
    following.takeStory(storyUntil(10, { shipmentA: 1, shipmentB: 2 }))
    expect(following.events).toBeUndefined()
    following.askAgain()
    expect(asked).toBe(2)
    following.follow(undefined)
    following.takeStory(storyUntil(10))
    expect(following.events).toBeUndefined()
  })
})
