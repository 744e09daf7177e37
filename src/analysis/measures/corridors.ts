/** Corridors: how much enters a named set of legs, each load once however many of the legs it takes. */
import type { ModelSpec } from '../../engine'

/** What passes between a node and one neighbour over the legs of a corridor. */
interface Exchange {
  came: number
  left: number
}

/**
 * Flow that entered corridor `index`, in the unit of `flow`, which holds the flow over each directed leg. At
 * each node it is what left over the legs of the corridor less what can have arrived over them and gone on,
 * when nothing turns back. Exact unless one load leaves the corridor where another joins it, else a lower
 * bound.
 */
export function enteredCorridor(
  { corridors, legs }: Pick<ModelSpec, 'corridors' | 'legs'>,
  flow: ArrayLike<number>,
  index: number,
): number {
  const exchanges = new Map<number, Map<number, Exchange>>()
  const exchangeOf = (node: number, neighbour: number): Exchange => {
    const row = exchanges.get(node) ?? new Map<number, Exchange>()
    const exchange = row.get(neighbour) ?? { came: 0, left: 0 }
    exchanges.set(node, row.set(neighbour, exchange))
    return exchange
  }
  for (const leg of corridors.legs.subarray(corridors.start[index], corridors.start[index + 1])) {
    const [from, to] = [legs.from[leg], legs.to[leg]]
    exchangeOf(from, to).left += flow[leg]
    exchangeOf(to, from).came += flow[leg]
  }
  let entered = 0
  for (const row of exchanges.values()) entered += enteredAt([...row.values()])
  return entered
}

/** Flow that left a node less the most that can have arrived from another neighbour than it left for. */
function enteredAt(exchanges: readonly Exchange[]): number {
  let [came, left] = [0, 0]
  for (const exchange of exchanges) {
    came += exchange.came
    left += exchange.left
  }
  // Minimum cut between arrivals and departures that are joined unless they have the same neighbour.
  const onward = Math.min(came, left, ...exchanges.map((one) => came - one.came + left - one.left))
  return left - onward
}
