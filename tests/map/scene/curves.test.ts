/** Curves: arcs of the legs and the way along them. */
import { expect, test } from 'vitest'
import { chordOf, createCurves, curveAt, progressAt, tangentAt } from '../../../src/map/scene/curves'
import { mapLeg } from '../../support/mapnetwork'

const curves = createCurves([mapLeg(0, 1, 1), mapLeg(1, 0, 0)], Float64Array.from([0, 0, 100, 0]))

test('a curve begins and ends at the nodes of its leg', () => {
  expect([curveAt(curves, 0, 0, 0), curveAt(curves, 0, 1, 0)]).toEqual([0, 0])
  expect([curveAt(curves, 0, 0, 1), curveAt(curves, 0, 1, 1)]).toEqual([100, 0])
  expect(chordOf(curves, 0)).toBe(100)
})

test('the two directions of a leg bow to opposite sides', () => {
  expect(curveAt(curves, 0, 1, 0.5)).toBeCloseTo(5)
  expect(curveAt(curves, 1, 1, 0.5)).toBeCloseTo(-5)
})

test('the way along a leg runs from departure to arrival and no further', () => {
  expect(progressAt(5, 10, 20)).toBe(0)
  expect(progressAt(15, 10, 20)).toBe(0.5)
  expect(progressAt(25, 10, 20)).toBe(1)
  expect(progressAt(10, 10, 10)).toBe(0)
})

test('an arrow in the middle of a leg points along its chord, before it still away from it', () => {
  expect(tangentAt(curves, 0, 0.5)).toEqual([50, 0])
  expect(tangentAt(curves, 1, 0.5)).toEqual([-50, 0])
  expect(tangentAt(curves, 0, 0)[1]).toBeGreaterThan(0)
})
