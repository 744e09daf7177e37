/** Markets whose prices follow deliveries, and seizures that are replaced: known answers (model section 7). */
import { describe, expect, it } from 'vitest'
import { createWorld, PHASES, type Phase, restore, snapshot, step, type World } from '../../../src/engine'
import { interventions } from '../../../src/engine/phases/interventions'
import { markets } from '../../../src/engine/phases/markets'
import type { ScenarioFile } from '../../../src/scenario'
import { expectEveryGram } from '../../support/balance'
import { expectDeterministic } from '../../support/determinism'
import { checkpoint, line, organisation, parallel, specOf } from '../../support/scenarios'
import { expectShare, expectWithin } from '../../support/statistics'
import { verified, verifiedMean } from '../../support/verification'
import { indexOf, sumOf, tallyOf, worldAfter } from '../../support/worlds'

type Market = NonNullable<ScenarioFile['commodities'][number]['market']>

/** A market that takes 10 kg a day at 1000 USD/kg. */
function elastic(changes: Partial<Market> = {}, file = line([checkpoint('gate')])): ScenarioFile {
  const market = { model: 'elastic' as const, slope: 0.6, demandKgPerDay: { market: 10 }, ...changes }
  return { ...file, commodities: file.commodities.map((commodity) => ({ ...commodity, market })) }
}

const cellOf = ({ spec }: World) => indexOf(spec.nodes, 'market')

/** Price factor at the end of each day when exactly so many grams are delivered on each. */
function factors(file: ScenarioFile, gramsOfDay: (day: number) => number, days: number): number[] {
  const world = createWorld(specOf(file), 'markets')
  const cell = cellOf(world)
  const deliver: Phase = ({ counters, day }) => {
    counters.marketGrams[cell] = (counters.marketGrams[cell] ?? 0) + gramsOfDay(day)
  }
  return Array.from({ length: days }, () => {
    step(world, [deliver, markets])
    return world.market.factor[cell] ?? Number.NaN
  })
}

