/** Bought checkpoints: what organisations buy, what it saves them and how audits end it (model section 4). */
import { describe, expect, it } from 'vitest'
import { createWorld, step, type World } from '../../../src/engine'
import type { ScenarioFile } from '../../../src/scenario'
import { checkpoint, line, specOf } from '../../support/scenarios'
import { expectShare, expectWithin } from '../../support/statistics'
import { verifiedShare } from '../../support/verification'
import { indexOf, sumOf, tallyOf, worldAfter } from '../../support/worlds'

/** 100 kg a day worth 1000 USD/kg, and organisations that stay sure of the odds. */
const sureOf = (priorOdds: number) => ({
  protectionBudget: 1e9,
  learning: { priorOdds, priorWeight: 1_000_000, memoryDays: 1 },
})
const ODDS = 0.3
const checkpoints = (retainers: readonly number[], changes = {}) =>
  retainers.map((protectionRetainer, i) =>
    checkpoint(`p${i}`, { interdictionOdds: ODDS, integrityAudit: 0, protectionRetainer, ...changes }),
  )

describe('protection', () => {
  it('is bought where the expected monthly loss exceeds the retainer, and nothing is seized there any more', () => {
    const spec = specOf(line(checkpoints([75_000]), sureOf(ODDS)))
    const [early, late] = [worldAfter(spec, 8), worldAfter(spec, 300)]
    expect(tallyOf(early).seized).toBeGreaterThan(100)
    expect([...late.bought]).toEqual([1])
    expect(tallyOf(late).seized).toBe(tallyOf(early).seized)
    expect(late.counters.crossings[0]).toBeGreaterThan(25_000)
  })

  it('is not bought below the retainer, and seizures go on', () => {
    // 100 kg a day are 3000 kg a month, of which 30 percent are worth 900 000.
    const spec = specOf(line(checkpoints([1_000_000]), sureOf(ODDS)))
    const world = worldAfter(spec, 300)
    expect(sumOf(world.counters.protectionCents)).toBe(0)
    expectShare(world.counters.seizures[0] ?? 0, world.counters.crossings[0] ?? 0, ODDS)
  })

  it.each([1, 7, 30, 90])(
    'has its threshold at a month of flow, with reviews every %d days',
    (reviewDays) => {
      const boughtAt = (retainer: number) => {
        const file = { ...line(checkpoints([retainer]), sureOf(ODDS)), assumptions: { reviewDays } }
        return worldAfter(specOf(file), 365).bought[0]
      }
      // Counts of a day vary by a tenth, those of a discounted month by two hundredths.
      expect([boughtAt(900_000 * 0.85), boughtAt(900_000 * 1.15)]).toEqual([1, 0])
    },
  )

  it('values each commodity by itself', () => {
    // 3000 kg of goods a month at 1000 USD/kg and as much of a cheap cargo, at odds of 0.3: 900 000 and 90 000.
    const file = line(checkpoints([0]), sureOf(ODDS))
    const [org] = file.organisations
    const cheap = { id: 'cheap', name: 'Cheap', prices: { kind: { source: 1, market: 100 } } }
    const supply = (org?.supply ?? []).flatMap((stream) => [stream, { ...stream, commodity: 'cheap' }])
    const boughtAt = (protectionRetainer: number) => {
      const both: ScenarioFile = {
        ...file,
        commodities: [...file.commodities, cheap],
        organisations: file.organisations.map((one) => ({ ...one, supply })),
        checkpoints: file.checkpoints.map((gate) => ({ ...gate, protectionRetainer })),
      }
      return worldAfter(specOf(both), 365).bought[0]
    }
    expect([boughtAt(990_000 * 0.88), boughtAt(990_000 * 1.12)]).toEqual([1, 0])
  })

  it('values what a load becomes and what that is worth today', () => {
    // Half of each kilogram remains, worth 9000 USD/kg: 3000 kg a month at odds of 0.3 before the site are 4 050 000 USD.
    const base = line(checkpoints([0]), sureOf(ODDS))
    const refined = { id: 'refined', name: 'Refined', prices: { kind: { market: 9_000 } } }
    const site = { id: 'site', name: 'Site', node: 'p0', input: 'goods', output: 'refined', yieldShare: 0.5 }
    const boughtAt = (protectionRetainer: number, price = 9_000) => {
      const changes = [{ target: 'commodities.refined.prices.kind.market', from: '2009-06-01', set: price }]
      const file: ScenarioFile = {
        ...base,
        commodities: [...base.commodities, refined],
        processingSites: [site],
        checkpoints: base.checkpoints.map((gate) => ({ ...gate, protectionRetainer })),
        interventions: [{ id: 'price', title: 'Price', changes }],
      }
      return worldAfter(specOf(file), 365).bought[0]
    }
    expect([boughtAt(4_050_000 * 0.85), boughtAt(4_050_000 * 1.15)]).toEqual([1, 0])
    expect([boughtAt(2_025_000 * 0.85, 4_500), boughtAt(2_025_000 * 1.15, 4_500)]).toEqual([1, 0])
  })

  it('values goods at the price that an elastic market has today', () => {
    // Far less than the demand arrives, so that the price stays at its ceiling: 3000 kg a month at 1500 USD/kg and odds of 0.3.
    const file = line(checkpoints([0]), sureOf(ODDS))
    const market = { model: 'elastic' as const, highest: 1.5, demandKgPerDay: { market: 10_000 } }
    const boughtAt = (protectionRetainer: number) => {
      const scarce: ScenarioFile = {
        ...file,
        commodities: file.commodities.map((commodity) => ({ ...commodity, market })),
        checkpoints: file.checkpoints.map((gate) => ({ ...gate, protectionRetainer })),
      }
      return worldAfter(specOf(scarce), 365).bought[0]
    }
    expect([boughtAt(1_350_000 * 0.85), boughtAt(1_350_000 * 1.15)]).toEqual([1, 0])
  })

  it('is not bought without a budget', () => {
    const world = worldAfter(specOf(line(checkpoints([1]), { ...sureOf(ODDS), protectionBudget: 0 })), 100)
    expectShare(world.counters.seizures[0] ?? 0, world.counters.crossings[0] ?? 0, ODDS)
  })

  it('costs the retainer, by the month', () => {
    const world = worldAfter(specOf(line(checkpoints([30_000]), sureOf(ODDS))), 7 * 31)
    // Nothing at the first review, as nothing has passed yet; 7/30 of the retainer at each later one.
    expect(world.counters.protectionCents[0]).toBe(30 * 700_000)
  })

  it.each([
    [125_000, [0, 1, 1, 1]],
    [75_000, [0, 0, 1, 1]],
    [29_999, [0, 0, 0, 0]],
  ])(
    'with %d USD a month goes to the best ratios of loss to retainer that it pays for',
    (protectionBudget, expected) => {
      // Low odds, so that nearly the same flow passes every checkpoint.
      const gates = checkpoints([60_000, 50_000, 40_000, 30_000], { interdictionOdds: 0.02 })
      const world = worldAfter(specOf(line(gates, { ...sureOf(0.02), protectionBudget })), 200)
      expect([...world.bought]).toEqual(expected)
    },
  )

  it('ends when an intervention takes the budget away', () => {
    const base = line(checkpoints([75_000]), sureOf(ODDS))
    const changes = [{ target: 'organisations.org.protectionBudget', from: '2009-04-11', set: 0 }]
    const file: ScenarioFile = { ...base, interventions: [{ id: 'broke', title: 'Broke', changes }] }
    const spec = specOf(file)
    const [before, after, later] = [worldAfter(spec, 100), worldAfter(spec, 120), worldAfter(spec, 320)]
    expect([...before.bought]).toEqual([1])
    expect([...after.bought]).toEqual([0])
    const crossed = (later.counters.crossings[0] ?? 0) - (after.counters.crossings[0] ?? 0)
    expectShare(tallyOf(later).seized - tallyOf(after).seized, crossed, ODDS)
  })
})

