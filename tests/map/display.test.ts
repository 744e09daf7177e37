/** What a change of the display draws anew. */
import { expect, test } from 'vitest'
import { changedFields, FIRST_DISPLAY, redrawnBy } from '../../src/map/display'

test('the same values, targets and lists change nothing', () => {
  const shown = {
    ...FIRST_DISPLAY,
    month: 4,
    trail: [3, 1],
    selection: { kind: 'node', index: 2 } as const,
    highlighted: [{ kind: 'leg', index: 5 } as const],
  }
  const same = {
    month: 4,
    trail: [3, 1],
    selection: { kind: 'node', index: 2 } as const,
    highlighted: [{ kind: 'leg', index: 5 } as const],
  }
  expect(changedFields(shown, same)).toEqual([])
})

test('another target, another order and new flows are changes', () => {
  const shown = { ...FIRST_DISPLAY, trail: [3, 1], selection: { kind: 'node', index: 2 } as const }
  expect(changedFields(shown, { selection: { kind: 'leg', index: 2 } })).toEqual(['selection'])
  expect(changedFields(shown, { selection: undefined, trail: [1, 3] })).toEqual(['selection', 'trail'])
  expect(changedFields(shown, { gramsPerMonth: new Float64Array(0) })).toEqual(['gramsPerMonth'])
})

test('a field draws no more of the picture than shows it', () => {
  expect(redrawnBy(['colourBy', 'pointed'])).toEqual(['traffic'])
  expect(redrawnBy(['trail', 'month'])).toEqual(['scene', 'layout'])
  expect(redrawnBy([])).toEqual([])
})
