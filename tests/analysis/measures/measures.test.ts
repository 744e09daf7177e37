/** Measures and summaries: each number against one computed by hand. */
import { describe, expect, it } from 'vitest'
import {
  GROUPS,
  MEASURES,
  type Measure,
  measureLayout,
  measuresCsv,
  measuresOf,
  referencePrices,
  summarise,
  tQuantile95,
} from '../../../src/analysis'
import type { Unit } from '../../../src/analysis/measures/table'
import { createWorld, step } from '../../../src/engine'
import { csvOfRuns } from '../../support/csv'
import { checkpoint, line, specOf } from '../../support/scenarios'
import { verified } from '../../support/verification'

function measured(days: number, kgPerDay: number) {
  const supply = [{ commodity: 'goods', source: 'source', kgPerDay }]
  const spec = specOf(line([checkpoint('gate', { interdictionOdds: 0.3 })], { supply }))
  const world = createWorld(spec, 'measures')
  for (let day = 0; day < days; day++) step(world)
  const values = measuresOf(world)
  const rows = measureLayout(spec)
  const measure = (group: string, entity: string, name: string) =>
    values[rows.findIndex((row) => row.group === group && row.entity === entity && row.measure === name)]
  return { world, spec, values, rows, measure }
}

describe('measures', () => {
  it('have one value per row of the layout', () => {
    const { values, rows } = measured(5, 10)
    expect(values).toHaveLength(rows.length)
    expect(new Set(rows.map((row) => `${row.group}/${row.entity}/${row.measure}`)).size).toBe(rows.length)
  })

  it('say their unit in their name', () => {
    const endings: readonly (readonly [RegExp, Unit])[] = [
      [/UsdPerKg(Seized)?$/, 'USD/kg'],
      [/Usd$/, 'USD'],
      [/(^kg|Kg)$/, 'kg'],
      [/Days$/, 'days'],
      [/Rate$|Odds$|^share/, 'share'],
      [/^/, 'count'],
    ]
    const named = (name: string) => endings.find(([ending]) => ending.test(name))?.[1]
    const wrong = GROUPS.flatMap((group) => {
      const measures: Readonly<Record<string, Measure>> = MEASURES[group]
      return Object.entries(measures).flatMap(([name, { unit }]) =>
        named(name) === unit ? [] : [`${group}.${name} is in ${unit}`],
      )
    })
    expect(wrong).toEqual([])
  })

  it('agree with the counters and with each other', () => {
    const { world, measure } = measured(50, 40)
    const seized = measure('total', '', 'seizedKg') ?? 0
    const dispatched = measure('total', '', 'dispatchedKg') ?? 0
    expect(seized).toBe((world.counters.seizedGrams[0] ?? 0) / 1000)
    expect(measure('total', '', 'interdictionRate')).toBe(seized / dispatched)
    expect(measure('byCheckpoint', 'gate', 'seizures')).toBe(world.counters.seizures[0])
    expect(measure('byCheckpoint', 'gate', 'effectiveOdds')).toBe(0.3)
    expect(measure('byCountry', 'XA', 'seizedKg')).toBe(seized)
    expect(measure('byMarket', 'market', 'deliveredKg')).toBe(measure('total', '', 'deliveredKg'))
    expect(measure('byMarket', 'market', 'meanPriceUsdPerKg')).toBe(1_000)
    expect(measure('byRoute', 'only', 'meanTransitDays')).toBe(2 / 24)
    expect(measure('total', '', 'activeLegs')).toBe(2)
  })

  it('are undefined where there is nothing to divide by, and empty in CSV', () => {
    const { spec, values, measure } = measured(5, 0)
    expect(measure('total', '', 'interdictionRate')).toBeNaN()
    const csv = csvOfRuns(measuresCsv(spec), [{ replication: 1, values }])
    expect(csv.split('\n')[0]).toBe('replication,group,entity,measure,value')
    expect(csv).toContain('1,total,,interdictionRate,\n')
    expect(csv).toContain('1,total,,dispatchedKg,0\n')
  })
})

describe('the reference price', () => {
  it("is the zero-profit chain P' = (P + c + pK) / (1 - p): 3400, 4368.42, 5173.63, 6197.58", () => {
    const checkpoints = [0.05, 0.03, 0.02].map((interdictionOdds, i) =>
      checkpoint(`p${i}`, { interdictionOdds }),
    )
    const file = line(checkpoints)
    const freight = [500, 500, 800, 0]
    const spec = specOf({
      ...file,
      assumptions: { recruitmentCostUsd: 5_000, convictionProbability: 1 },
      commodities: [{ id: 'goods', name: 'Goods', prices: { kind: { source: 3_400, market: 9_000 } } }],
      legs: file.legs.map((leg, i) => ({ ...leg, freightUsdPerKg: freight[i] ?? 0 })),
    })
    const world = createWorld(spec, 'prices')
    const [source = 0, ...chain] = referencePrices(world, 0)
    expect(source).toBe(3_400)
    const expected = [4_368.42, 5_173.63, 6_197.58]
    for (const [i, obtained] of chain.slice(0, 3).entries())
      verified(`zero-profit price after checkpoint ${i + 1}: USD/kg`, {
        expected: expected[i] ?? 0,
        obtained,
        within: 0.005,
      })
    expect(chain[3]).toBe(chain[2])
    for (let day = 0; day < 10; day++) step(world)
    const rows = measureLayout(spec)
    const reported = rows.flatMap(({ measure }, i) =>
      measure === 'referencePriceUsdPerKg' ? [measuresOf(world)[i] ?? 0] : [],
    )
    expect(reported).toHaveLength(3)
    for (const price of reported) expect(price).toBeCloseTo(6_197.58, 2)
  })

  it('counts holding, bribes and seals as the organisation meets them', () => {
    const gate = checkpoint('gate', {
      staff: 10,
      shiftFraction: 1,
      inspectionsPerOfficerDay: 4,
      vehiclesPerDay: 100,
      handDetection: { road: 0.5 },
      corruptionRate: 0.5,
      officerSalary: 1,
      sealedPolicy: 'honour',
    })
    const file = line([gate], { holdingCost: 24, bribeOffer: 1e7, sealedShare: 0.5 })
    const spec = specOf({ ...file, assumptions: { recruitmentCostUsd: 0, bribeHalfSalaryYears: 0.001 } })
    // Half travel sealed; of the others 0.4 are inspected, 0.5 of these found, and half of the finds are bought.
    const [found, kappa] = [0.5 * 0.4 * 0.5, 0.5]
    const expected = (100 + 1 + found * kappa * 1e7) / (1 - found * (1 - kappa)) + 1
    expect(referencePrices(createWorld(spec, 'prices'), 0)[2]).toBeCloseTo(expected, 2)
  })
})