describe('audits', () => {
  const MONTHS = 60
  const audited = (integrityAudit: number) => ({
    ...line(
      checkpoints(
        Array.from({ length: 30 }, () => 1),
        { integrityAudit },
      ),
      sureOf(ODDS),
    ),
    assumptions: { reviewDays: 1 },
  })

  it('expose bought checkpoints at the stated monthly rate', () => {
    const world = createWorld(specOf(audited(0.2)), 'protection')
    const exposed = () => sumOf(world.counters.exposures)
    let trials = 0
    for (let day = 0; day <= MONTHS * 30; day++) {
      const before = exposed()
      const month = day > 0 && day % 30 === 0
      step(world)
      if (month) trials += sumOf(world.bought) + exposed() - before
      else expect(exposed()).toBe(before)
    }
    expect(trials).toBe(MONTHS * 30)
    verifiedShare(
      'bought checkpoints that audits of 0.2 a month expose: share a month',
      exposed(),
      trials,
      0.2,
    )
  })

  it('expose every deal when they are certain, and none when there are none', () => {
    const certain = worldAfter(specOf(audited(1)), 301)
    expect([...certain.counters.exposures]).toEqual(Array.from({ length: 30 }, () => 10))
    expect(sumOf(certain.bought)).toBe(0)
    expect(sumOf(worldAfter(specOf(audited(0)), 301).counters.exposures)).toBe(0)
  })

  it('wipe out the experience with the officers who are replaced', () => {
    const file = line(checkpoints([1], { integrityAudit: 1 }), { protectionBudget: 1e9 })
    const spec = specOf(file)
    expect(worldAfter(spec, 30).lost[0]).toBeGreaterThan(0)
    const world = worldAfter(spec, 31)
    // Only what has crossed since the audit of that morning.
    expect((world.lost[0] ?? 0) + (world.passed[0] ?? 0)).toBeLessThan(140)
    expectWithin(worldAfter(spec, 31).counters.exposures[0] ?? 0, 1, 0)
  })
})

describe('staffing without integrity', () => {
  /** `staff` officers who check one vehicle a day each of 100 and find every load. */
  const staffed = (staff: number, integrityAudit: number): World => {
    const all = { road: 1, rail: 1, sea: 1, air: 1, path: 1 }
    const gate = checkpoint('gate', {
      staff,
      shiftFraction: 1,
      inspectionsPerOfficerDay: 1,
      vehiclesPerDay: 100,
      handDetection: all,
      protectionRetainer: 200_000,
      integrityAudit,
    })
    return worldAfter(specOf(line([gate], sureOf(staff / 100))), 730)
  }

  it('raises seizures up to the threshold where the checkpoint is bought, and ends them beyond', () => {
    // The threshold: 200 000 USD of 3 million a month, 6.7 percent.
    const shares = [2, 4, 10, 20, 40].map((staff) => {
      const world = staffed(staff, 0)
      const gate = indexOf(world.spec.checkpoints, 'gate')
      return (world.counters.seizures[gate] ?? 0) / (world.counters.crossings[gate] ?? 1)
    })
    const [two = 0, four = 0, ...more] = shares
    expectWithin(two, 0.02, 0.003)
    expectWithin(four, 0.04, 0.004)
    for (const share of more) expect(share).toBeLessThan(0.01)
  })

  it('seizes again where audits keep ending the deals', () => {
    expect(tallyOf(staffed(20, 1)).seized).toBeGreaterThan(5 * tallyOf(staffed(20, 0)).seized)
  })
})
