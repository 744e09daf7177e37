/** Ways: the shortest way along the legs between two places, for routes that are drawn with few clicks. */
import type { Scenario } from '../schema'

/**
 * Places from `from` to `to`, both included, along the legs with the fewest kilometres, without those to
 * avoid; undefined where no such way exists. Ties go to the place that comes first in the scenario.
 */
export function shortestWay(
  { nodes, legs }: Pick<Scenario, 'nodes' | 'legs'>,
  from: string,
  to: string,
  avoided: readonly string[] = [],
): string[] | undefined {
  const next = new Map<string, { to: string; km: number }[]>(nodes.map(({ id }) => [id, []]))
  for (const leg of legs) {
    next.get(leg.from)?.push({ to: leg.to, km: leg.km })
    if (leg.bidirectional) next.get(leg.to)?.push({ to: leg.from, km: leg.km })
  }
  const reached = new Map<string, number>([[from, 0]])
  const before = new Map<string, string>()
  const closed = new Set(avoided)
  closed.delete(from)
  for (let here: string | undefined = from; here !== undefined && here !== to; ) {
    const km = reached.get(here) ?? 0
    closed.add(here)
    for (const step of next.get(here) ?? []) {
      const length = km + step.km
      if (closed.has(step.to) || length >= (reached.get(step.to) ?? Number.POSITIVE_INFINITY)) continue
      reached.set(step.to, length)
      before.set(step.to, here)
    }
    here = nearestOpen(reached, closed)
  }
  if (from !== to && !before.has(to)) return undefined
  const way = [to]
  for (let place = before.get(to); place !== undefined; place = before.get(place)) way.unshift(place)
  return way
}

function nearestOpen(reached: ReadonlyMap<string, number>, closed: ReadonlySet<string>): string | undefined {
  let best: string | undefined
  let min = Number.POSITIVE_INFINITY
  for (const [id, km] of reached) if (!closed.has(id) && km < min) [best, min] = [id, km]
  return best
}
