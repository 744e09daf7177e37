/** Dispatch: supply, stock, crews and loads. */
import { describe, expect, it } from 'vitest'
import { CAPACITY, CapacityError, createWorld, DEPARTED, step, type World } from '../../../src/engine'
import { reasonOf } from '../../../src/experiment'
import type { ScenarioFile } from '../../../src/scenario'
import { text } from '../../../src/text'
import { checkpoint, line, parallel, specOf, stream } from '../../support/scenarios'
import { expectFit, expectWithin } from '../../support/statistics'
import { verified, verifiedMean } from '../../support/verification'
import { sumOf, tallyOf, worldAfter } from '../../support/worlds'

/** One leg of so many hours from source to market. */
function direct(hours: number, changes: Parameters<typeof line>[1] = {}): ScenarioFile {
  const file = line([], changes)
  return { ...file, legs: file.legs.map((leg) => ({ ...leg, hours })) }
}

/** Shipments dispatched on each day. */
function dailyDispatches(world: World, days: number): number[] {
  return Array.from({ length: days }, () => {
    const before = tallyOf(world).dispatched
    step(world)
    return tallyOf(world).dispatched - before
  })
}

describe('the number of shipments a day', () => {
  it('is Poisson with the rate supply / mean load', () => {
    const world = createWorld(specOf(line([], { supply: stream(4, { initialStockDays: 365 }) })), 'test')
    const counts = dailyDispatches(world, 4_000)
    verifiedMean('4 kg a day in loads of 1 kg: shipments a day', counts, 4)
    const seen = Array.from(
      { length: 12 },
      (_, n) => counts.filter((count) => Math.min(count, 11) === n).length,
    )
    const probability: number[] = []
    for (let n = 0, p = Math.exp(-4); n < 11; n++, p *= 4 / n) probability.push(p)
    probability.push(1 - sumOf(probability))
    expectFit(
      seen,
      probability.map((p) => p * counts.length),
      'daily dispatches',
    )
  })

  it('falls when loads are larger', () => {
    const loads = { road: { kind: 'fixed' as const, kg: 20 } }
    const counts = dailyDispatches(
      createWorld(specOf(line([], { loads, supply: stream(100, { initialStockDays: 90 }) })), 'test'),
      2_000,
    )
    verifiedMean('100 kg a day in loads of 20 kg: shipments a day', counts, 5)
  })

  it('is spread evenly over the hours of the day', () => {
    const world = createWorld(specOf(line([])), 'test', { watch: true })
    const hours = new Array<number>(24).fill(0)
    for (let day = 0; day < 500; day++) {
      const log = step(world)
      for (let row = 0; row < log.count; row++) {
        const hour = (log.hour[row] ?? 0) % 24
        if (log.kind[row] === DEPARTED) hours[hour] = (hours[hour] ?? 0) + 1
      }
    }
    expectFit(hours, new Array<number>(24).fill(sumOf(hours) / 24), 'departure hours')
  })
})

describe("Little's law", () => {
  it.each([1, 30, 60, 240])('gives rate times time under way in transit, for legs of %i hours', (hours) => {
    const rate = 20
    const world = createWorld(
      specOf(direct(hours, { supply: stream(rate, { initialStockDays: 300 }) })),
      'test',
    )
    for (let day = 0; day < 30; day++) step(world)
    // One count per batch of days that is longer than a journey: batches are nearly independent.
    const counts: number[] = []
    for (let batch = 0; batch < 150; batch++) {
      let sum = 0
      for (let day = 0; day < 20; day++) {
        step(world)
        sum += world.fleet.count
      }
      counts.push(sum / 20)
    }
    verifiedMean(`20 shipments a day, ${hours} h under way: in transit`, counts, (rate * hours) / 24)
  })

  it('holds for seized shipments too: they are under way until their seizure', () => {
    const rate = 30
    const file = parallel([checkpoint('gate', { interdictionOdds: 0.5 })], {
      supply: stream(rate, { initialStockDays: 300 }),
    })
    const world = createWorld(specOf(file), 'test')
    const counts: number[] = []
    for (let batch = 0; batch < 121; batch++) {
      let sum = 0
      for (let day = 0; day < 20; day++) {
        step(world)
        sum += world.fleet.count
      }
      if (batch > 0) counts.push(sum / 20)
    }
    verifiedMean(
      '30 shipments a day, half seized after a day of two: in transit',
      counts,
      rate * 1 + rate * 0.5 * 1,
    )
  })
})

