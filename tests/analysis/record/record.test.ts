/** The record of a run: what arrived when and how long it took, also after time was turned back. */
import { describe, expect, it } from 'vitest'
import { shareColumns, totalColumns, windowColumns } from '../../../src/analysis/record/flows'
import { createRecord } from '../../../src/analysis/record/record'
import { transitHistogram } from '../../../src/analysis/record/transit'
import { compileScenario } from '../../../src/scenario'
import { byName } from '../../../src/words'
import { bundledScenario } from '../../support/bundled'
import { framesOf, recorded } from '../../support/frames'
import { richest } from '../../support/rich'
import { line, post, specOf } from '../../support/scenarios'
import { sumOf } from '../../support/worlds'

const DAYS = 120
const rich = recorded(specOf(richest()), DAYS)

describe('the record', () => {
  it('counts every delivery, and its grams, at the market where it was sold', () => {
    const { record, last, spec } = rich
    const rows = record.arrivals.flatMap(({ node }) => [...node])
    expect(rows.length).toBe(sumOf(last.counters.delivered))
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.every((node) => spec.nodes.isMarket[node] === 1)).toBe(true)
    const grams = record.arrivals.flatMap((of) => [...of.grams])
    expect(sumOf(grams)).toBe(sumOf(last.counters.deliveredGrams))
  })

  it("knows the hours under way of every delivery, as the engine's own totals do", () => {
    const { record, last } = recorded(specOf(line([post('gate'), post('bridge')])), 60)
    const hours = record.arrivals.flatMap((of) => [...of.hours])
    expect(hours.length).toBeGreaterThan(100)
    expect(sumOf(hours)).toBe(sumOf(last.counters.transitHours))
  })

  it('counts from leaving the source, so never more hours than since dispatch', () => {
    const { record, last } = rich
    const hours = record.arrivals.flatMap((of) => [...of.hours])
    expect(hours.every((value) => value > 0)).toBe(true)
    expect(sumOf(hours)).toBeLessThanOrEqual(sumOf(last.counters.transitHours))
  })

  it('is the same after days were forgotten and came again', () => {
    const { spec, record, frames } = rich
    const again = createRecord(spec)
    for (const frame of frames) again.add(frame)
    again.truncate(40)
    expect(again.days).toBe(40)
    for (const frame of frames.slice(41)) again.add(frame)
    expect(again.arrivals).toEqual(record.arrivals)
    expect(again.inTransitGrams).toEqual(record.inTransitGrams)
  })

  it('takes no day twice and none that came too early', () => {
    const { spec, frames, record } = rich
    const again = createRecord(spec)
    for (const frame of frames.slice(0, 51)) again.add(frame)
    for (const frame of [...frames.slice(20, 51), ...frames.slice(60, 70)]) again.add(frame)
    expect(again.days).toBe(50)
    expect(again.arrivals).toEqual(record.arrivals.slice(0, 51))
  })

  it('does not know the start of shipments whose first days it has not seen', () => {
    const late = createRecord(rich.spec)
    const [start, ...days] = framesOf(rich.spec, 60)
    if (start !== undefined) late.add(start)
    for (const frame of days.slice(30)) late.add({ ...frame, day: frame.day - 30 })
    const hours = late.arrivals.flatMap((of) => [...of.hours])
    expect(hours).toContain(-1)
    const known = hours.filter((value) => value >= 0)
    expect(transitHistogram(late.arrivals, 30).count).toBe(known.length)
  })
})

describe('the columns over time', () => {
  const days = [0, 10, 50, DAYS]

  it('hold what the counters hold', () => {
    const [delivered, seized, inTransit] = totalColumns(rich.record, days)
    const { counters, inTransitGrams } = rich.last
    expect(delivered?.values.at(-1)).toBe(sumOf(counters.deliveredGrams) / 1000)
    expect(seized?.values.at(-1)).toBe(sumOf(counters.seizedGrams) / 1000)
    expect(inTransit?.values.at(-1)).toBe(inTransitGrams / 1000)
  })

  it('show thirty days at a time', () => {
    const [total] = totalColumns(rich.record, [DAYS - 30, DAYS])
    const [month] = windowColumns(rich.record, [DAYS])
    expect(month?.values[0]).toBeCloseTo((total?.values[1] ?? 0) - (total?.values[0] ?? 0), 9)
  })

  it('call a route by its code where there is little room, and by its name elsewhere', () => {
    const asia = recorded(compileScenario(bundledScenario('central-asia')), 40)
    const columns = shareColumns(asia.record, [40], byName).filter(({ routes }) => routes.length === 1)
    expect(columns).toHaveLength(7)
    for (const { label, name } of columns) expect(name).toMatch(new RegExp(`^${label} \\w+`))
    const plain = recorded(compileScenario(bundledScenario('two-routes')), 5)
    expect(shareColumns(plain.record, [5], byName).map(({ label }) => label)).toEqual([
      'Northern route',
      'Southern route',
    ])
  })

  it('share the dispatch of the window among the routes', () => {
    const columns = shareColumns(rich.record, days, byName)
    const sums = days.map((_, i) => sumOf(columns.map(({ values }) => values[i] ?? 0)))
    expect(sums[0]).toBe(0)
    for (const sum of sums.slice(1)) expect(sum).toBeCloseTo(1, 12)
    expect(columns.flatMap(({ routes }) => routes).sort((a, b) => a - b)).toEqual([
      ...rich.spec.routes.ids.keys(),
    ])
  })
})

describe('the histogram of times', () => {
  const arrivalsOf = (hours: number[]) => [
    {
      candidate: new Int32Array(),
      node: new Int32Array(),
      grams: new Int32Array(),
      hours: Int32Array.from(hours),
    },
  ]

  it('has round bins, mean and median of what is known', () => {
    const found = transitHistogram(arrivalsOf([-1, 24, 25, 47, 96]), 0)
    expect(found).toMatchObject({ binDays: 0.125, count: 4, meanDays: 2, medianDays: 1.5 })
    expect(sumOf(found.counts)).toBe(4)
    expect(found).toMatchObject({ fromDays: 1, beyond: 0 })
    expect(found.counts[0]).toBe(2)
    expect(found.counts).toHaveLength(25)
  })

  it('spends its bins on all but the slowest one in two hundred, which it counts apart', () => {
    const usual = Array.from({ length: 1_000 }, (_, i) => 5 * 24 + (i % (20 * 24)))
    const found = transitHistogram(arrivalsOf([...usual, 270 * 24, 300 * 24]), 0)
    expect(found).toMatchObject({ binDays: 1, fromDays: 5, beyond: 2, count: 1_002 })
    expect(found.counts).toHaveLength(20)
    expect(sumOf(found.counts) + found.beyond).toBe(found.count)
  })

  it.each([1, 7, 40, 199])('holds every one of %i deliveries', (count) => {
    const found = transitHistogram(arrivalsOf(Array.from({ length: count }, (_, i) => i * i)), 0)
    expect(found.beyond).toBe(0)
    expect(sumOf(found.counts)).toBe(count)
    expect(found.counts.length).toBeLessThanOrEqual(36)
  })

  it('keeps to the day on show', () => {
    const arrivals = [...arrivalsOf([]), ...arrivalsOf([24]), ...arrivalsOf([24, 48])]
    expect([0, 1, 2].map((day) => transitHistogram(arrivals, day).count)).toEqual([0, 1, 3])
  })

  it('is empty without deliveries', () => {
    const found = transitHistogram(arrivalsOf([]), 0)
    expect(found.counts).toEqual([])
    expect(found.meanDays).toBeNaN()
    expect(found.medianDays).toBeNaN()
  })
})
