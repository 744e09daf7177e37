/** Markets: what the day's deliveries earned, and the prices that follow (model section 7). */
import type { World } from '../world'

/** Days over which deliveries are compared with demand. */
export const MARKET_DAYS = 30

/** Phase 7. Prices react to the deliveries of the last 30 days, from day 30 on; before that the base price holds. */
export function markets(world: World): void {
  const { counters, market, spec } = world
  const { commodities, nodes } = spec
  const commodityCount = commodities.ids.length
  const slot = world.day % MARKET_DAYS
  for (let node = 0; node < nodes.ids.length; node++) {
    if (nodes.isMarket[node] === 0) continue
    for (let commodity = 0; commodity < commodityCount; commodity++) {
      const cell = node * commodityCount + commodity
      const price = commodity * nodes.ids.length + node
      const grams = (counters.marketGrams[cell] as number) - (market.gramsBefore[cell] as number)
      market.gramsBefore[cell] = counters.marketGrams[cell] as number
      const factor = market.factor[price] as number
      const cents = grams * (commodities.priceUsdPerKg[price] as number) * factor * 0.1
      if (grams > 0)
        counters.revenueCents[cell] = (counters.revenueCents[cell] as number) + Math.floor(cents + 0.5)
      const demandGrams = (commodities.demandKgPerDay[price] as number) * 1000 * MARKET_DAYS
      if (commodities.isElastic[commodity] === 0 || Number.isNaN(demandGrams)) continue
      const at = cell * MARKET_DAYS + slot
      market.sum[cell] = (market.sum[cell] as number) - (market.days[at] as number) + grams
      market.days[at] = grams
      if (world.day + 1 < MARKET_DAYS) continue
      const scarcity = 1 - (market.sum[cell] as number) / demandGrams
      const wanted = 1 + (commodities.slope[commodity] as number) * scarcity
      market.factor[price] = Math.min(
        commodities.highest[commodity] as number,
        Math.max(commodities.lowest[commodity] as number, wanted),
      )
    }
  }
}
