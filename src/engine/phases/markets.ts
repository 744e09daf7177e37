/** Markets: what the day's deliveries earned, and the prices that follow (model section 7). */
import { GRAMS_PER_KG, rounded } from '../units'
import { MARKET_DAYS, type World } from '../world'

/**
 * Phase 7. Prices react to the deliveries of the last 30 days, from day 30 on; before that the base price
 * holds.
 */
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
      const grams = counters.marketGrams[cell] - market.gramsBefore[cell]
      market.gramsBefore[cell] = counters.marketGrams[cell]
      const factor = market.factor[price]
      const cents = grams * commodities.priceUsdPerKg[price] * factor * 0.1
      if (grams > 0) counters.revenueCents[cell] += rounded(cents)
      if (market.days.length === 0) continue
      const at = cell * MARKET_DAYS + slot
      market.sum[cell] = market.sum[cell] - market.days[at] + grams
      market.days[at] = grams
    }
  }
  setPrices(world, world.day + 1)
}

/** Sets the price factors of all markets after `days` days, from the deliveries of the last 30. */
export function setPrices(world: World, days: number): void {
  const { market, spec } = world
  if (market.days.length === 0) return
  for (let node = 0; node < spec.nodes.ids.length; node++) {
    if (spec.nodes.isMarket[node] === 0) continue
    for (let commodity = 0; commodity < spec.commodities.ids.length; commodity++)
      market.factor[commodity * spec.nodes.ids.length + node] = factorAt(world, node, commodity, days)
  }
}

/**
 * Multiple of the base price; 1 at fixed prices, without a demand, and before there are 30 days to compare.
 */
function factorAt({ market, spec }: World, node: number, commodity: number, days: number): number {
  const { demandKgPerDay, highest, isElastic, lowest, slope } = spec.commodities
  const demandKg = demandKgPerDay[commodity * spec.nodes.ids.length + node]
  if (isElastic[commodity] === 0 || Number.isNaN(demandKg) || days < MARKET_DAYS) return 1
  const sold = market.sum[node * spec.commodities.ids.length + commodity]
  const wanted = 1 + slope[commodity] * (1 - sold / (demandKg * GRAMS_PER_KG * MARKET_DAYS))
  return Math.min(highest[commodity], Math.max(lowest[commodity], wanted))
}
