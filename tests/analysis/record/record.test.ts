/** The record of a run: what arrived when and how long it took, also after time was turned back. */
import { describe, expect, it } from 'vitest'
import { createRecord } from '../../../src/analysis/record/record'
import { transitHistogram } from '../../../src/analysis/record/transit'
import { framesOf, recorded } from '../../support/frames'
import { richest } from '../../support/rich'
import { checkpoint, line, specOf } from '../../support/scenarios'
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
    const { record, last } = recorded(specOf(line([checkpoint('gate'), checkpoint('bridge')])), 60)
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
