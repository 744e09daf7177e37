/** Main prices: what each commodity costs along the route that carries most of it. */
import type { World } from '../engine'
import { priceChains } from './measures/referencePrice'

export interface MainPrices {
  /** Indices of the commodity and of the route. */
  readonly commodity: number
  readonly route: number
  /**
   * Both ends and the nodes where the country changes; USD/kg and shares, NaN where the scenario gives none.
   */
  readonly places: readonly {
    readonly node: number
    readonly price: number
    readonly reference: number
    readonly purity: number
  }[]
}

/** One entry per commodity that was dispatched; of candidates that carry equally much, the first. */
export function mainPrices(world: World): MainPrices[] {
  const { candidates, commodities, nodes } = world.spec
  const chains = priceChains(world)
  return commodities.ids.flatMap((_, commodity) => {
    const own = chains.filter(({ candidate }) => candidates.commodity[candidate] === commodity)
    if (own.length === 0) return []
    const main = own.reduce((best, chain) => (chain.grams > best.grams ? chain : best))
    const isInside = (i: number) =>
      i > 0 && i < main.nodes.length - 1 && nodes.country[main.nodes[i]] === nodes.country[main.nodes[i - 1]]
    const places = [...main.nodes.keys()]
      .filter((i) => !isInside(i))
      .map((i) => {
        const node = main.nodes[i]
        const cell = commodity * nodes.ids.length + node
        const [price, purity] = [commodities.priceUsdPerKg[cell], commodities.purity[cell]]
        return { node, price, reference: main.prices[i], purity }
      })
    return { commodity, route: candidates.route[main.candidate], places }
  })
}
