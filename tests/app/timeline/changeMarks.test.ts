/** Marks of changes over the timeline. */
import { describe, expect, it } from 'vitest'
import { gathered } from '../../../src/app/timeline/changeMarks'

describe('marks of changes', () => {
  it('are shared by changes that lie closer than a mark is wide', () => {
    const changes = [10, 12, 19, 20, 21, 60].map((day) => ({ day, lines: [] }))
    const days = (reach: number) => gathered(changes, reach).map((group) => group.map(({ day }) => day))
    expect(days(10)).toEqual([[10, 12, 19], [20, 21], [60]])
    expect(days(1)).toEqual([[10], [12], [19], [20], [21], [60]])
    expect(gathered([], 10)).toEqual([])
  })
})
