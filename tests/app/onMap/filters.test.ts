/** Trails: the legs that stand for a selected route or shipment. */
import { expect, test } from 'vitest'
import { nodesOfLegs, trailOf } from '../../../src/app/onMap/filters'
import { DEPARTED } from '../../../src/engine'
import { compileScenario } from '../../../src/scenario'
import { bundledScenario } from '../../support/bundled'

const scenario = bundledScenario('two-routes')
const spec = compileScenario(scenario)
const route = scenario.routes[0] ?? { id: '', nodes: [] }

test('a route is drawn over all its legs in order', () => {
  const legs = trailOf(spec, { kind: 'route', id: route.id }, undefined, undefined, 0)
  const places = legs.map((leg) => spec.nodes.ids[spec.legs.to[leg] as number])
  expect(places).toEqual(route.nodes.slice(1))
  expect(nodesOfLegs(spec, legs).map((node) => spec.nodes.ids[node])).toEqual(route.nodes)
})

test('a shipment is drawn over its route, and over the legs it took where they differ', () => {
  const candidate = spec.candidates.route.indexOf(spec.routes.ids.indexOf(route.id))
  const own = trailOf(spec, { kind: 'route', id: route.id }, undefined, undefined, 0)
  const other = [...spec.legs.ids.keys()].find((leg) => !own.includes(leg)) ?? -1
  const shipment = { a: 1, b: 2 }
  const fact = { ...shipment, kind: DEPARTED, hour: 1, arriveAt: 2, leg: other, candidate, grams: 1 } as const
  const selection = { kind: 'shipment', shipment, day: 0 } as const
  expect(trailOf(spec, selection, [fact], undefined, 0)).toEqual([other, ...own])
  expect(trailOf(spec, selection, undefined, undefined, 0)).toEqual([])
})

test('nothing, a place and an unknown route have no trail', () => {
  expect(trailOf(spec, undefined, undefined, undefined, 0)).toEqual([])
  expect(trailOf(spec, { kind: 'node', id: 'source' }, undefined, undefined, 0)).toEqual([])
  expect(trailOf(spec, { kind: 'route', id: 'nowhere' }, undefined, undefined, 0)).toEqual([])
})
