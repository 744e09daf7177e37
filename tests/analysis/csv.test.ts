/** Tables as CSV: tidy, quoted where needed, and read back to the same numbers. */
import { describe, expect, it } from 'vitest'
import { csvOf, measureLayout, measuresCsv, seriesCsv, tabbedOf } from '../../src/analysis'
import { type ModelSpec, step } from '../../src/engine'
import { run } from '../../src/experiment'
import { cellsOf, csvOfRuns } from '../support/csv'
import { rich } from '../support/rich'
import { checkpoint, line, specOf } from '../support/scenarios'
import { sumOf, worldAfter } from '../support/worlds'

const spec = specOf(rich())
/** Columns that every series has. */
const TOTALS = ['dispatchedKg', 'deliveredKg', 'seizedKg', 'inTransitKg', 'stockKg', 'bribesUsd']
const plan = (replication: number) => ({ seed: 'csv', replication, days: 40, series: true })

describe('measures as CSV', () => {
  const runs = [1, 2, 3].map((replication) => run(spec, plan(replication)))
  const [head, ...rows] = cellsOf(csvOfRuns(measuresCsv(spec), runs))

  it('have one row per replication, measure and entity', () => {
    expect(head).toEqual(['replication', 'group', 'entity', 'measure', 'value'])
    expect(rows).toHaveLength(3 * measureLayout(spec).length)
    expect(new Set(rows.map((row) => row.slice(0, 4).join('|'))).size).toBe(rows.length)
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([5]))
  })

  it('read back to the very same numbers', () => {
    const layout = measureLayout(spec)
    for (const [i, row] of rows.entries()) {
      const value = runs[Math.floor(i / layout.length)]?.values[i % layout.length] ?? Number.NaN
      if (Number.isNaN(value)) expect(row[4]).toBe('')
      else expect(Number(row[4])).toBe(value)
    }
  })

  it('quote what would break a row', () => {
    const odd: ModelSpec = {
      ...spec,
      routes: { ...spec.routes, ids: spec.routes.ids.map((id) => `${id},"x"\n`) },
    }
    const csv = csvOfRuns(measuresCsv(odd), runs)
    expect(csv).toContain('1,byRoute,"flight,""x""\n",dispatchedKg,')
    expect(cellsOf(csv)).toHaveLength(rows.length + 1)
  })
})

describe('daily series as CSV', () => {
  const results = [1, 2].map((replication) => run(spec, plan(replication)))
  const recorded = results.flatMap(({ replication, series }) =>
    series === undefined ? [] : [{ replication, series }],
  )
  const [head = [], ...rows] = cellsOf(csvOfRuns(seriesCsv(spec), recorded))

  it('have one row per replication and day, with its date', () => {
    const byRoute = spec.routes.ids.map((id) => `dispatchedKg:${id}`)
    expect(head).toEqual(['replication', 'day', 'date', ...TOTALS, ...byRoute])
    expect(rows).toHaveLength(80)
    expect(rows[0]?.slice(0, 3)).toEqual(['1', '1', '2009-10-15'])
    expect(rows[39]?.slice(0, 3)).toEqual(['1', '40', '2009-11-23'])
    expect(rows[40]?.slice(0, 3)).toEqual(['2', '1', '2009-10-15'])
  })

  it('add up to the totals of the run, and end with its stock and what is under way', () => {
    const world = worldAfter(spec, 40, { seed: 'csv' })
    const sumOfColumn = (name: string) =>
      sumOf(rows.slice(0, 40).map((row) => Number(row[head.indexOf(name)])))
    expect(sumOfColumn('dispatchedKg')).toBeCloseTo(sumOf(world.counters.dispatchedGrams) / 1000, 6)
    expect(sumOfColumn('deliveredKg')).toBeCloseTo(sumOf(world.counters.deliveredGrams) / 1000, 6)
    expect(sumOfColumn('seizedKg')).toBeCloseTo(sumOf(world.counters.seizedGrams) / 1000, 6)
    expect(sumOfColumn('bribesUsd')).toBeCloseTo(sumOf(world.counters.bribeCents) / 100, 6)
    const byRoute = head.filter((name) => name.startsWith('dispatchedKg:')).map(sumOfColumn)
    expect(byRoute).toHaveLength(head.length - 3 - TOTALS.length)
    expect(sumOf(byRoute)).toBeCloseTo(sumOfColumn('dispatchedKg'), 6)
    expect(Number(rows[39]?.[head.indexOf('inTransitKg')])).toBe(world.fleet.grams / 1000)
    expect(Number(rows[39]?.[head.indexOf('stockKg')])).toBe(sumOf(world.stockGrams) / 1000)
  })

  it('have whole grams and cents: no day shows the noise of a difference', () => {
    const kilograms = head.flatMap((name, i) => (/Kg(:|$)/.test(name) ? [i] : []))
    const cells = rows.flatMap((row) => kilograms.map((i) => row[i] ?? ''))
    const usd = rows.map((row) => row[head.indexOf('bribesUsd')] ?? '')
    expect(cells.filter((cell) => !/^\d+(\.\d{1,3})?$/.test(cell))).toEqual([])
    expect(usd.filter((cell) => !/^\d+(\.\d{1,2})?$/.test(cell))).toEqual([])
  })

  it('show the supply day by day', () => {
    const quiet = specOf(line([checkpoint('gate')], { crews: 0 }))
    const { series } = run(quiet, { seed: '1', replication: 1, days: 3, series: true })
    const stock = TOTALS.indexOf('stockKg')
    const columns = series?.columns ?? 0
    expect([0, 1, 2].map((day) => series?.values[day * columns + stock])).toEqual([3_100, 3_200, 3_300])
    const world = worldAfter(quiet, 3)
    step(world)
    expect(world.stockGrams[0]).toBe(3_400_000)
  })
})

describe('a text of a table', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+7', "'+7"],
    ['-2', "'-2"],
    ['@SUM(1)', "'@SUM(1)"],
    ['  =1', "'  =1"],
    ['\u200b=1', "'\u200b=1"],
    ['\uff1d1+1', "'\uff1d1+1"],
    ['\uff0b1', "'\uff0b1"],
    ['\uff0d1', "'\uff0d1"],
    ['\uff201', "'\uff201"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['a;=1', "a;'=1"],
    ['a\n=1', "a\n'=1"],
    ['say "=1"', 'say "=1"'],
    ["O'Brien - East", "O'Brien - East"],
  ])('is no formula to a spreadsheet: %j is written as %j', (name, written) => {
    const [[cell, number] = []] = cellsOf(csvOf([[name, -2]]))
    expect(cell).toBe(written)
    expect(number).toBe('-2')
    expect(tabbedOf([[name, -2]])).toBe(`${written.replace(/\s+/g, ' ')}\t-2\n`)
  })

  it('keeps its separators and quotes, whatever it holds', () => {
    const odd = ['a,b', 'say "x"', 'two\nlines', 'a;b', "'quoted'", '']
    expect(cellsOf(csvOf([odd, odd]))).toEqual([odd, odd])
  })

  it('stands beside numbers, which are empty where they are none or without bounds', () => {
    expect(csvOf([['x', Number.NaN, Number.POSITIVE_INFINITY, -0.5]])).toBe('x,,,-0.5\n')
  })
})
