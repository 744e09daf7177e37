/** Prices: today's, and where a commodity has one. */
import type { ModelSpec } from './spec'
import type { World } from './world'

/** Whether a commodity is sold at a node: a market without a price for it is a place of transit. */
export function isMarketFor({ commodities, nodes }: ModelSpec, commodity: number, node: number): boolean {
  if (nodes.isMarket[node] === 0) return false
  return !Number.isNaN(commodities.priceUsdPerKg[commodity * nodes.ids.length + node])
}

/** Today's price of a commodity at a node in USD/kg; NaN where the scenario gives none. */
export function priceAt({ market, spec }: World, commodity: number, node: number): number {
  const cell = commodity * spec.nodes.ids.length + node
  return spec.commodities.priceUsdPerKg[cell] * market.factor[cell]
}
