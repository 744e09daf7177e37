/** An oracle for measures: each is counted again from the facts of a watched run, in a world where no two of them are alike. */
import { describe, expect, it } from 'vitest'
import {
  createSeriesRecorder,
  type MeasureRow,
  measureLayout,
  measuresCsv,
  measuresOf,
  seriesCsv,
} from '../../../src/analysis'
import { jsonReport } from '../../../src/cli/report'
import { createWorld, isoDateOf, step } from '../../../src/engine'
import { createSummaries, run } from '../../../src/experiment'
import { compileScenario } from '../../../src/scenario'
import { bundledScenario } from '../../support/bundled'
import { cellsOf, csvOfRuns } from '../../support/csv'
import { EVERY_MEASURE_DAYS, everyMeasure } from '../../support/oracle/everyMeasure'
import { Ledger } from '../../support/oracle/ledger'
import { recount, recountDay } from '../../support/oracle/recount'
import { rich } from '../../support/rich'
import { specOf } from '../../support/scenarios'

const SEED = 'recount'
const spec = specOf(everyMeasure())
const ledger = new Ledger(spec, SEED).run(EVERY_MEASURE_DAYS)
const counted = recount(ledger)
const rows = measureLayout(spec)

const nameOf = ({ group, entity, measure }: MeasureRow) => `${group}/${entity}/${measure}`

/** Both are sums of the same whole numbers, and divided alike but for the order of the steps. */
function isSame(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.abs(b)
}

/** Names of the measures whose values are not those that were counted. */
function astray(
  layout: readonly MeasureRow[],
  values: ArrayLike<number>,
  expected: ReadonlyMap<string, number>,
) {
  return layout.flatMap((row, i) => {
    const [value = Number.NaN, other] = [values[i], expected.get(nameOf(row))]
    if (other !== undefined && isSame(value, other)) return []
    return [`${nameOf(row)} is ${value}, counted ${other}`]
  })
}

describe('every measure', () => {
  it('has a name, a group and an entity that the count knows, and the count has no other', () => {
    expect(rows.map(nameOf).sort()).toEqual([...counted.keys()].sort())
  })

  it('is what the facts of the run add up to', () => {
    expect(astray(rows, measuresOf(ledger.world), counted)).toEqual([])
  })

  it('is what the facts from a later day on add up to, for a window that begins there', () => {
    const from = 61
    const plan = { seed: SEED, replication: 1, days: EVERY_MEASURE_DAYS, series: false }
    const { windowValues } = run(spec, { ...plan, windows: [[from, EVERY_MEASURE_DAYS]] })
    const late = recount(ledger, from)
    expect(astray(rows, windowValues[0] ?? [], late)).toEqual([])
    const moved = [...late].filter(([name, value]) => !isSame(value, counted.get(name) ?? Number.NaN))
    expect(moved.length).toBeGreaterThan(rows.length / 2)
  })

  it('is more than nothing for some entity of its group', () => {
    const alive = new Set<string>()
    for (const { group, entity, measure } of rows)
      if ((counted.get(nameOf({ group, entity, measure })) ?? 0) > 0) alive.add(`${group}/${measure}`)
    const all = new Set(rows.map(({ group, measure }) => `${group}/${measure}`))
    expect([...all].filter((measure) => !alive.has(measure))).toEqual([])
  })

  it('would show if it changed places with any other of its group, or its entity with any other', () => {
    const alive = rows.filter(({ group, entity }) =>
      rows.some((row) => row.group === group && row.entity === entity && (counted.get(nameOf(row)) ?? 0) > 0),
    )
    // Nothing ever comes to a source.
    expect(alive.length).toBeGreaterThan(0.95 * rows.length)
    const alike = alive.flatMap((a, i) =>
      alive.slice(i + 1).flatMap((b) => {
        const isNeighbour = a.group === b.group && (a.entity === b.entity || a.measure === b.measure)
        return isNeighbour && !swapShows(a, b) ? [`${nameOf(a)} and ${nameOf(b)}`] : []
      }),
    )
    expect(alike).toEqual([])
  })
})

/** Whether some number of the group is another one when two measures, or two entities, change places throughout. */
function swapShows(a: MeasureRow, b: MeasureRow): boolean {
  const group = rows.filter((row) => row.group === a.group)
  const other = (name: string, x: string, y: string) => (name === x ? y : name === y ? x : name)
  return group.some((row) => {
    const swapped = {
      group: row.group,
      entity: other(row.entity, a.entity, b.entity),
      measure: other(row.measure, a.measure, b.measure),
    }
    const [before = Number.NaN, after = Number.NaN] = [counted.get(nameOf(row)), counted.get(nameOf(swapped))]
    return !isSame(before, after)
  })
}

