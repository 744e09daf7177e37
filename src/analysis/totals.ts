/** Totals: what the counters of a run come to at every checkpoint, node and route, over all commodities. */
import { arrivedGrams, type Counters, type ModelSpec } from '../engine'
import { rowSums, sumsBy } from './columns'

/** Grams that each checkpoint has seized. */
export function seizedAtCheckpoints(spec: ModelSpec, counters: Counters): Float64Array {
  return rowSums(counters.checkpointSeizedGrams, spec.commodities.ids.length)
}

/** Grams that mobile teams have seized at each node. */
export function seizedOnPatrol(spec: ModelSpec, counters: Counters): Float64Array {
  return rowSums(counters.patrolSeizedGrams, spec.commodities.ids.length)
}

/** Grams that each node has bought; only markets buy. */
export function soldAtNodes(spec: ModelSpec, counters: Counters): Float64Array {
  return rowSums(counters.marketGrams, spec.commodities.ids.length)
}

/** Grams that have arrived at each node over any leg. */
export function arrivedAtNodes(spec: ModelSpec, counters: Counters): Float64Array {
  return rowSums(arrivedGrams(spec, counters), spec.commodities.ids.length)
}

/** Grams that have left each node over any leg. */
export function leftNodes({ legs, nodes }: ModelSpec, counters: Counters): Float64Array {
  return sumsBy(counters.legGrams, legs.from, nodes.ids.length)
}

/** A counter of candidates, by route. */
export function byRoute({ candidates, routes }: ModelSpec, counter: Float64Array): Float64Array {
  return sumsBy(counter, candidates.route, routes.ids.length)
}