describe('crews as the bottleneck', () => {
  it.each([
    [1, 0],
    [10, 3],
    [47, 0],
    [100, 7],
  ])(
    'give a dispatch rate of crews / cycle time for %i h on the way and %i d of return',
    (hours, returnDays) => {
      const crews = 40
      const world = createWorld(
        specOf(direct(hours, { crews, returnDays, supply: stream(1_000, { initialStockDays: 5 }) })),
        'test',
      )
      for (let day = 0; day < 200; day++) step(world)
      const before = tallyOf(world).dispatched
      const days = 3_000
      for (let day = 0; day < days; day++) step(world)
      // Departure at hour h of the day, uniform over 0..23: floor((h + L) / 24) days later it is delivered, L / 24 on
      // average; the crew travels again on the day after the return days.
      const cycle = hours / 24 + returnDays + 1
      const expected = (crews * days) / cycle
      // Cycles differ by one day at most: standard deviation of a renewal count with crews in parallel.
      const part = (hours / 24) % 1
      const sd = Math.sqrt((crews * days * part * (1 - part)) / cycle ** 3)
      verified(`40 crews, ${hours} h under way, ${returnDays} d of return: shipments a day`, {
        expected: expected / days,
        obtained: (tallyOf(world).dispatched - before) / days,
        within: (4 * sd + crews) / days,
      })
    },
  )

  it('are never more under way than there are', () => {
    const file = direct(50, { crews: 7, returnDays: 1 })
    const world = createWorld(specOf(file), 'test')
    for (let day = 0; day < 300; day++) {
      step(world)
      expect(world.fleet.count).toBeLessThanOrEqual(7)
      expect(world.crewsFree[0]).toBeGreaterThanOrEqual(0)
    }
    expect(tallyOf(world).delivered).toBeGreaterThan(100)
  })

  it('that do not exist dispatch nothing', () => {
    expect(tallyOf(worldAfter(specOf(line([], { crews: 0 })), 50)).dispatched).toBe(0)
  })

  it.each([
    [1, 40],
    [0, 12],
  ])(
    'are lost on arrest: conviction with probability %i keeps a crew away %i days',
    (convictionProbability, away) => {
      const file = line([checkpoint('gate', { interdictionOdds: 1 })], {
        crews: 30,
        supply: stream(500, { initialStockDays: 9 }),
      })
      const assumptions = { convictionProbability, recruitmentDays: 40, releaseDays: 12 }
      const days = 2_000
      const { dispatched } = tallyOf(worldAfter(specOf({ ...file, assumptions }), days))
      // Departure in the last hour reaches the checkpoint on the next day.
      const cycle = away + 1 + 1 / 24
      verified(`30 crews, all seized and away ${away} days: shipments a day`, {
        expected: 30 / cycle,
        obtained: dispatched / days,
        within: (4 * 30) / days,
      })
    },
  )
})

describe('supply', () => {
  it('fills the stock to the gram', () => {
    const world = worldAfter(specOf(line([], { crews: 0, supply: stream(12.3456) })), 100)
    expect(world.stockGrams[0]).toBe(100 * 12_346)
    expect(world.counters.suppliedGrams[0]).toBe(100 * 12_346)
  })

  it('begins with the initial stock', () => {
    const world = createWorld(specOf(line([], { supply: stream(10, { initialStockDays: 30 }) })), 'test')
    expect(world.stockGrams[0]).toBe(300_000)
    expect(world.counters.suppliedGrams[0]).toBe(300_000)
  })

  it.each([1, 0.25, -0.5])('grows by %f a year, compounded daily', (yearlyGrowth) => {
    const world = createWorld(specOf(line([], { crews: 0, supply: stream(100, { yearlyGrowth }) })), 'test')
    const factor = (1 + yearlyGrowth) ** (1 / 365)
    for (let day = 0; day < 3 * 365; day++) {
      const before = world.counters.suppliedGrams[0] ?? 0
      step(world)
      expectWithin((world.counters.suppliedGrams[0] ?? 0) - before, 100_000 * factor ** day, 0.500001)
    }
    const total = (100_000 * (factor ** (3 * 365) - 1)) / (factor - 1)
    expectWithin(world.counters.suppliedGrams[0] ?? 0, total, 3 * 365)
  })

  it('raises the number of shipments with its growth', () => {
    const world = createWorld(
      specOf(line([], { supply: stream(40, { yearlyGrowth: 1, initialStockDays: 50 }) })),
      'test',
    )
    const counts = dailyDispatches(world, 730)
    const [first, second] = [counts.slice(0, 365), counts.slice(365)]
    expectWithin(sumOf(second) / sumOf(first), 2, 4 * Math.sqrt((2 + 4) / sumOf(first)))
  })

  it('that is nil dispatches nothing', () => {
    expect(tallyOf(worldAfter(specOf(line([], { supply: stream(0) })), 50)).dispatched).toBe(0)
  })

  it('limits dispatch: the stock never falls below zero and the last load takes what is left', () => {
    const loads = { road: { kind: 'fixed' as const, kg: 7 } }
    const world = createWorld(specOf(line([], { loads, supply: stream(10) })), 'test')
    let [empty, partial] = [0, 0]
    for (let day = 0; day < 500; day++) {
      const before = world.counters.dispatchedGrams[0] ?? 0
      step(world)
      expect(world.stockGrams[0]).toBeGreaterThanOrEqual(0)
      if (world.stockGrams[0] === 0) empty++
      if (((world.counters.dispatchedGrams[0] ?? 0) - before) % 7_000 !== 0) partial++
    }
    expect(empty).toBeGreaterThan(0)
    expect(partial).toBeGreaterThan(0)
    expect(world.counters.dispatchedGrams[0]).toBe(500 * 10_000 - (world.stockGrams[0] ?? 0))
  })
})