describe('the measures of other worlds are what their facts add up to:', () => {
  const file = rich()
  const sold = { ...file.assumptions, bribeMarket: 'independent-posts' as const, tripValueUsd: 9_000 }
  const worlds = [
    ['the bribe market', () => specOf({ ...file, assumptions: sold })],
    ...['new-ways', 'scarce-market', 'two-cargoes'].map(
      (id) => [id, () => compileScenario(bundledScenario(id))] as const,
    ),
  ] as const

  it.each(worlds)('%s', (_, specOfWorld) => {
    const other = new Ledger(specOfWorld(), SEED).run(29)
    expect(astray(measureLayout(other.spec), measuresOf(other.world), recount(other))).toEqual([])
    expect(other.of('delivered').length).toBeGreaterThan(10)
  })
})

it('what enters a corridor is not more than the facts say, where some loads leave as others join', () => {
  const other = new Ledger(compileScenario(bundledScenario('caucasus-processing')), SEED).run(15)
  const layout = measureLayout(other.spec)
  const values = measuresOf(other.world)
  const facts = recount(other)
  const reported = new Map(layout.map((row, i) => [nameOf(row), values[i] ?? Number.NaN]))
  for (const [name, value] of reported) {
    const most = facts.get(name) ?? Number.NaN
    if (!name.startsWith('byCorridor/')) expect(isSame(value, most), `${name}: ${value}, ${most}`).toBe(true)
    else expect(value, name).toBeLessThanOrEqual(most * (1 + 1e-9))
    if (name.startsWith('byCorridor/')) expect(value, name).toBeGreaterThanOrEqual(0.8 * most)
  }
})

describe('the tables that people get', () => {
  const days = 40
  const plan = { seed: SEED, replication: 1, days, series: true }
  const first = run(spec, plan)
  const young = new Ledger(spec, SEED).run(days)
  const expected = recount(young)

  it('hold in CSV, beside each name of a measure, the number that was counted under it', () => {
    const [head, ...lines] = cellsOf(csvOfRuns(measuresCsv(spec), [first]))
    expect(head).toEqual(['replication', 'group', 'entity', 'measure', 'value'])
    const wrong = lines.filter(([, group, entity, measure, value = '']) => {
      const other = expected.get(`${group}/${entity}/${measure}`) ?? 0
      return !isSame(value === '' ? Number.NaN : Number(value), other)
    })
    expect(wrong).toEqual([])
    expect(lines).toHaveLength(expected.size)
  })

  it('hold in JSON, under each name of a measure, the number that was counted under it', () => {
    const summaries = createSummaries(spec)
    summaries.add(first.values)
    const measures = summaries.measures()
    const runs = [first]
    const report = { spec, seed: SEED, days, from: undefined, replications: 1, runs, lost: [], measures }
    const document = JSON.parse(JSON.stringify(jsonReport(report)))
    const wrong = [...expected].filter(([name, value]) => {
      const [group = '', entity = '', measure = ''] = partsOf(name)
      const entry = group === 'total' ? document.measures[measure] : document[group][entity][measure]
      return !isSame(entry.mean ?? Number.NaN, value)
    })
    expect(wrong).toEqual([])
  })

  it('hold in the daily series, under each name of a column, what was counted on each day', () => {
    const world = createWorld(spec, SEED)
    const recorder = createSeriesRecorder(spec, days)
    for (let day = 0; day < days; day++) {
      step(world)
      recorder.record(world)
    }
    const [head = [], ...lines] = cellsOf(
      csvOfRuns(seriesCsv(spec), [{ replication: 1, series: recorder.finished() }]),
    )
    const columns = recountDay(young, 0)
    expect(head.slice(3).sort()).toEqual([...columns.keys()].sort())
    for (const [day, line] of lines.entries()) {
      const counts = recountDay(young, day)
      expect(line.slice(0, 3)).toEqual(['1', `${day + 1}`, isoDateOf(spec.startEpochDay + day)])
      const wrong = head
        .slice(3)
        .filter((name, i) => !isSame(Number(line[i + 3]), counts.get(name) ?? Number.NaN))
      expect(wrong, `day ${day + 1}`).toEqual([])
    }
    expect(lines).toHaveLength(days)
    const whole = [...columns.keys()].map((name) =>
      lines.reduce((sum, _, day) => sum + (recountDay(young, day).get(name) ?? 0), 0),
    )
    expect(new Set(whole).size).toBe(whole.length)
    expect(Math.min(...whole)).toBeGreaterThan(0)
  })
})

/** `group/entity/measure`, where an entity may be a pair. */
function partsOf(name: string): string[] {
  const parts = name.split('/')
  return [parts[0] ?? '', parts.slice(1, -1).join('/'), parts.at(-1) ?? '']
}
