/** Picking: what lies under the pointer. */
import { expect, test } from 'vitest'
import { distanceToSegment, type Pickable, pick } from '../../../src/map/pointer/picking'
import { createCurves } from '../../../src/map/scene/curves'
import type { Camera } from '../../../src/map/view/camera'
import { mapLeg } from '../../support/mapnetwork'

const camera: Camera = { x: 200, y: 100, scale: 1, width: 400, height: 200 }
const scene: Pickable = {
  nodes: [
    { x: 50, y: 100, radius: 4 },
    { x: 350, y: 100, radius: 4 },
  ],
  checkpoints: [{ x: 350, y: 100, radius: 7 }],
  curves: createCurves([mapLeg(0, 1, 1), mapLeg(1, 0, 0)], Float64Array.from([50, 100, 350, 100])),
  legWidth: Float64Array.of(4, 4),
}

test('a checkpoint comes before its node, a node before its legs', () => {
  expect(pick(camera, scene, 352, 103)).toEqual({ kind: 'checkpoint', index: 0 })
  expect(pick(camera, scene, 53, 97)).toEqual({ kind: 'node', index: 0 })
})

test('each direction of a leg is picked on its own side', () => {
  expect(pick(camera, scene, 200, 117)).toEqual({ kind: 'leg', index: 0 })
  expect(pick(camera, scene, 200, 83)).toEqual({ kind: 'leg', index: 1 })
})

test('far from everything there is nothing, and legs that are not drawn are not there', () => {
  expect(pick(camera, scene, 200, 180)).toBeUndefined()
  expect(pick(camera, { ...scene, legWidth: new Float64Array(2) }, 200, 115)).toBeUndefined()
})

test('the distance to a segment is the distance to its nearest point', () => {
  expect(distanceToSegment(5, 3, 0, 0, 10, 0)).toBe(3)
  expect(distanceToSegment(-3, 4, 0, 0, 10, 0)).toBe(5)
  expect(distanceToSegment(3, 4, 0, 0, 0, 0)).toBe(5)
})