describe('more than there can be', () => {
  const gram = { road: { kind: 'fixed', kg: 0.001 } } as const

  it('of a supply that grows twentyfold a year with 50 crews sends no more than the crews carry', () => {
    const world = worldAfter(
      specOf(direct(1, { crews: 50, returnDays: 0, supply: stream(1_000, { yearlyGrowth: 20 }) })),
      730,
    )
    expect(tallyOf(world).dispatched).toBeGreaterThan(30 * 700)
    expect(tallyOf(world).dispatched).toBeLessThanOrEqual(50 * 730)
  })

  it('of 10,000 t a day in loads of 1 g sends no more than the crews carry', () => {
    const supply = stream(10_000_000)
    const world = worldAfter(specOf(direct(1, { crews: 1_000, loads: gram, supply })), 30)
    expect(tallyOf(world).dispatched).toBeGreaterThan(1_000)
    expect(sumOf(world.counters.dispatchedGrams)).toBe(tallyOf(world).dispatched)
  })

  it.each([
    ['than fit in memory', 'shipments', false, 'more than 20,000,000 shipments would be under way'],
    ['than can be shown one by one', 'watched', true, 'more than 300,000 shipments would be under way'],
  ] as const)(
    'shipments under way %s is refused on the day, with the name of who sends them',
    (_, kind, watch, told) => {
      const supply = stream(10_000)
      const spec = specOf(direct(2_000, { crews: 10_000_000, loads: gram, supply }))
      const world = createWorld(spec, 'full', { watch })
      // As if all but ten places were taken.
      world.fleet.count = CAPACITY[kind] - 10
      let refusal: unknown
      try {
        step(world)
      } catch (error) {
        refusal = error
      }
      expect(refusal).toBeInstanceOf(CapacityError)
      expect(refusal).toMatchObject({ kind, day: 0, organisation: 'Organisation' })
      expect(reasonOf(refusal)).toContain(told)
      expect(reasonOf(refusal)).toContain('Organisation')
    },
  )

  it('grams than can be counted is refused on the day', () => {
    const spec = specOf(direct(1, { crews: 5, supply: stream(10_000_000, { yearlyGrowth: 20 }) }))
    const world = createWorld(spec, 'full')
    const run = () => {
      while (world.day < 7_300) step(world)
    }
    expect(run).toThrow(CapacityError)
    // The sum of 1e10 g a day, 21-fold each year: 1e10 * 365 / ln 21 * (21^y - 1) = 2^53 for y = 2.93 years.
    expect(Math.abs(world.day - 1_070)).toBeLessThan(5)
    expect(Number.isSafeInteger(world.counters.suppliedGrams[0])).toBe(true)
  })

  it('memory than a browser or a computer has is said in words', () => {
    expect(reasonOf(new RangeError('Array buffer allocation failed'))).toBe(text.run.noMemory)
    expect(reasonOf(new RangeError('offset is out of bounds'))).toBe('offset is out of bounds')
  })
})
