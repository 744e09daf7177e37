/** Values without what one change did to them. */
import { describe, expect, it } from 'vitest'
import { takenBack } from '../../src/store/takenBack'

describe('a change taken back', () => {
  const a = { id: 'a', staff: 1 }
  const b = { id: 'b', staff: 2 }
  const c = { id: 'c', staff: 3 }

  it('of an entry that was added takes that entry away and keeps what was done to the others since', () => {
    const later = [{ ...a, staff: 9 }, b, c]
    expect(takenBack(later, [a], [a, b])).toEqual([{ ...a, staff: 9 }, c])
  })

  it('of an entry that was deleted puts it back in its place, once', () => {
    expect(takenBack([a, { ...c, staff: 9 }], [a, b, c], [a, c])).toEqual([a, b, { ...c, staff: 9 }])
    expect(takenBack([c], [a, b, c], [c])).toEqual([a, b, c])
    expect(takenBack([a, b, c], [a, b, c], [a, c])).toEqual([a, b, c])
  })

  it('of one value of an entry keeps the other values', () => {
    const before = [{ id: 'a', staff: 1, salary: 5 }]
    const after = [{ id: 'a', staff: 2, salary: 5 }, b]
    expect(takenBack([{ id: 'a', staff: 2, salary: 7 }, b], before, after)).toEqual([
      { id: 'a', staff: 1, salary: 7 },
    ])
    expect(takenBack({ staff: 2, note: 'later' }, { staff: 1 }, { staff: 2 })).toEqual({
      staff: 1,
      note: 'later',
    })
    expect(takenBack({ staff: 2 }, {}, { staff: 2 })).toEqual({})
  })

  it('of a list without names is the list as it was', () => {
    expect(takenBack([1, 2, 3], [1], [1, 2])).toEqual([1])
    expect(takenBack(7, 5, 5)).toBe(7)
  })
})
