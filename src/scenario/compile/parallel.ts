/** Parallel legs: the sets of legs that stand in for each other between two places. */
import { InvariantError, type LegSpec, MODE_COUNT, type ParallelSpec } from '../../engine'
import { startsOf } from './entities'

/** What leads from one place of a route to the next. */
export interface RouteStep {
  /** The first leg. */
  readonly leg: number
  /** The set of parallel legs that it is one of, or -1. */
  readonly set: number
}

export interface Parallels {
  readonly spec: ParallelSpec
  /**
   * The legs between two places: those of the wanted mode where there are any (-1: no matter which), else
   * all.
   */
  stepBetween(from: number, to: number, wanted: number): RouteStep
}

export function parallelsOf(legs: LegSpec, nodeCount: number): Parallels {
  const joins = new Map<number, number[]>()
  for (const [leg, to] of legs.to.entries()) {
    const place = (legs.from[leg] ?? -1) * nodeCount + to
    const beside = joins.get(place)
    if (beside === undefined) joins.set(place, [leg])
    else beside.push(leg)
  }
  const sets: number[][] = []
  const ofLeg = new Int32Array(legs.ids.length).fill(-1)
  const ofJoin = new Map<number[], number>()
  for (const beside of joins.values()) {
    if (beside.length < 2) continue
    for (let mode = 0; mode < MODE_COUNT; mode++) {
      const own = beside.filter((leg) => legs.mode[leg] === mode)
      if (own.length < 2) continue
      for (const leg of own) ofLeg[leg] = sets.length
      sets.push(own)
    }
    const [first = -1] = beside
    const isOneMode = beside.every((leg) => legs.mode[leg] === legs.mode[first])
    ofJoin.set(beside, isOneMode ? (ofLeg[first] ?? -1) : sets.length)
    if (!isOneMode) sets.push(beside)
  }
  return {
    spec: { ...flattened(sets), taken: Int32Array.from(sets.flatMap((set) => takenOf(legs, set))), ofLeg },
    stepBetween(from, to, wanted) {
      const beside = joins.get(from * nodeCount + to)
      const [first] = beside ?? []
      if (beside === undefined || first === undefined)
        throw new InvariantError(`unchecked route: no leg from node ${from} to node ${to}`)
      const own = beside.find((leg) => legs.mode[leg] === wanted)
      if (own === undefined) return { leg: first, set: ofJoin.get(beside) ?? -1 }
      return { leg: own, set: ofLeg[own] ?? -1 }
    },
  }
}

function flattened(sets: readonly (readonly number[])[]): Pick<ParallelSpec, 'start' | 'legs'> {
  return { start: startsOf(sets), legs: Int32Array.from(sets.flat()) }
}

/** By month, the fastest open leg of a set, of equal ones the first by id; -1 where none is open. */
function takenOf({ hoursByMonth }: LegSpec, set: readonly number[]): number[] {
  return Array.from({ length: 12 }, (_, month) => {
    const hours = (leg: number) => hoursByMonth[leg * 12 + month] || Number.POSITIVE_INFINITY
    const fastest = set.reduce((best, leg) => (hours(leg) < hours(best) ? leg : best))
    return hours(fastest) === Number.POSITIVE_INFINITY ? -1 : fastest
  })
}
