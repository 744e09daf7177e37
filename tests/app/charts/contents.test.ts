/** What charts show: the numbers of the run as rows, sorted and named, and where each mark is on the map. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { seizuresByCheckpoint, THROUGH } from '../../../src/analysis'
import { priceContent, seizureContent, streamContent, transitContent } from '../../../src/app/charts/contents'
import type { MarkChartContent } from '../../../src/app/charts/markFigures'
import type { ChartScene } from '../../../src/app/charts/scene'
import * as charts from '../../../src/charts/markCharts'
import { compileScenario } from '../../../src/scenario'
import { bundledScenario } from '../../support/bundled'
import { recorded } from '../../support/frames'
import { sumOf } from '../../support/worlds'

const DAYS = 150
const run = recorded(compileScenario(bundledScenario('central-asia')), DAYS)
const { spec, record, last } = run
const scene: ChartScene = { title: 'Central Asia', record, frame: last, known: DAYS, horizon: spec.days }
const atFirst: ChartScene = { ...scene, frame: run.frames[0] ?? last, known: 0 }

beforeAll(() => {
  vi.stubGlobal('document', {})
  vi.stubGlobal('getComputedStyle', () => ({ getPropertyValue: () => 'red' }))
})
afterAll(() => vi.unstubAllGlobals())

/** A column of a table by its name. */
function column({ table }: MarkChartContent, name: string): (string | number)[] {
  const at = table[0]?.indexOf(name) ?? -1
  if (at < 0) throw new Error(`no column "${name}" among ${table[0]?.join(', ')}`)
  return table.slice(1).map((row) => row[at] ?? '')
}

const numbers = (content: MarkChartContent, name: string) => column(content, name).map(Number)

/** Every row is whole and has its ids in a file; every target is something of the scenario. */
function expectWhole({ table, ids, targets }: MarkChartContent): void {
  for (const row of table) expect(row).toHaveLength(table[0]?.length ?? 0)
  if (ids !== undefined) expect(ids).toHaveLength(table.length)
  const lists = { node: spec.nodes, leg: spec.legs, checkpoint: spec.checkpoints, route: spec.routes }
  for (const { kind, index } of [...targets.values()].flat())
    expect(lists[kind].ids[index], `${kind} ${index}`).toBeDefined()
}

describe('what was seized', () => {
  const content = (of: ChartScene) => seizureContent(of, charts, seizuresByCheckpoint, 'Checkpoint')

  it('stands by checkpoint, the most first, and adds up to all that was seized', () => {
    const found = content(scene)
    expectWhole(found)
    const masses = numbers(found, 'Mass (kg)')
    expect(masses).toEqual(masses.toSorted((a, b) => b - a))
    expect(sumOf(masses) * 1000).toBeCloseTo(sumOf(last.counters.seizedGrams), 3)
    expect(column(found, 'Checkpoint').length).toBeGreaterThanOrEqual(spec.checkpoints.ids.length)
  })

  it('leads to the checkpoint of each bar', () => {
    const { ids = [], targets } = content(scene)
    const [, [id] = []] = ids
    expect(targets.get(String(id))).toEqual([
      { kind: 'checkpoint', index: spec.checkpoints.ids.indexOf(String(id)) },
    ])
  })

  it('is said to be nothing as long as it is', () => {
    expect(content(atFirst).empty).toBe('Nothing seized yet.')
    expect(content(scene).empty).toBeUndefined()
  })
})

it('prices along a route rise from its source to its market', () => {
  const found = priceContent(scene, charts, 0, 0)
  expectWhole(found)
  const prices = numbers(found, 'Price (USD/kg)').filter((price) => !Number.isNaN(price))
  expect(prices.length).toBeGreaterThan(1)
  expect(prices.at(-1)).toBeGreaterThan(prices[0] ?? 0)
  expect(found.note).toBe(`USD/kg, ${spec.routes.names[0]}`)
})

describe('times in transit', () => {
  it('count each delivery once, in bins that follow each other', () => {
    const found = transitContent(scene, charts)
    expectWhole(found)
    expect(sumOf(numbers(found, 'Deliveries'))).toBe(sumOf(last.counters.delivered))
    expect(numbers(found, 'From (days)').slice(1)).toEqual(numbers(found, 'To below (days)').slice(0, -1))
  })

  it('are none before the first delivery', () => {
    expect(transitContent(atFirst, charts)).toMatchObject({
      empty: 'Nothing delivered yet.',
      note: undefined,
    })
  })
})

describe.each(THROUGH)('streams through a %s', (through) => {
  it('carry each kilogram from its source, and on to where it ended', () => {
    const found = streamContent(scene, charts, through)
    expectWhole(found)
    const ended = sumOf(last.counters.deliveredGrams) + sumOf(last.counters.seizedGrams)
    expect((sumOf(numbers(found, 'Mass (kg)')) * 1000) / 2).toBeCloseTo(ended, 3)
    expect((found.ids ?? []).flat().filter((id) => /^\d:/.test(String(id)))).toEqual([])
  })

  it('are none at first', () => {
    expect(streamContent(atFirst, charts, through).empty).toBe('Nothing delivered or seized yet.')
  })
})
