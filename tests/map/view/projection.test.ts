/** Projection: regional and global networks on the plane. */
import { expect, test } from 'vitest'
import {
  boxAround,
  coreBox,
  createProjection,
  denseInterval,
  KM_PER_UNIT,
  placeOnPlane,
  projectPlaces,
  suits,
} from '../../../src/map/view/projection'

const osh = { lat: 40.53, lon: 72.8 }
const bishkek = { lat: 42.87, lon: 74.59 }
const moscow = { lat: 55.75, lon: 37.62 }
const newYork = { lat: 40.71, lon: -74.01 }

test('the shortest interval with most values leaves a far value out', () => {
  expect(denseInterval([1, 2, 3, 4, 90], 0.8)).toEqual([1, 4])
  expect(denseInterval([], 0.8)).toEqual([0, 0])
})

test('distances near the centre of a region are true to a few per cent', () => {
  const places = [osh, bishkek]
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = projectPlaces(createProjection(places), places)
  expect(Math.hypot(x1 - x0, y1 - y0) * KM_PER_UNIT).toBeCloseTo(300, -1)
})

test('north is up and east is right in the middle of a region', () => {
  const [oshX = 0, oshY = 0, bishkekX = 0, bishkekY = 0] = projectPlaces(createProjection([osh, bishkek]), [
    osh,
    bishkek,
  ])
  expect(bishkekY).toBeLessThan(oshY)
  expect(bishkekX).toBeGreaterThan(oshX)
})

test('a far market does not pull the first view away from the core', () => {
  const places = [...Array.from({ length: 19 }, (_, i) => ({ lat: 40 + i * 0.5, lon: 60 + i })), newYork]
  const plane = projectPlaces(createProjection(places), places)
  const [west, , east] = coreBox(plane)
  expect((east - west) * KM_PER_UNIT).toBeLessThan(2500)
})

test('a network across the date line stays in one piece', () => {
  const places = [
    { lat: -17, lon: 179 },
    { lat: -18, lon: -179 },
  ]
  const [x0 = 0, , x1 = 0] = projectPlaces(createProjection(places), places)
  expect(Math.abs(x1 - x0) * KM_PER_UNIT).toBeLessThan(300)
})

test('a network that spans the globe is drawn on the whole world', () => {
  const places = [osh, moscow, newYork, { lat: -33, lon: 151 }, { lat: -34, lon: -58 }, { lat: -1, lon: 36 }]
  for (const coordinate of projectPlaces(createProjection(places), places)) {
    expect(Number.isFinite(coordinate)).toBe(true)
    expect(Math.abs(coordinate)).toBeLessThan(3000)
  }
})

test('one node, or nodes in one place, make a map', () => {
  const plane = projectPlaces(createProjection([osh, osh]), [osh, osh])
  expect([...plane].every(Number.isFinite)).toBe(true)
})

test('a box around nodes holds them all and is never too small', () => {
  const plane = Float64Array.from([0, 0, 10, 20, 300, -40])
  expect(boxAround(plane, [0, 1, 2])).toEqual([0, -40, 300, 20])
  const [west, north, east, south] = boxAround(plane, [1])
  expect([(west + east) / 2, (north + south) / 2]).toEqual([10, 20])
  expect(east - west).toBeGreaterThan(10)
  expect(south - north).toBe(east - west)
})

test('a point of the plane leads back to its place, and off the earth to none', () => {
  for (const places of [
    [osh, bishkek],
    [osh, moscow, newYork, { lat: -33, lon: 151 }],
  ]) {
    const projection = createProjection(places)
    for (const place of [...places, newYork]) {
      const [x = 0, y = 0] = projectPlaces(projection, [place])
      const found = placeOnPlane(projection, x, y)
      expect(found?.lat).toBeCloseTo(place.lat, 3)
      expect(found?.lon).toBeCloseTo(place.lon, 3)
    }
    expect(placeOnPlane(projection, 3_000, 0)).toBeUndefined()
  }
})

test('a projection stays while the core of the network is near its centre', () => {
  const projection = createProjection([osh, bishkek])
  expect(suits(projection, [osh, bishkek, moscow])).toBe(true)
  expect(suits(projection, [newYork, { lat: 45, lon: -75 }])).toBe(false)
})
