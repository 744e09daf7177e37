/**
 * Parallel legs: which of the legs between two places a shipment takes, and how a load is carried on them
 * (D4).
 */
import { type LegSpec, MODE_COUNT, MODE_NAMES, type ModelSpec, type RouteSpec } from './spec'
import { firstLargest } from './ties'

const PATH_MODE = MODE_NAMES.indexOf('path')

type Steps = Pick<ModelSpec, 'legs' | 'parallel' | 'routes'>

/**
 * Leg of a shipment that sets out at `step` of the route legs in a month; -1 when all parallel ones are
 * closed.
 */
export function legTaken({ parallel }: Steps, routes: RouteSpec, step: number, month: number): number {
  const set = routes.parallel[step]
  return set < 0 ? routes.legs[step] : parallel.taken[set * 12 + month]
}

/** Travel time in hours of a shipment that sets out at `step` in a month; 0 while it cannot. */
export function hoursTaken(spec: Steps, routes: RouteSpec, step: number, month: number): number {
  const leg = legTaken(spec, routes, step, month)
  return leg < 0 ? 0 : spec.legs.hoursByMonth[leg * 12 + month]
}

/** All legs that may be taken at `step` of a spec's route legs. */
export function legsOfStep({ parallel, routes }: Steps, step: number): Int32Array {
  const set = routes.parallel[step]
  if (set < 0) return routes.legs.subarray(step, step + 1)
  return parallel.legs.subarray(parallel.start[set], parallel.start[set + 1])
}

/** All legs that may be taken on route r of a spec, step by step. */
export function legsOfRoute(spec: ModelSpec, r: number): number[] {
  const legs: number[] = []
  const end = spec.routes.end[r]
  for (let step = spec.routes.start[r]; step < end; step++) legs.push(...legsOfStep(spec, step))
  return legs
}

/**
 * Mode of carriage over some legs: `path` if any of them is one, or else the mode with the most kilometres.
 */
export function carriageOf(legs: Pick<LegSpec, 'km' | 'mode'>, path: Iterable<number>): number {
  const km = new Float64Array(MODE_COUNT)
  for (const leg of path) {
    const mode = legs.mode[leg]
    km[mode] += legs.km[leg]
  }
  return km[PATH_MODE] > 0 ? PATH_MODE : firstLargest(km)
}
