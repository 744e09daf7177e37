/** Found routes: rows of legs that are rewritten during a run, each as long as its path. */
import { keyOf } from './draw'
import { carriageOf } from './parallel'
import type { ParallelSpec, RouteSpec } from './spec'
import type { World } from './world'

/** Slots for `count` found routes: twice as many and two, so that loads under way keep theirs. */
export function slotsFor(count: number): number {
  return count === 0 ? 0 : 2 * count + 2
}

/** Writes a path of at least one leg into slot r. Replaces `world.routes` when the row is too short. */
export function writeRoute(world: World, r: number, path: readonly number[]): void {
  const { legs, parallel } = world.spec
  if (roomOf(world.routes, r) < path.length) world.routes = withRoom(world.routes, r, path.length)
  const { routes } = world
  const start = routes.start[r]
  for (const [i, leg] of path.entries()) {
    routes.legs[start + i] = leg
    routes.parallel[start + i] = parallel.ofLeg[leg]
    routes.nodes[start + r + i] = legs.from[leg]
    routes.nodes[start + r + i + 1] = legs.to[leg]
  }
  routes.end[r] = start + path.length
  routes.mode[r] = carriageOf(legs, path)
  routes.keys[r] = keyOf(path.map((leg) => legs.ids[firstBeside(parallel, leg)]).join(' '))
}

/** Recomputes which steps of found paths have parallel legs. */
export function joinParallel({ routes, spec }: World): void {
  for (let r = 0; r < routes.isGenerated.length; r++) {
    if (routes.isGenerated[r] === 0) continue
    for (let step = routes.start[r]; step < routes.end[r]; step++)
      routes.parallel[step] = spec.parallel.ofLeg[routes.legs[step]]
  }
}

/** The first leg parallel to a leg: a route keeps its name whichever of them is taken when it is found. */
function firstBeside({ legs, ofLeg, start }: ParallelSpec, leg: number): number {
  const set = ofLeg[leg]
  return set < 0 ? leg : legs[start[set]]
}

/** Legs that the row of route r can hold. */
function roomOf({ legs, start }: RouteSpec, r: number): number {
  return (start[r + 1] ?? legs.length) - start[r]
}

/** A copy of the routes in which route r can hold `room` legs. */
function withRoom(routes: RouteSpec, r: number, room: number): RouteSpec {
  const more = room - roomOf(routes, r)
  const legsEnd = routes.start[r + 1] ?? routes.legs.length
  return {
    ...routes,
    start: routes.start.map((start, other) => (other > r ? start + more : start)),
    end: routes.end.map((end, other) => (other > r ? end + more : end)),
    legs: widened(routes.legs, legsEnd, more),
    parallel: widened(routes.parallel, legsEnd, more),
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
