/** Detection: what an inspection finds, by hand and by scanner, by mode and by commodity (model section 5). */
import { describe, expect, it } from 'vitest'
import { effectiveOdds } from '../../src/engine'
import { checkpoint, line, organisation, specOf } from '../support/scenarios'
import { expectShare, expectWithin } from '../support/statistics'
import { verifiedShare } from '../support/verification'
import { emptiedAfter, indexOf, tallyOf } from '../support/worlds'

const DAYS = 365
/** Where nobody else crosses, every vehicle is inspected. */
const checksAll = { vehiclesPerDay: 0 }

describe('detection', () => {
  it('joins hand search and a scanner that has power as independent chances', () => {
    const gate = checkpoint('gate', {
      ...checksAll,
      handDetection: { road: 0.3, rail: 0.9 },
      scannerDetection: 0.8,
      scannerCoverage: 0.5,
      powerAvailability: 0.75,
    })
    const spec = specOf(line([gate]))
    const [road, rail] = [1 - 0.7 * (1 - 0.3), 1 - 0.1 * (1 - 0.3)]
    expectWithin(effectiveOdds(spec, 0, 0, 0).found, road, 1e-15)
    expectWithin(effectiveOdds(spec, 0, 1, 0).found, rail, 1e-15)
    const world = emptiedAfter(spec, DAYS)
    const [found, checked] = [world.counters.detections[0] ?? 0, world.counters.inspections[0] ?? 0]
    verifiedShare('hand 0.3 joined by a scanner of 0.3: share found', found, checked, road)
  })

  it('follows the mode of the leg that leads to the checkpoint', () => {
    const file = line([checkpoint('gate', { ...checksAll, handDetection: { road: 0.1, rail: 0.6 } })])
    const legs = file.legs.map((leg, i) => (i === 0 ? { ...leg, mode: 'rail' as const } : leg))
    const { dispatched, seized } = tallyOf(emptiedAfter(specOf({ ...file, legs }), DAYS))
    expectShare(seized, dispatched, 0.6)
  })

  it('is replaced, like inspection, by an override of the odds', () => {
    const gate = checkpoint('gate', { ...checksAll, handDetection: { road: 1 }, interdictionOdds: 0.01 })
    expect(effectiveOdds(specOf(line([gate])), 0, 0, 0).seized).toBe(0.01)
  })
})

describe('detection by commodity', () => {
  const [hand, scanner] = [0.3, 0.4]
  const gate = checkpoint('gate', {
    ...checksAll,
    handDetection: { road: hand },
    scannerDetection: 0.8,
    scannerCoverage: 0.5,
  })
  const foundShare = (factor: number) =>
    1 - (1 - Math.min(1, factor * hand)) * (1 - Math.min(1, factor * scanner))

  it.each([0, 0.5, 1, 2, 2.6, 10])(
    'multiplies hand search and scanner by %d, each at most 1',
    (detectionFactor) => {
      const file = line([gate])
      const spec = specOf({
        ...file,
        commodities: file.commodities.map((commodity) => ({ ...commodity, detectionFactor })),
      })
      expectWithin(effectiveOdds(spec, 0, 0, 0).found, foundShare(detectionFactor), 1e-15)
      const { dispatched, seized } = tallyOf(emptiedAfter(spec, 100))
      const name = `hand 0.3, scanner 0.4, detection factor ${detectionFactor}: share seized`
      verifiedShare(name, seized, dispatched, foundShare(detectionFactor))
    },
  )

  it('tells two commodities apart at one checkpoint, and not where the odds are overridden', () => {
    const seizedShares = (changes: Partial<typeof gate>) => {
      const file = line([{ ...gate, ...changes }])
      const [goods] = file.commodities
      if (goods === undefined) throw new Error('the line has lost its goods')
      const supply = ['goods', 'bulky'].map((commodity) => ({ commodity, source: 'source', kgPerDay: 50 }))
      const { counters, spec } = emptiedAfter(
        specOf({
          ...file,
          commodities: [goods, { ...goods, id: 'bulky', detectionFactor: 2 }],
          organisations: [organisation({ routes: ['only'], supply })],
        }),
        DAYS,
      )
      return ['goods', 'bulky'].map((id) => {
        const commodity = indexOf(spec.commodities, id)
        const own = spec.candidates.supply.findIndex((s) => spec.supplies.commodity[s] === commodity)
        return { seized: counters.seized[own] ?? 0, dispatched: counters.dispatched[own] ?? 0 }
      })
    }
    for (const [i, { seized, dispatched }] of seizedShares({}).entries())
      expectShare(seized, dispatched, foundShare(i + 1))
    for (const { seized, dispatched } of seizedShares({ interdictionOdds: 0.2 }))
      expectShare(seized, dispatched, 0.2)
  })
})
