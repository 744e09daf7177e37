/** Totals: the page and the command line give the same number for the same question. */
import { expect, it } from 'vitest'
import {
  flowsByRoute,
  GENERATED,
  meanOdds,
  measureLayout,
  measuresOf,
  rowName,
  seizuresByCheckpoint,
  seizuresByCountry,
} from '../../src/analysis'
import {
  arrivedAtNodes,
  leftNodes,
  seizedAtCheckpoints,
  seizedOnPatrol,
  soldAtNodes,
} from '../../src/analysis/totals'
import { specOn } from '../../src/engine'
import { recorded } from '../support/frames'
import { richest } from '../support/rich'
import { specOf } from '../support/scenarios'
import { sumOf, worldAfter } from '../support/worlds'

const DAYS = 120
const { spec, record, last } = recorded(specOf(richest()), DAYS)
const world = worldAfter(spec, DAYS, { seed: 'charts' })
const values = measuresOf(world)
const measures = new Map(measureLayout(spec).map((row, i) => [rowName(row), values[i] ?? Number.NaN]))
const measured = (group: string, measure: string, entities: readonly string[]) =>
  entities.map((entity) => measures.get(`${group}.${entity}.${measure}`) ?? Number.NaN)
const kilograms = (grams: Iterable<number>) => [...grams].map((value) => value / 1000)

it('the watched run is the run that is measured', () => {
  expect(measures.get('total.dispatchedKg')).toBe(sumOf(last.counters.dispatchedGrams) / 1000)
  expect(measures.get('total.dispatchedKg')).toBeGreaterThan(0)
})

it('checkpoints seize what they are measured to seize, in charts and in tables', () => {
  const { ids } = spec.checkpoints
  const seized = measured('byCheckpoint', 'seizedKg', ids)
  expect(kilograms(seizedAtCheckpoints(spec, last.counters))).toEqual(seized)
  const rows = new Map(seizuresByCheckpoint(spec, last.counters).map(({ id, grams }) => [id, grams / 1000]))
  expect(ids.map((id) => rows.get(id))).toEqual(seized)
  expect(sumOf(seized)).toBeGreaterThan(0)
})

it('teams seize what they are measured to seize', () => {
  const seized = sumOf(seizedOnPatrol(spec, last.counters)) / 1000
  expect(seized).toBe(measures.get('total.patrolSeizedKg'))
  expect(seized).toBeGreaterThan(0)
})

it('countries seize what they are measured to seize', () => {
  for (const { id, grams } of seizuresByCountry(spec, last.counters))
    expect(measures.get(`byCountry.${id}.seizedKg`)).toBeCloseTo(grams / 1000, 9)
})

it('markets buy what they are measured to buy', () => {
  const sold = kilograms(soldAtNodes(spec, last.counters))
  for (const [node, id] of spec.nodes.ids.entries())
    if (spec.nodes.isMarket[node] === 1)
      expect(measures.get(`byMarket.${id}.deliveredKg`)).toBeCloseTo(sold[node] ?? -1, 9)
    else expect(sold[node]).toBe(0)
})

it('places receive what they are measured to receive, and what leaves them has come or was theirs', () => {
  const arrived = kilograms(arrivedAtNodes(spec, last.counters))
  for (const [node, id] of spec.nodes.ids.entries()) {
    const parts = measured(
      'byPlaceAndCommodity',
      'arrivedKg',
      spec.commodities.ids.map((of) => `${id}/${of}`),
    )
    expect(arrived[node]).toBeCloseTo(sumOf(parts), 9)
  }
  expect(sumOf(leftNodes(spec, last.counters))).toBe(sumOf(last.counters.legGrams))
})

it('routes carry what they are measured to carry', () => {
  const rows = flowsByRoute(spec, record, last)
  const listed = rows.filter(({ id }) => measures.has(`byRoute.${id}.dispatchedKg`))
  const ids = listed.map(({ id }) => id)
  expect(kilograms(listed.map(({ dispatchedGrams }) => dispatchedGrams))).toEqual(
    measured('byRoute', 'dispatchedKg', ids),
  )
  expect(kilograms(listed.map(({ deliveredGrams }) => deliveredGrams))).toEqual(
    measured('byRoute', 'deliveredKg', ids),
  )
  expect(kilograms(listed.map(({ seizedGrams }) => seizedGrams))).toEqual(
    measured('byRoute', 'seizedKg', ids),
  )
  const found = rows.filter(({ id }) => !ids.includes(id)).map(({ dispatchedGrams }) => dispatchedGrams)
  expect(sumOf(found) / 1000).toBe(measures.get(`byRoute.${GENERATED}.dispatchedKg`))
})

it('checkpoints have the odds that they are measured to have', () => {
  const today = specOn(spec, last.day)
  const odds = spec.checkpoints.ids.map((_, k) => meanOdds(today, k).seized)
  expect(odds).toEqual(measured('byCheckpoint', 'effectiveOdds', spec.checkpoints.ids))
})
