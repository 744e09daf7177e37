/** Routes: openness and travel time by season, and what a route costs and promises to an organisation. */
import { monthOf } from './calendar'
import { carriageOf, hoursTaken, legTaken } from './parallel'
import type { ModelSpec, RouteSpec } from './spec'
import type { RouteFacts, World } from './world'

export function routeFactsOf(spec: ModelSpec, routes: RouteSpec): RouteFacts {
  const { checkpoints, legs, nodes, parallel } = spec
  const closesInSomeMonth = (k: number) => checkpoints.closedInMonth.subarray(k * 12, k * 12 + 12).includes(1)
  const canClose = new Uint8Array(checkpoints.ids.length)
  for (let k = 0; k < canClose.length; k++) {
    const always = checkpoints.openFromHour[k] === 0 && checkpoints.openUntilHour[k] === 24
    canClose[k] = always && !closesInSomeMonth(k) ? 0 : 1
  }
  const seasonal = new Uint8Array(routes.ids.length)
  const chooses = new Uint8Array(routes.ids.length)
  for (let r = 0; r < seasonal.length; r++) {
    for (let at = routes.start[r]; at < routes.end[r]; at++) {
      const [leg, set] = [routes.legs[at], routes.parallel[at]]
      if (set >= 0) chooses[r] = 1
      const closes =
        set < 0
          ? legs.hoursByMonth.subarray(leg * 12, leg * 12 + 12).includes(0)
          : parallel.taken.subarray(set * 12, set * 12 + 12).includes(-1)
      if (closes) seasonal[r] = 1
    }
    for (let at = routes.start[r] + r; at <= routes.end[r] + r; at++) {
      const node = routes.nodes[at]
      const end = nodes.checkpointStart[node + 1]
      for (let i = nodes.checkpointStart[node]; i < end; i++) {
        if (closesInSomeMonth(nodes.checkpointList[i])) seasonal[r] = 1
      }
    }
  }
  return { seasonal, canClose, chooses, rerouted: new Uint8Array(routes.ids.length) }
}

/** The parts of a spec that decide when a route is open. */
export type NetworkSpec = Pick<
  ModelSpec,
  'startEpochDay' | 'nodes' | 'legs' | 'parallel' | 'checkpoints' | 'routes'
>

/**
 * A network and the month of the current day, which needs no calendar until `monthEnd` and `nextMonthEnd`.
 */
interface Season {
  readonly spec: NetworkSpec
  readonly month: number
  readonly monthEnd: number
  readonly nextMonthEnd: number
}

/** Month 0..11 at an hour of the run. */
export function monthAtHour({ month, monthEnd, nextMonthEnd, spec }: Season, hour: number): number {
  const day = Math.floor(hour / 24)
  // Days before the current one are never asked for.
  if (day < monthEnd) return month
  if (day < nextMonthEnd) return month === 11 ? 0 : month + 1
  return monthOf(spec.startEpochDay + day) - 1
}

/** Whether every checkpoint of a place may be passed in a month 0..11. */
export function checkpointsOpenInMonth(spec: NetworkSpec, node: number, month: number): boolean {
  const { checkpointStart, checkpointList } = spec.nodes
  const end = checkpointStart[node + 1]
  for (let i = checkpointStart[node]; i < end; i++) {
    if (spec.checkpoints.closedInMonth[checkpointList[i] * 12 + month] === 1) return false
  }
  return true
}

/**
 * Whether a shipment dispatched on route r today would find every leg and checkpoint open when it gets there.
 */
export function isRouteOpen(world: World, r: number): boolean {
  const { routes } = world
  if (routes.isGenerated[r] === 1 && world.slotActive[r] === 0) return false
  return world.routeFacts.seasonal[r] === 0 || findsAllOpen(world, routes, r, world.day)
}

/** The same for the listed route r of a network without a world, dispatched on a day of the run. */
export function isOpenOn(spec: NetworkSpec, r: number, day: number): boolean {
  return findsAllOpen({ spec, month: 0, monthEnd: 0, nextMonthEnd: 0 }, spec.routes, r, day)
}

function findsAllOpen(season: Season, routes: RouteSpec, r: number, day: number): boolean {
  const { spec } = season
  const first = routes.start[r]
  const end = routes.end[r]
  let hour = day * 24
  if (!checkpointsOpenInMonth(spec, routes.nodes[first + r], monthAtHour(season, hour))) return false
  for (let at = first; at < end; at++) {
    if (at > first) hour += spec.nodes.dwellHours[routes.nodes[at + r]]
    const hours = hoursTaken(spec, routes, at, monthAtHour(season, hour))
    if (hours === 0) return false
    hour += hours
    if (!checkpointsOpenInMonth(spec, routes.nodes[at + r + 1], monthAtHour(season, hour))) return false
  }
  return true
}

/**
 * Updates routes with parallel legs: which legs a shipment dispatched today would take, and its mode of
 * carriage.
 */
export function followLegs(world: World): void {
  const { routeFacts, routes } = world
  for (let r = 0; r < routeFacts.chooses.length; r++) {
    if (routeFacts.chooses[r] === 0) continue
    const rerouted = follow(world, r)
    routeFacts.rerouted[r] = rerouted ? 1 : 0
    if (rerouted && routes.hasOwnMode[r] === 0)
      routes.mode[r] = carriageOf(world.spec.legs, routes.legs.subarray(routes.start[r], routes.end[r]))
  }
}

/**
 * Recomputes the mode of carriage of routes that name none, after lengths have changed. Replaces
 * `world.routes`.
 */
export function carryAnew(world: World): void {
  const { routes, spec } = world
  const mode = routes.mode.slice()
  for (let r = 0; r < mode.length; r++) {
    const path = routes.legs.subarray(routes.start[r], routes.end[r])
    if (routes.hasOwnMode[r] === 0 && path.length > 0) mode[r] = carriageOf(spec.legs, path)
  }
  world.routes = { ...routes, mode }
}

/**
 * Updates the legs of route r; returns whether any differs. Steps after one that would be closed keep theirs.
 */
function follow(world: World, r: number): boolean {
  const { routes, spec } = world
  let hour = world.day * 24
  let rerouted = false
  for (let at = routes.start[r]; at < routes.end[r]; at++) {
    if (at > routes.start[r]) hour += spec.nodes.dwellHours[routes.nodes[at + r]]
    const month = monthAtHour(world, hour)
    const leg = legTaken(spec, routes, at, month)
    if (leg < 0) break
    if (leg !== routes.legs[at]) rerouted = true
    routes.legs[at] = leg
    hour += spec.legs.hoursByMonth[leg * 12 + month]
  }
  return rerouted
}
