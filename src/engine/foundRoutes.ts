/** Found routes: rows of legs that are written anew during a run, each as long as its path. */
import { keyOf } from './draw'
import { type LegSpec, MODE_COUNT, MODE_NAMES, type RouteSpec } from './spec'
import { firstLargest } from './ties'
import type { World } from './world'

const PATH_MODE = MODE_NAMES.indexOf('path')

/** Writes a path of at least one leg into the slot r. Replaces `world.routes` when its row has too little room. */
export function writeRoute(world: World, r: number, path: readonly number[]): void {
  const { legs } = world.spec
  if (roomOf(world.routes, r) < path.length) world.routes = withRoom(world.routes, r, path.length)
  const { routes } = world
  const start = routes.start[r] as number
  for (const [i, leg] of path.entries()) {
    routes.legs[start + i] = leg
    routes.nodes[start + r + i] = legs.from[leg] as number
    routes.nodes[start + r + i + 1] = legs.to[leg] as number
  }
  routes.end[r] = start + path.length
  routes.mode[r] = carriageOf(legs, path)
  routes.keys[r] = keyOf(path.map((leg) => legs.ids[leg]).join(' '))
}

/** How a load is carried over some legs: on a path if any is one, else by the mode with the most kilometres, the first of equal ones. */
export function carriageOf(legs: LegSpec, path: readonly number[]): number {
  const km = new Float64Array(MODE_COUNT)
  for (const leg of path) {
    const mode = legs.mode[leg] as number
    km[mode] = (km[mode] as number) + (legs.km[leg] as number)
  }
  return (km[PATH_MODE] as number) > 0 ? PATH_MODE : firstLargest(km)
}

/** Legs that the row of route r can hold. */
function roomOf({ legs, start }: RouteSpec, r: number): number {
  return (start[r + 1] ?? legs.length) - (start[r] as number)
}

/** The same routes in new arrays, with room for so many more legs that route r can hold `room` of them. */
function withRoom(routes: RouteSpec, r: number, room: number): RouteSpec {
  const more = room - roomOf(routes, r)
  const legsEnd = routes.start[r + 1] ?? routes.legs.length
  return {
    ...routes,
    start: routes.start.map((start, other) => (other > r ? start + more : start)),
    end: routes.end.map((end, other) => (other > r ? end + more : end)),
    legs: widened(routes.legs, legsEnd, more),
    nodes: widened(routes.nodes, legsEnd + r + 1, more),
    passage: widened(routes.passage, legsEnd + r + 1, more),
  }
}

/** A copy with `more` zeros put in at `at`. */
function widened(values: Int32Array, at: number, more: number): Int32Array {
  const wider = new Int32Array(values.length + more)
  wider.set(values.subarray(0, at))
  wider.set(values.subarray(at), at + more)
  return wider
}
