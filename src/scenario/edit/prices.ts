/** Prices: what a commodity costs at a place, and stand-ins for places that an edit brings into use. */

import { pricesOnRoute, tradeOf } from '../check/neededPrices'
import { placedValue } from '../entries'
import type { NodeEntry, Scenario } from '../schema'
import { nearestTo } from './distance'

type Commodity = Scenario['commodities'][number]

/** Price in USD/kg; undefined where none is given. */
function priceAt({ prices }: Commodity, place: NodeEntry): number | undefined {
  return placedValue<number>(prices, place)
}

/**
 * The scenario with a price at the start and at every market of a way, for all that the organisation carries
 * there: where none is given, that of the nearest place of the same kind, else of the nearest place that has
 * one.
 */
export function withPrices(scenario: Scenario, organisation: string, way: readonly string[]): Scenario {
  const supplies = scenario.organisations.find(({ id }) => id === organisation)?.supply ?? []
  const trade = tradeOf(scenario)
  const needed = supplies
    .filter(({ source }) => source === way[0])
    .flatMap(({ commodity }) => pricesOnRoute(trade, way, commodity))
  const commodities = scenario.commodities.map((commodity) => {
    const places = new Set(needed.filter((one) => one.commodity === commodity.id).map(({ place }) => place))
    const onWay = scenario.nodes.filter(({ id }) => places.has(id))
    return pricedAt(commodity, onWay, scenario.nodes)
  })
  return { ...scenario, commodities }
}

function pricedAt(
  commodity: Commodity,
  places: readonly NodeEntry[],
  nodes: readonly NodeEntry[],
): Commodity {
  const bare = places.filter((place) => priceAt(commodity, place) === undefined)
  if (bare.length === 0) return commodity
  const priced = nodes.filter((node) => priceAt(commodity, node) !== undefined)
  const standIns = bare.flatMap((place) => {
    const alike = priced.filter(({ kind }) => kind === place.kind)
    const model = nearestTo(alike.length > 0 ? alike : priced, place)
    return model === undefined ? [] : [[place.id, priceAt(commodity, model)] as const]
  })
  const node = { ...commodity.prices.node, ...Object.fromEntries(standIns) } as Commodity['prices']['node']
  return { ...commodity, prices: { ...commodity.prices, node } }
}