describe('an elastic market', () => {
  it('keeps its base price while deliveries equal demand', () => {
    expect(new Set(factors(elastic(), () => 10_000, 120))).toEqual(new Set([1]))
  })

  it('raises the price by half the slope when half the demand arrives, after 30 days and not before', () => {
    const found = factors(elastic(), () => 5_000, 90)
    for (const [day, factor] of found.entries()) expectWithin(factor, day < 29 ? 1 : 1.3, 1e-12, `day ${day}`)
    const obtained = found.at(-1) ?? Number.NaN
    verified('half the demand delivered, slope 0.6: price factor', { expected: 1.3, obtained, within: 1e-12 })
  })

  it('lowers the price by half the slope when half as much again arrives', () => {
    const found = factors(elastic(), () => 15_000, 90).slice(29)
    for (const factor of found) expectWithin(factor, 0.7, 1e-12)
    const obtained = found.at(-1) ?? Number.NaN
    verified('half as much again delivered, slope 0.6: price factor', {
      expected: 0.7,
      obtained,
      within: 1e-12,
    })
  })

  it('goes no higher and no lower than its limits', () => {
    const narrow = elastic({ slope: 5, lowest: 0.8, highest: 1.25 })
    expect(factors(narrow, () => 0, 40).at(-1)).toBe(1.25)
    expect(factors(narrow, () => 20_000, 40).at(-1)).toBe(0.8)
  })

  it('remembers the last 30 days only, each as much as any other', () => {
    const found = factors(elastic(), (day) => (day < 40 ? 10_000 : 0), 100)
    for (let day = 40; day < 100; day++)
      expectWithin(found[day] ?? 0, 1 + 0.6 * Math.min(1, (day - 39) / 30), 1e-12, `day ${day}`)
  })

  it('books what deliveries earn at the price of the morning', () => {
    const world = createWorld(specOf(elastic()), 'markets')
    const cell = cellOf(world)
    const deliver: Phase = ({ counters }) => {
      counters.marketGrams[cell] = (counters.marketGrams[cell] ?? 0) + 5_000
    }
    for (let day = 0; day < 31; day++) step(world, [deliver, markets])
    expectWithin(world.counters.revenueCents[cell] ?? 0, 30 * 500_000 + 650_000, 1)
  })

  it('without a stated demand, or with a fixed price, never changes', () => {
    expect(new Set(factors(elastic({ demandKgPerDay: {} }), () => 0, 60))).toEqual(new Set([1]))
    expect(new Set(factors(elastic({ model: 'fixed' }), () => 0, 60))).toEqual(new Set([1]))
  })

  it('draws shipments to the market that runs short', () => {
    const base = parallel([checkpoint('a'), checkpoint('b')], {
      logitScale: 500,
      learning: { information: 'true-odds' },
    })
    const market = base.nodes.find((node) => node.id === 'market')
    if (market === undefined) throw new Error('no market')
    // Route 0 ends at the market, route 1 at another one with twice the demand.
    const split: ScenarioFile = {
      ...base,
      nodes: [...base.nodes, { ...market, id: 'other', name: 'Other' }],
      legs: base.legs.map((leg) => (leg.id === 'b-market' ? { ...leg, id: 'b-other', to: 'other' } : leg)),
      routes: base.routes.map((route, i) =>
        i === 1 ? { ...route, nodes: ['source', 'b', 'other'] } : route,
      ),
    }
    const demandKgPerDay = { market: 50, other: 100 }
    const spec = specOf(elastic({ slope: 1, demandKgPerDay, lowest: 0, highest: 10 }, split))
    const [before, after] = [worldAfter(spec, 28), worldAfter(spec, 400)]
    expectShare(before.counters.dispatched[0] ?? 0, tallyOf(before).dispatched, 0.5)
    const late = tallyOf(after).dispatched - tallyOf(before).dispatched
    const share = ((after.counters.dispatched[0] ?? 0) - (before.counters.dispatched[0] ?? 0)) / late
    // The fixed point of share = 1 / (1 + exp((u1 - u0) / 500)) with factors 1 + (1 - 100 share / 50) and 1 + share.
    let wanted = 0.4
    for (let i = 0; i < 200; i++) {
      const gap = 1_000 * (2 - (1 - wanted) - (2 - 2 * wanted))
      wanted = 0.9 * wanted + 0.1 / (1 + Math.exp(gap / 500))
    }
    const name = 'two elastic markets of demand 1 and 2: share of the smaller one'
    verified(name, { expected: wanted, obtained: share, within: 0.02 })
    expect(share).toBeLessThan(0.45)
  })
})

describe('a price model that changes on day 50', () => {
  const changing = (before: 'fixed' | 'elastic', set: 'fixed' | 'elastic', from = '2009-02-20') => {
    const changes = [{ target: 'commodities.goods.market.model', from, set }]
    return { ...elastic({ model: before }), interventions: [{ id: 'model', title: 'Model', changes }] }
  }
  /** Price factor in the morning and revenue in USD of each day on which half the demand of 10 kg is delivered. */
  function days(file: ScenarioFile, count: number): { factor: number; usd: number }[] {
    const world = createWorld(specOf(file), 'markets')
    const cell = cellOf(world)
    let factor = Number.NaN
    let booked = 0
    const deliver: Phase = ({ counters, market }) => {
      factor = market.factor[cell] ?? Number.NaN
      counters.marketGrams[cell] = (counters.marketGrams[cell] ?? 0) + 5_000
    }
    return Array.from({ length: count }, () => {
      step(world, [interventions, deliver, markets])
      const before = booked
      booked = (world.counters.revenueCents[cell] ?? Number.NaN) / 100
      return { factor, usd: booked - before }
    })
  }

  it.each([
    ['fixed', 'elastic', 1, 1.3],
    ['elastic', 'fixed', 1.3, 1],
  ] as const)(
    'from %s to %s: the price of that morning is that of the new model',
    (before, after, old, now) => {
      for (const [day, { factor, usd }] of days(changing(before, after), 80).entries()) {
        const expected = day < 30 ? 1 : day < 50 ? old : now
        expectWithin(factor, expected, 1e-12, `day ${day}`)
        expectWithin(usd, 5_000 * expected, 0.01, `revenue of day ${day}`)
      }
      const obtained = days(changing(before, after), 51).at(-1)?.factor ?? Number.NaN
      verified(`half the demand delivered, ${before} until day 50, then ${after}: price factor of that day`, {
        expected: now,
        obtained,
        within: 1e-12,
      })
    },
  )

  it('to elastic within the first 30 days waits for 30 days to compare', () => {
    const found = days(changing('fixed', 'elastic', '2009-01-11'), 40)
    expect(found.map(({ factor }) => (factor === 1 ? 0 : 1)).indexOf(1)).toBe(30)
  })

  it('moves whole runs on without a missing number, and alike when they are saved and restored', () => {
    for (const [before, after] of [
      ['fixed', 'elastic'],
      ['elastic', 'fixed'],
    ] as const) {
      const spec = specOf(changing(before, after))
      expectDeterministic(spec, 90)
      const world = worldAfter(spec, 90)
      expect(world.utility.some(Number.isNaN) || world.market.factor.some(Number.isNaN)).toBe(false)
      expect(tallyOf(world).delivered - tallyOf(worldAfter(spec, 60)).delivered).toBeGreaterThan(2_000)
    }
  })

  it('forgets its factors when a saved world goes on at fixed prices', () => {
    const saved = snapshot(worldAfter(specOf(elastic()), 60))
    expect(saved.arrays['market.factor']?.some((factor) => factor !== 1)).toBe(true)
    const world = restore(specOf(elastic({ model: 'fixed' })), saved)
    expect([...world.market.factor]).toEqual([...world.market.factor].map(() => 1))
  })
})

