/** Following one shipment: its facts as the run brings them. */
import { describe, expect, it } from 'vitest'
import type { DayFrame } from '../../src/analysis'
import { createEventLog, DEPARTED, pushEvent } from '../../src/engine/events'
import { createFollowing } from '../../src/watch/following'

const shipment = { a: -7, b: 0x7fffffff }
const selection = { kind: 'shipment', shipment, day: 3 } as const

/** A frame with one departure of the shipment and one of another. */
function frameOf(day: number): DayFrame {
  const events = createEventLog(2)
  pushEvent(events, DEPARTED, day * 24 - 5, day * 24, 0, 0, 1, shipment.a, shipment.b)
  pushEvent(events, DEPARTED, day * 24 - 4, day * 24, 0, 0, 1, 5, 6)
  return { day, events } as DayFrame
}

const storyUntil = (days: number, of = shipment) => {
  return { type: 'story', generation: 1, days, facts: [], shipment: of } as const
}

describe('following a shipment', () => {
  it('asks for its past, then adds the days that follow, each once', () => {
    const asked: (readonly [number, number])[] = []
    const following = createFollowing(({ shipment: { a }, day }) => asked.push([a, day]))
    following.follow(selection)
    expect(asked).toEqual([[-7, 3]])
    expect(following.facts).toBeUndefined()
    following.takeDay(frameOf(9))
    following.takeStory(storyUntil(10))
    expect(following.facts).toEqual([])
    for (const day of [10, 11, 11, 13, 12]) following.takeDay(frameOf(day))
    expect(following.facts?.map(({ hour }) => hour)).toEqual([11 * 24 - 5, 12 * 24 - 5])
  })

  it('asks anew when the run moved in time, and ignores answers about others', () => {
    let asked = 0
    const following = createFollowing(() => {
      asked++
    })
    following.askAgain()
    expect(asked).toBe(0)
    following.follow(selection)
    following.takeStory(storyUntil(10, { a: 1, b: 2 }))
    expect(following.facts).toBeUndefined()
    following.askAgain()
    expect(asked).toBe(2)
    following.follow(undefined)
    following.takeStory(storyUntil(10))
    expect(following.facts).toBeUndefined()
  })
})
