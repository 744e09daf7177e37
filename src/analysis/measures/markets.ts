/** Markets: what each took, of all commodities and of each, and what it earned. */
import type { World } from '../../engine'
import { kg, sumsBy, usd } from '../columns'
import { marketNodes } from './entities'
import { meansOnTheWay, type PriceChain } from './referencePrice'

/** One number per market, or per market and commodity. */
export interface MarketSums {
  readonly soldKg: Float64Array
  readonly pureKg: Float64Array
  readonly revenueUsd: Float64Array
  /** USD/kg. */
  readonly referencePrices: Float64Array
}

export function marketSums(
  { counters, spec }: World,
  chains: readonly PriceChain[],
): { readonly markets: MarketSums; readonly marketCommodities: MarketSums } {
  const { candidates, commodities, nodes } = spec
  const [markets, width] = [marketNodes(spec), commodities.ids.length]
  const perCell = (valueAt: (node: number, commodity: number) => number) =>
    Float64Array.from(markets.flatMap((node) => commodities.ids.map((_, m) => valueAt(node, m))))
  const soldKg = kg(perCell((node, m) => counters.marketGrams[node * width + m]))
  const purity = perCell((node, m) => commodities.purity[m * nodes.ids.length + node])
  const prices = meansOnTheWay(spec, chains, candidates.commodity, width)
  const marketCommodities = {
    soldKg,
    // Where nothing is sold, purity may be undefined.
    pureKg: soldKg.map((sold, cell) => (sold === 0 ? 0 : sold * purity[cell])),
    revenueUsd: usd(perCell((node, m) => counters.revenueCents[node * width + m])),
    referencePrices: perCell((node, m) => prices[node * width + m]),
  }
  const marketOf = markets.flatMap((_, market) => commodities.ids.map(() => market))
  const perMarket = (cells: Float64Array) => sumsBy(cells, marketOf, markets.length)
  const pricesOfAll = meansOnTheWay(spec, chains, new Int32Array(candidates.commodity.length), 1)
  return {
    markets: {
      soldKg: perMarket(soldKg),
      pureKg: perMarket(marketCommodities.pureKg),
      revenueUsd: perMarket(marketCommodities.revenueUsd),
      referencePrices: Float64Array.from(markets, (node) => pricesOfAll[node]),
    },
    marketCommodities,
  }
}
