/** Recent days: which of them are kept, and in which order. */
import { expect, test } from 'vitest'
import type { DayFrame } from '../../../src/analysis'
import { createRecentDays } from '../../../src/analysis/record/recentDays'
import { createEventLog } from '../../../src/engine/events'

/** Facts are the days themselves. */
function kept(days: readonly number[], most: number) {
  let day = 0
  const recent = createRecentDays(most, () => day)
  for (day of days) recent.add({ day, events: createEventLog(1), shipments: undefined } as DayFrame)
  return recent
}

test('days far from the latest one are forgotten, before it and after it', () => {
  expect(kept([1, 2, 9, 10], 8).latestFirst()).toEqual([10, 9, 2])
  expect(kept([1, 2, 9, 10, 1], 8).latestFirst()).toEqual([9, 2, 1])
})

test('the days that end with a day have no gap between them', () => {
  const recent = kept([1, 2, 4, 5, 6], 90)
  expect(recent.endingWith(6, 2)).toEqual([6, 5])
  expect(recent.endingWith(6, 30)).toEqual([6, 5, 4])
  expect(recent.endingWith(3, 30)).toEqual([])
})

test('days after a cut are forgotten, and a frame that follows a seek brings none', () => {
  const recent = kept([1, 2, 3], 90)
  recent.truncate(2)
  expect(recent.latestFirst()).toEqual([2, 1])
  recent.add({ day: 3, events: createEventLog(1), shipments: {} } as DayFrame)
  expect(recent.latestFirst()).toEqual([2, 1])
})
