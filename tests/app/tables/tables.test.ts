/** The tables of the map: the same numbers as the run, for places, legs, checkpoints, routes and shipments under way. */
import { describe, expect, it } from 'vitest'
import { flowsByRoute } from '../../../src/analysis'
import { checkpoints, legs, places } from '../../../src/app/tables/network'
import { keptInPlace, sorted } from '../../../src/app/tables/order'
import { routes } from '../../../src/app/tables/routes'
import type { TableOf, TableScene } from '../../../src/app/tables/scene'
import { MAX_SHIPMENTS, shipments } from '../../../src/app/tables/underWay'
import { specOn } from '../../../src/engine'
import type { Scenario } from '../../../src/scenario'
import { compileScenario } from '../../../src/scenario'
import { selectionName, shipmentSelection } from '../../../src/store'
import { bundledScenario } from '../../support/bundled'
import { recorded, underWayOn } from '../../support/frames'
import { sumOf } from '../../support/worlds'

const DAYS = 60
const scenario: Scenario = bundledScenario('central-asia')
const run = recorded(compileScenario(scenario), DAYS)

const scene: TableScene = {
  scenario,
  spec: specOn(run.spec, DAYS),
  record: run.record,
  frame: run.last,
  shipments: underWayOn(run.frames, DAYS),
}
const { counters } = run.last

/** Sum of a column by its name; cells without a number left out. */
function total({ columns, rowsOf }: TableOf, name: string): number {
  const at = columns.findIndex((column) => column.name === name)
  return sumOf(
    rowsOf(scene)
      .map(({ cells }) => Number(cells[at]))
      .filter(Number.isFinite),
  )
}

describe('the tables of the map', () => {
  it('name every place, leg and checkpoint once, each with what it selects', () => {
    const { spec } = scene
    for (const [kind, table, ids, entries] of [
      ['node', places, spec.nodes.ids, scenario.nodes],
      ['leg', legs, spec.legs.ids, scenario.legs],
      ['checkpoint', checkpoints, spec.checkpoints.ids, scenario.checkpoints],
    ] as const) {
      const rows = table.rowsOf(scene)
      expect(rows.map(({ id }) => id)).toEqual(ids)
      expect(new Set(rows.map(({ selection }) => selectionName(selection)))).toEqual(
        new Set(entries.map(({ id }) => `${kind}/${id}`)),
      )
      for (const { cells } of rows) expect(cells).toHaveLength(table.columns.length)
    }
  })

  it('add up to the totals of the run', () => {
    expect(total(places, 'Sold, kg')).toBeCloseTo(sumOf(counters.deliveredGrams) / 1000, 6)
    expect(total(legs, 'Carried, kg')).toBeCloseTo(sumOf(counters.legGrams) / 1000, 6)
    expect(total(places, 'Left, kg')).toBeCloseTo(sumOf(counters.legGrams) / 1000, 6)
    expect(total(checkpoints, 'Seized, kg')).toBeCloseTo(sumOf(counters.seizedGrams) / 1000, 6)
    expect(total(routes, 'Dispatched, kg')).toBeCloseTo(sumOf(counters.dispatchedGrams) / 1000, 6)
  })

  it('give the routes shares of one whole, lately and since the start', () => {
    expect(total(routes, 'Share, 30 days, %')).toBeCloseTo(100, 9)
    expect(total(routes, 'Share so far, %')).toBeCloseTo(100, 9)
    const rows = flowsByRoute(scene.spec, run.record, run.last)
    expect(
      rows.every(
        ({ dispatchedGrams, deliveredGrams, seizedGrams }) => deliveredGrams + seizedGrams <= dispatchedGrams,
      ),
    ).toBe(true)
  })

  it('lead from each route to itself, and name it as its author did, R2 before R10', () => {
    const rows = sorted(routes.rowsOf(scene), routes.order)
    expect(rows.map(({ selection }) => selection)).toEqual(rows.map(({ id }) => ({ kind: 'route', id })))
    const names = rows.map(({ cells: [name] }) => String(name))
    const numbered = names.flatMap((name) => /^R(\d+) /.exec(name)?.[1] ?? []).map(Number)
    expect(numbered).toEqual(Array.from({ length: 10 }, (_, i) => i + 1))
    expect(names.filter((name) => name.startsWith('generated:'))).toEqual([])
  })

  it('lead from each shipment under way to that shipment on the day on show', () => {
    expect(shipments.rowsOf(scene).map(({ selection }) => selection)).toEqual(
      scene.shipments
        .slice(0, MAX_SHIPMENTS)
        .map(({ shipment }) => ({ kind: 'shipment', shipment, day: DAYS })),
    )
  })

  it('show the next shipments to arrive, no more than the page can hold', () => {
    const rows = shipments.rowsOf(scene)
    expect(rows).toHaveLength(Math.min(MAX_SHIPMENTS, run.last.inTransit))
    const days = rows.map(({ cells }) => Number(cells.at(-1)))
    expect(days).toEqual([...days].sort((a, b) => a - b))
    expect(Math.min(...days)).toBeGreaterThanOrEqual(DAYS)
  })
})

describe('the shipment that is followed', () => {
  it('has its row though many others arrive before it, and only one', () => {
    const last = scene.shipments.at(-1)
    if (last === undefined) throw new Error('nothing is under way')
    const selected = shipmentSelection(last.shipment, DAYS * 24)
    const rows = shipments.rowsOf(scene, selected)
    expect(rows).toHaveLength(Math.min(MAX_SHIPMENTS + 1, scene.shipments.length))
    expect(rows.filter(({ selection }) => selectionName(selection) === selectionName(selected))).toHaveLength(
      1,
    )
    const [first] = shipments.rowsOf(scene)
    expect(shipments.rowsOf(scene, first?.selection)).toEqual(shipments.rowsOf(scene))
  })
})

describe('rows in an order', () => {
  const rows = [
    { id: 'a', cells: ['R10 Osh', 3] },
    { id: 'b', cells: ['r2 Almaty', Number.NaN] },
    { id: 'c', cells: ['Termez', 12] },
  ].map((row) => ({ ...row, selection: { kind: 'node' as const, id: row.id } }))
  const ids = (column: number, isDescending: boolean) =>
    sorted(rows, { column, isDescending })
      .map(({ id }) => id)
      .join('')

  it('go by name or by number, either way, with those that have no number last', () => {
    expect(ids(0, false)).toBe('bac')
    expect(ids(0, true)).toBe('cab')
    expect(ids(1, false)).toBe('acb')
    expect(ids(1, true)).toBe('cab')
  })

  it('stay where they were while none comes or goes', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({
      id,
      selection: { kind: 'node' as const, id },
      cells: [id],
    }))
    if (a === undefined || b === undefined || c === undefined) throw new Error('three rows')
    const later = { ...b, cells: ['b', 5] }
    expect(keptInPlace([a, later], [b, a])).toEqual([later, a])
    expect(keptInPlace([a, b, c], [b, a])).toBeUndefined()
    expect(keptInPlace([a], [b, a])).toEqual([a])
  })

  it('stay as they came when nobody chose an order', () => {
    expect(sorted(rows, undefined)).toBe(rows)
  })
})