describe('measures by commodity', () => {
  it('follow what crosses a border, what a place sees and what a country seizes', () => {
    const file = line([checkpoint('gate', { interdictionOdds: 0.25 })])
    const spec = specOf({
      ...file,
      nodes: file.nodes.map((node) => ({ ...node, country: node.id === 'source' ? 'XA' : 'XB' })),
    })
    const world = createWorld(spec, 'measures')
    for (let day = 0; day < 40; day++) step(world)
    const rows = measureLayout(spec)
    const values = measuresOf(world)
    const measure = (group: string, entity: string, name: string) =>
      values[rows.findIndex((row) => row.group === group && row.entity === entity && row.measure === name)] ??
      0
    const entered = measure('byCountryAndCommodity', 'XB/goods', 'enteredKg')
    const seized = measure('total', '', 'seizedKg')
    expect(entered).toBe(measure('byPlaceAndCommodity', 'gate/goods', 'arrivedKg'))
    expect(measure('byCountryAndCommodity', 'XA/goods', 'enteredKg')).toBe(0)
    expect(measure('byCountryAndCommodity', 'XA/goods', 'handledKg')).toBe(
      measure('total', '', 'dispatchedKg'),
    )
    expect(measure('byCountryAndCommodity', 'XB/goods', 'seizedKg')).toBe(seized)
    expect(measure('byCountryAndCommodity', 'XB/goods', 'seizureRate')).toBe(seized / entered)
    expect(measure('byMarketAndCommodity', 'market/goods', 'deliveredKg')).toBe(
      measure('total', '', 'deliveredKg'),
    )
    expect(measure('byMode', 'road', 'dispatchedKg')).toBe(measure('total', '', 'dispatchedKg'))
    expect(measure('byMode', 'sea', 'dispatchedKg')).toBe(0)
  })

  it('from a later day on count only what came after it', () => {
    const { world, spec } = measured(20, 40)
    const before = structuredClone(world.counters)
    const first = measuresOf(world)
    for (let day = 0; day < 30; day++) step(world)
    const [whole, since] = [measuresOf(world), measuresOf(world, before)]
    const at = measureLayout(spec).findIndex(({ measure }) => measure === 'seizedKg')
    expect(since[at]).toBeCloseTo((whole[at] ?? 0) - (first[at] ?? 0), 9)
    expect(since[at]).toBeGreaterThan(0)
  })
})

describe('summaries', () => {
  it('are mean, sample deviation and t interval of the defined values', () => {
    const { mean, sd, ci95, count } = summarise([1, 2, Number.NaN, 3, 4])
    expect({ mean, count }).toEqual({ mean: 2.5, count: 4 })
    expect(sd).toBeCloseTo(Math.sqrt(5 / 3), 12)
    expect(ci95[1] - mean).toBeCloseTo((3.182446305 * Math.sqrt(5 / 3)) / 2, 8)
    expect(mean - ci95[0]).toBeCloseTo(ci95[1] - mean, 12)
  })

  it('of one value say nothing of its spread, of none nothing', () => {
    const unknown = [Number.NaN, Number.NaN]
    expect(summarise([7])).toEqual({ count: 1, mean: 7, sd: Number.NaN, ci95: unknown })
    expect(summarise([]).mean).toBeNaN()
  })

  it('of equal values are those values, without the noise of sums', () => {
    const value = 22_728_068.2
    expect(summarise(new Array<number>(20).fill(value))).toEqual({
      count: 20,
      mean: value,
      sd: 0,
      ci95: [value, value],
    })
  })

  it.each([
    [1, 12.7062047],
    [10, 2.2281389],
    [30, 2.0422725],
    [31, 2.0395134],
    [60, 2.0002978],
    [120, 1.9799304],
    [1000, 1.9623391],
  ])('use the 95 %% quantile of t with %i degrees of freedom', (degrees, quantile) => {
    expect(tQuantile95(degrees)).toBeCloseTo(quantile, 5)
  })
})

describe('the cost of a kilogram seized', () => {
  it('is not known where no cost is booked, rather than nothing', () => {
    const perKg = (staff: number) => {
      const spec = specOf(line([checkpoint('gate', { interdictionOdds: 0.5, staff })]))
      const world = createWorld(spec, 'cost')
      for (let day = 0; day < 40; day++) step(world)
      const row = measureLayout(spec).findIndex(({ measure }) => measure === 'enforcementUsdPerKgSeized')
      return measuresOf(world)[row]
    }
    expect(perKg(0)).toBeNaN()
    expect(perKg(10)).toBeGreaterThan(0)
  })
})
