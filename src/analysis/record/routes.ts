/** Routes: flow over each, lately and since the start. */
import type { ModelSpec } from '../../engine'
import { sumOf } from '../columns'
import { byRoute } from '../totals'
import type { DayFrame } from './dayFrame'
import { type RunRecord, WINDOW_DAYS } from './record'

export interface RouteFlow {
  readonly id: string
  readonly name: string
  /** Share in [0, 1] of what was dispatched in the last 30 days; 0 when nothing was. */
  readonly share: number
  /** Share in [0, 1] of what was dispatched so far; 0 when nothing was. */
  readonly shareSoFar: number
  readonly dispatchedGrams: number
  readonly deliveredGrams: number
  readonly seizedGrams: number
}

/** Routes of the scenario, and those that organisations found and have used. */
export function flowsByRoute(spec: ModelSpec, record: RunRecord, { counters, day }: DayFrame): RouteFlow[] {
  const { ids, names, isGenerated } = spec.routes
  const dispatched = byRoute(spec, counters.dispatchedGrams)
  const delivered = byRoute(spec, counters.deliveredGrams)
  const seized = byRoute(spec, counters.seizedGrams)
  const before = record.routeGrams[Math.max(0, day - WINDOW_DAYS)]
  const recent = dispatched.map((grams, route) => grams - (before?.[route] ?? 0))
  const [total, recentTotal] = [sumOf(dispatched), sumOf(recent)]
  return ids.flatMap((id, route) => {
    if (isGenerated[route] === 1 && dispatched[route] === 0) return []
    const row: RouteFlow = {
      id,
      name: names[route],
      share: recentTotal === 0 ? 0 : recent[route] / recentTotal,
      shareSoFar: total === 0 ? 0 : dispatched[route] / total,
      dispatchedGrams: dispatched[route],
      deliveredGrams: delivered[route],
      seizedGrams: seized[route],
    }
    return [row]
  })
}