describe('replaced seizures', () => {
  const seizing = (replaceSeizures: number) =>
    specOf(line([checkpoint('gate', { interdictionOdds: 0.3 })], { replaceSeizures }))

  it('grow what is supplied by exactly the kilograms seized, on the next day', () => {
    const world = createWorld(seizing(1), 'markets')
    let seizedBefore = 0
    for (let day = 1; day <= 200; day++) {
      step(world)
      const planned = (30 + day) * 100_000
      expect(sumOf(world.counters.suppliedGrams)).toBe(planned + seizedBefore)
      seizedBefore = sumOf(world.counters.seizedGrams)
      expectEveryGram(world)
    }
    expect(tallyOf(world).seized).toBeGreaterThan(1_000)
  })

  for (const replaceSeizures of [0, 0.5, 1])
    it(`at ${replaceSeizures} raise what arrives to the supply times (1 - q) / (1 - q r)`, () => {
      const perDay = Array.from({ length: 12 }, (_, seed) => {
        const world = createWorld(seizing(replaceSeizures), `replaced ${seed}`)
        for (let day = 0; day < 300; day++) step(world)
        const before = tallyOf(world).delivered
        for (let day = 0; day < 300; day++) step(world)
        return (tallyOf(world).delivered - before) / 300 / 100
      })
      const expected = 0.7 / (1 - 0.3 * replaceSeizures)
      verifiedMean(
        `odds 0.3 of loss, ${replaceSeizures} of it replaced: delivered per supplied kilogram`,
        perDay,
        expected,
      )
    })

  it('at half replace half of every load', () => {
    const world = worldAfter(seizing(0.5), 200)
    const bought = sumOf(world.counters.suppliedGrams) + sumOf(world.replacedGrams) - 230 * 100_000
    expect(bought).toBe(sumOf(world.counters.seizedGrams) / 2)
    expectEveryGram(world)
  })

  it('count loads taken by patrols as well', () => {
    const file = line([checkpoint('gate')], { replaceSeizures: 1 })
    const teams = [{ id: 'team', name: 'Team', places: [{ node: 'gate', detection: 0.3 }] }]
    const world = worldAfter(
      specOf({ ...file, teams, organisations: [organisation({ routes: ['only'], replaceSeizures: 1 })] }),
      100,
    )
    expect(tallyOf(world).seized).toBeGreaterThan(1_000)
    const bought = sumOf(world.counters.suppliedGrams) + sumOf(world.replacedGrams) - 130 * 100_000
    expect(bought).toBe(sumOf(world.counters.seizedGrams))
    expectEveryGram(world)
  })

  it('are part of the day in which markets come before the record', () => {
    expect(PHASES.at(-2)).toBe(markets)
  })
})
