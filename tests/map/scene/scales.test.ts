/** Scales: widths of the legs, the legend, and the gauges of the checkpoints. */
import { expect, test } from 'vitest'
import { coreShare, layGauges, staffing } from '../../../src/map/scene/checkpoints'
import { legendOf } from '../../../src/map/scene/legend'
import { faded, mixed } from '../../../src/map/scene/palette'
import { niceCeiling, scaleEnd, throughputs, WIDEST_PIXELS, widthOf } from '../../../src/map/scene/scales'
import { SYMBOLS, symbolOf } from '../../../src/map/scene/symbols'
import { threePlaces } from '../../support/mapnetwork'
import { paletteIn } from '../../support/tokens'

test('the scale ends at a round number', () => {
  expect([0.3, 1, 1.1, 49, 50, 7200].map(niceCeiling)).toEqual([0.5, 1, 2, 50, 50, 10000])
  expect(niceCeiling(0)).toBe(1)
})

test('the scale holds while flows wobble and follows when they do not fit', () => {
  expect(scaleEnd(Float64Array.of(450), 0)).toBe(500)
  expect(scaleEnd(Float64Array.of(300), 500)).toBe(500)
  expect(scaleEnd(Float64Array.of(501), 500)).toBe(1000)
  expect(scaleEnd(Float64Array.of(90), 500)).toBe(100)
  expect(scaleEnd(Float64Array.of(0), 500)).toBe(500)
})

test('a quarter of the flow has half the width; no flow has none', () => {
  expect(widthOf(400, 400)).toBe(WIDEST_PIXELS)
  expect(widthOf(100, 400)).toBe(WIDEST_PIXELS / 2)
  expect(widthOf(0, 400)).toBe(0)
})

test('a node’s throughput is the larger of what arrives and what leaves', () => {
  const legs = [
    { from: 0, to: 1 },
    { from: 2, to: 1 },
    { from: 1, to: 3 },
  ]
  expect([...throughputs(Float64Array.of(10, 5, 12), legs, 4)]).toEqual([10, 15, 5, 12])
})

test('the legend names the states, or the organisations', () => {
  const network = {
    nodes: [],
    legs: [],
    checkpoints: [],
    candidateOrganisation: new Int32Array(0),
    organisations: [{ id: 'north', name: 'North' }],
  }
  expect(
    legendOf(network, 100, paletteIn('dark'), 'state').widths.map(({ gramsPerMonth }) => gramsPerMonth),
  ).toEqual([100, 20, 2])
  const { colours } = legendOf(network, 100, paletteIn('dark'), 'organisation')
  expect(colours.map(({ label }) => label)).toEqual(['Seized', 'Delivered', 'North'])
})

test('organisations are told apart by colour and shape; those beyond the last symbol share it', () => {
  const named = (count: number) => ({
    ...threePlaces([]),
    organisations: Array.from({ length: count }, (_, i) => ({ id: `${i}`, name: `Network ${i}` })),
  })
  const rowsOf = (count: number) =>
    legendOf(named(count), 100, paletteIn('light'), 'organisation').colours.slice(2)
  const looks = rowsOf(SYMBOLS).map(({ colour, shape }) => `${colour} ${shape}`)
  expect(new Set(looks).size).toBe(SYMBOLS)
  expect(rowsOf(SYMBOLS).at(-1)?.label).toBe(`Network ${SYMBOLS - 1}`)
  expect(rowsOf(SYMBOLS + 4)).toHaveLength(SYMBOLS)
  expect(rowsOf(SYMBOLS + 4).at(-1)?.label).toBe('5 others')
  expect(symbolOf(SYMBOLS + 3)).toEqual(symbolOf(SYMBOLS - 1))
})

test('staffing and odds are shown within their bounds', () => {
  const checkpoint = { odds: 0, scannedShare: 0, corruptShare: 0 }
  expect(staffing({ ...checkpoint, staff: 12, requiredStaff: 100 })).toBe(0.12)
  expect(staffing({ ...checkpoint, staff: 5, requiredStaff: 0 })).toBe(1)
  expect(staffing({ ...checkpoint, staff: 150, requiredStaff: 100 })).toBe(1)
  expect([coreShare(-1), coreShare(0), coreShare(2)]).toEqual([0, 0, 1])
})

test('of two gauges in one place the more important one is drawn in full', () => {
  const spots = [
    { x: 0, y: 0 },
    { x: 3, y: 0 },
    { x: 90, y: 0 },
  ]
  expect(layGauges(spots, [1, 0, 2], 1).map(({ isFull }) => isFull)).toEqual([false, true, true])
})

test('colours mix and fade', () => {
  expect(mixed('#000000', '#ffffff', 0.5)).toBe('rgb(128, 128, 128)')
  expect(faded('#ff0080', 0.5)).toBe('rgba(255, 0, 128, 0.5)')
})
