/** Camera: pan, zoom and fit. */
import { expect, test } from 'vitest'
import {
  between,
  type Camera,
  fitted,
  panned,
  planeX,
  planeY,
  SCALE_LIMITS,
  screenX,
  screenY,
  zoomedAt,
} from '../../../src/map/view/camera'

const camera: Camera = { x: 100, y: -50, scale: 2, width: 800, height: 600 }

test('a pixel and its place on the plane are each other’s inverse', () => {
  expect(screenX(camera, planeX(camera, 123))).toBeCloseTo(123)
  expect(screenY(camera, planeY(camera, 456))).toBeCloseTo(456)
})

test('what lies under the pointer stays there while zooming', () => {
  const near = zoomedAt(camera, 1.7, 200, 150)
  expect(planeX(near, 200)).toBeCloseTo(planeX(camera, 200))
  expect(planeY(near, 150)).toBeCloseTo(planeY(camera, 150))
})

test('the map follows the hand', () => {
  expect(screenX(panned(camera, 30, 0), 100)).toBeCloseTo(screenX(camera, 100) + 30)
})

test('the scale stays within its limits', () => {
  expect(zoomedAt(camera, 1e9, 0, 0).scale).toBe(SCALE_LIMITS.max)
  expect(zoomedAt(camera, 1e-9, 0, 0).scale).toBe(SCALE_LIMITS.min)
})

test('a fitted box is inside the view', () => {
  const seen = fitted(camera, [-300, -100, 500, 200])
  expect(screenX(seen, -300)).toBeGreaterThan(0)
  expect(screenX(seen, 500)).toBeLessThan(800)
  expect(screenY(seen, -100)).toBeGreaterThan(0)
  expect(screenY(seen, 200)).toBeLessThan(600)
})

test('a tall box ends above the credit, as far from it as from the upper edge', () => {
  const seen = fitted(camera, [0, 0, 10, 1000])
  expect(screenY(seen, 0)).toBeGreaterThan(0)
  expect(600 - 22 - screenY(seen, 1000)).toBeCloseTo(screenY(seen, 0))
})

test('a flight begins and ends where it should', () => {
  const target = zoomedAt(camera, 3, 10, 20)
  for (const to of [target, panned(camera, 40, 40)]) {
    expect(between(camera, to, 0).x).toBeCloseTo(camera.x)
    expect(between(camera, to, 1).x).toBeCloseTo(to.x)
    expect(between(camera, to, 1).scale).toBeCloseTo(to.scale)
  }
})
