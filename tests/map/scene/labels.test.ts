/** Labels: no name covers another. */
import { expect, test } from 'vitest'
import { type LabelItem, placeLabels, shortName, spotsAround } from '../../../src/map/scene/labels'
import { minRank, WIDEST_RANK } from '../../../src/map/scene/names'

const item = (x: number, y: number): LabelItem => ({
  width: 60,
  height: 12,
  mayCover: 0.5,
  spots: spotsAround(x, y, 6, 60, 12),
})

test('a lone name stands to the right of its place', () => {
  expect(placeLabels([item(100, 100)], [], 400, 400)).toEqual([{ item: 0, x: 136, y: 100 }])
})

test('no two names overlap, and the first one comes first', () => {
  const items = Array.from({ length: 60 }, (_, i) => item(150 + (i % 8) * 14, 150 + Math.floor(i / 8) * 9))
  const placed = placeLabels(items, [], 400, 400)
  expect(placed[0]?.item).toBe(0)
  expect(placed.length).toBeGreaterThan(5)
  for (const a of placed)
    for (const b of placed)
      if (a !== b) expect(Math.abs(a.x - b.x) >= 60 || Math.abs(a.y - b.y) >= 12).toBe(true)
})

test('a name avoids a symbol, and is left out where there is no room', () => {
  const right = [{ x: 130, y: 100, radius: 8, weight: 1 }]
  expect(placeLabels([item(100, 100)], right, 400, 400)[0]?.x).not.toBe(136)
  const around = [{ x: 100, y: 100, radius: 90, weight: 1 }]
  expect(placeLabels([item(100, 100)], around, 400, 400)).toEqual([])
})

test('a name avoids a box, wherever it is', () => {
  const box = { left: 107, top: 40, right: 300, bottom: 160 }
  expect(placeLabels([item(100, 100)], [], 400, 400, [box])[0]?.x).toBe(64)
  expect(placeLabels([item(100, 100)], [], 400, 400, [{ ...box, left: 0 }])).toEqual([])
})

test('a name stays within the view', () => {
  expect(placeLabels([item(395, 200)], [], 400, 400)[0]?.x).toBeLessThan(370)
})

test('in a wide view of few places all are named, of many only the important', () => {
  const wide = { x: 0, y: 0, scale: 0.2, width: 1000, height: 400 }
  expect(minRank(wide, 12)).toBe(0)
  expect(minRank(wide, 80)).toBe(WIDEST_RANK)
  expect(minRank(wide, 24)).toBeGreaterThan(0)
  expect(minRank({ ...wide, scale: 20 }, 80)).toBe(0)
})

test('long names of places are cut to what tells them apart', () => {
  expect(shortName('Dostuk (KG) - Dustlik (UZ) crossing')).toBe('Dostuk')
  expect(shortName('Karamyk crossing')).toBe('Karamyk')
  expect(shortName('Rostov-on-Don')).toBe('Rostov-on-Don')
  expect(shortName('United States (New York as gateway)')).toBe('United States')
})
