/** Measures and summaries: each number against one computed by hand. */
import { describe, expect, it } from 'vitest'
import { measureLayout, measuresCsv, measuresOf, summarise, tQuantile95 } from '../../src/analysis'
import { createWorld, step } from '../../src/engine'
import { line, post, specOf } from '../support/scenarios'

function measured(days: number, kgPerDay: number) {
  const supply = [{ commodity: 'goods', source: 'source', kgPerDay }]
  const spec = specOf(line([post('gate', { interdictionOdds: 0.3 })], { supply }))
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
    const csv = measuresCsv(spec, [{ replication: 1, values }])
    expect(csv.split('\n')[0]).toBe('replication,group,entity,measure,value')
    expect(csv).toContain('1,total,,interdictionRate,\n')
    expect(csv).toContain('1,total,,dispatchedKg,0\n')
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

  it('of one value have no spread, of none no value', () => {
    expect(summarise([7])).toEqual({ count: 1, mean: 7, sd: 0, ci95: [7, 7] })
    expect(summarise([]).mean).toBeNaN()
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
