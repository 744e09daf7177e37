/** Ways of running a world and of finding things in it by id. */
import {
  createWorld,
  type Entities,
  type ModelSpec,
  PHASES,
  step,
  type World,
  type WorldOptions,
} from '../../src/engine'
import { dispatch } from '../../src/engine/phases/dispatch'

export interface RunOptions extends WorldOptions {
  readonly seed?: string
}

/** The world after so many days. */
export function worldAfter(spec: ModelSpec, days: number, options: RunOptions = {}): World {
  const world = createWorld(spec, options.seed ?? 'test', options)
  for (let day = 0; day < days; day++) step(world)
  return world
}

/** The same, and then on without new shipments until none is under way. */
export function emptiedAfter(spec: ModelSpec, days: number, options: RunOptions = {}): World {
  const world = worldAfter(spec, days, options)
  const rest = PHASES.filter((phase) => phase !== dispatch)
  if (rest.length === PHASES.length) throw new Error('the phases no longer contain dispatch itself')
  for (let day = 0; world.fleet.count > 0; day++) {
    if (day > 1_000) throw new Error('shipments never arrive')
    step(world, rest)
  }
  return world
}

/** Index of an entity. */
export function indexOf(entities: Entities, id: string): number {
  const index = entities.ids.indexOf(id)
  if (index < 0) throw new Error(`no "${id}" among ${entities.ids.join(', ')}`)
  return index
}

export function sumOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0
  return sum
}

/** Index of the candidate of an organisation (default: the first) on a route. */
export function candidateOf(
  spec: ModelSpec,
  route: string,
  organisation = spec.organisations.ids[0] ?? '',
): number {
  const [r, o] = [indexOf(spec.routes, route), indexOf(spec.organisations, organisation)]
  const found = spec.candidates.route.findIndex(
    (other, c) => other === r && spec.supplies.organisation[spec.candidates.supply[c] ?? -1] === o,
  )
  if (found < 0) throw new Error(`"${organisation}" may not use "${route}"`)
  return found
}

/** Shipments dispatched per route id. */
export function shipmentsByRoute(world: World): Record<string, number> {
  const shipments = Object.fromEntries(world.spec.routes.ids.map((id) => [id, 0]))
  for (const [c, route] of world.spec.candidates.route.entries()) {
    const id = world.spec.routes.ids[route] ?? ''
    shipments[id] = (shipments[id] ?? 0) + (world.counters.dispatched[c] ?? 0)
  }
  return shipments
}

/** Share of the dispatched shipments that took each route, in the order of the route ids. */
export function routeShares(world: World): number[] {
  const shipments = Object.values(shipmentsByRoute(world))
  return shipments.map((count) => count / sumOf(shipments))
}

export interface Tally {
  readonly dispatched: number
  readonly delivered: number
  readonly seized: number
}

/** Shipments of the whole world. */
export function tallyOf({ counters }: World): Tally {
  return {
    dispatched: sumOf(counters.dispatched),
    delivered: sumOf(counters.delivered),
    seized: sumOf(counters.seized),
  }
}
