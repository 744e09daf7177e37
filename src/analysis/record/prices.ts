/** Prices: what a commodity costs at each node of a route, before markets react. */
import type { ModelSpec } from '../../engine'

export interface PlacePrice {
  /** Index of the node. */
  readonly node: number
  readonly name: string
  readonly country: string
  /** Undefined where the scenario gives none. */
  readonly usdPerKg: number | undefined
}

/** Places of a route in order, with the prices of one commodity. A generated route has none. */
export function pricesAlong(spec: ModelSpec, route: number, commodity: number): PlacePrice[] {
  const { routes, nodes, commodities } = spec
  const [start, end] = [routes.start[route], routes.end[route]]
  if (start === end) return []
  return Array.from({ length: end - start + 1 }, (_, position) => {
    const node = routes.nodes[start + route + position]
    const price = commodities.priceUsdPerKg[commodity * nodes.ids.length + node]
    return {
      node,
      name: nodes.names[node],
      country: nodes.countries[node],
      usdPerKg: Number.isNaN(price) ? undefined : price,
    }
  })
}

/** Commodities that an organisation carries on a route, as indices in their order; all when none does. */
export function carriedOn(spec: ModelSpec, route: number): number[] {
  const { candidates, commodities } = spec
  const carried = new Set<number>()
  for (const [candidate, used] of candidates.route.entries())
    if (used === route) carried.add(candidates.commodity[candidate])
  const all = [...commodities.ids.keys()]
  return carried.size === 0 ? all : all.filter((commodity) => carried.has(commodity))
}
