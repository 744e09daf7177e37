/** Views: the first view cuts no node, the whole view shows them all clear of what lies over the map. */
import { expect, test } from 'vitest'
import type { Box } from '../../../src/map/scene/labels'
import { type Camera, screenX, screenY } from '../../../src/map/view/camera'
import { createProjection, projectPlaces } from '../../../src/map/view/projection'
import { firstView, insetsOf, wholeView } from '../../../src/map/view/views'
import { bundledScenario } from '../../support/bundled'

const { nodes } = bundledScenario('central-asia')
const plane = projectPlaces(createProjection(nodes), nodes)
const SIZES = [
  [1026, 366],
  [1520, 640],
  [520, 640],
  [660, 250],
] as const
const view = (width: number, height: number): Camera => ({ x: 0, y: 0, scale: 1, width, height })
/** Search above, buttons on the right, credit below. */
const overlaysOf = (width: number, height: number): Box[] => [
  { left: 10, top: 10, right: 200, bottom: 42 },
  { left: width - 42, top: 10, right: width - 10, bottom: 220 },
  { left: width - 360, top: height - 18, right: width - 8, bottom: height - 4 },
]

function spotsIn(camera: Camera) {
  return nodes.map(({ id }, node) => ({
    id,
    x: screenX(camera, plane[node * 2] ?? 0),
    y: screenY(camera, plane[node * 2 + 1] ?? 0),
  }))
}

test.each(SIZES)(
  'at %i x %i the whole view holds every node of Central Asia, under no cover',
  (width, height) => {
    const overlays = overlaysOf(width, height)
    const camera = wholeView(view(width, height), plane, overlays)
    const hidden = spotsIn(camera).filter(
      ({ x, y }) =>
        x < 5 ||
        y < 5 ||
        x > width - 5 ||
        y > height - 5 ||
        overlays.some(({ left, top, right, bottom }) => x > left && x < right && y > top && y < bottom),
    )
    expect(hidden).toEqual([])
  },
)

test.each(SIZES)(
  'at %i x %i the first view shows most nodes of Central Asia, larger, and cuts none',
  (width, height) => {
    const camera = firstView(view(width, height), plane)
    expect(camera.scale).toBeGreaterThan(wholeView(view(width, height), plane, []).scale)
    const gaps = spotsIn(camera).map(({ x, y }) => Math.min(x, y, width - x, height - y))
    expect(gaps.filter((gap) => gap > 0).length).toBeGreaterThan(0.85 * gaps.length)
    expect(gaps.filter((gap) => Math.abs(gap) < 7)).toEqual([])
  },
)

test('a cover takes room at the edge where it takes the least, an empty one nowhere', () => {
  const camera = view(1000, 400)
  const none = insetsOf(camera, [])
  expect(insetsOf(camera, [{ left: 0, top: 0, right: 0, bottom: 0 }])).toEqual(none)
  expect(insetsOf(camera, overlaysOf(1000, 400))).toEqual({ ...none, top: 42, right: 42 })
})
