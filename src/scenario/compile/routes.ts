/**
 * Routes: the legs between the places of each, how its load is carried, and empty rows for routes that are
 * found.
 */
import { carriageOf, type LegSpec, type NodeSpec, type RouteSpec } from '../../engine'
import type { Scenario } from '../schema'
import { byId, entitiesOf, indexIn } from './entities'
import { modeNumber } from './network'
import type { Parallels } from './parallel'
import type { Slot } from './slots'

export function routesOf(
  scenario: Scenario,
  nodes: NodeSpec,
  legs: LegSpec,
  parallels: Parallels,
  slots: readonly Slot[],
): RouteSpec {
  const entries = byId(scenario.routes)
  const node = indexIn(nodes)
  const count = entries.length + slots.length
  const start = new Int32Array(count)
  const end = new Int32Array(count)
  const routeLegs: number[] = []
  const parallel: number[] = []
  const routeNodes: number[] = []
  const passage: number[] = []
  const modes: number[] = []
  for (const [r, route] of entries.entries()) {
    const wanted = route.mode === undefined ? -1 : modeNumber(route.mode)
    const places = route.nodes.map(node)
    const steps = places.slice(1).map((to, i) => parallels.stepBetween(places[i] ?? -1, to, wanted))
    const passed = new Map<number, number>()
    for (const place of places) {
      const before = passed.get(place) ?? 0
      passage.push(before)
      passed.set(place, before + 1)
    }
    start[r] = routeLegs.length
    const path = steps.map(({ leg }) => leg)
    routeLegs.push(...path)
    parallel.push(...steps.map(({ set }) => set))
    routeNodes.push(...places)
    modes.push(wanted < 0 ? carriageOf(legs, path) : wanted)
    end[r] = routeLegs.length
  }
  for (let slot = entries.length; slot < count; slot++) {
    start[slot] = routeLegs.length
    end[slot] = routeLegs.length
    routeNodes.push(0)
    passage.push(0)
    modes.push(0)
  }
  return {
    ...entitiesOf([...entries, ...slots]),
    start,
    end,
    isGenerated: Uint8Array.from({ length: count }, (_, r) => (r < entries.length ? 0 : 1)),
    legs: Int32Array.from(routeLegs),
    parallel: Int32Array.from(parallel),
    nodes: Int32Array.from(routeNodes),
    passage: Int32Array.from(passage),
    mode: Uint8Array.from(modes),
    hasOwnMode: Uint8Array.from({ length: count }, (_, r) => (entries[r]?.mode === undefined ? 0 : 1)),
    weight: Float64Array.from([...entries.map((route) => route.weight), ...slots.map(() => 1)]),
  }
}
