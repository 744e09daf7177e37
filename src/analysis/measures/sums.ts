/** Sums: the counters of a world, added up for the entities of each group of measures. */
import { MODE_NAMES, type World } from '../../engine'
import { sumsBy } from '../columns'
import { type CountryCommoditySums, type CountrySums, countryCommoditySums, countrySums } from './countries'
import { listedRoutes, routeRows } from './entities'
import { type MarketSums, marketSums } from './markets'
import { meansAtEnds, priceChains } from './referencePrice'

/** What the loads of each entity came to; whole numbers. */
export interface Flows {
  readonly dispatched: Float64Array
  readonly dispatchedGrams: Float64Array
  readonly delivered: Float64Array
  readonly deliveredGrams: Float64Array
  readonly seizedGrams: Float64Array
  readonly transitHours: Float64Array
  readonly bribeCents: Float64Array
}

/** Each part has one number per entity of its group, in the order of the entities. */
export interface Sums {
  readonly world: World
  readonly total: Flows
  /** With mean reference prices at the ends of the routes, USD/kg. */
  readonly routes: Flows & { readonly endPrices: Float64Array }
  readonly organisations: Flows
  readonly commodities: Flows
  readonly modes: Flows
  readonly countries: CountrySums
  readonly countryCommodities: CountryCommoditySums
  readonly markets: MarketSums
  readonly marketCommodities: MarketSums
}

/** Takes one pass over what each group counts, however many entities and measures it has. */
export function sumsOf(world: World): Sums {
  const { routes, spec } = world
  const { candidates, commodities, organisations } = spec
  const chains = priceChains(world)
  const rowOf = routeRows(spec)
  const routeCount = listedRoutes(spec).length
  const modeOf = candidates.route.map((route) => routes.mode[route])
  return {
    world,
    total: flowsBy(world, new Int32Array(rowOf.length), 1),
    routes: {
      ...flowsBy(world, rowOf, routeCount),
      endPrices: meansAtEnds(chains, rowOf, routeCount),
    },
    organisations: flowsBy(world, candidates.organisation, organisations.ids.length),
    commodities: flowsBy(world, candidates.commodity, commodities.ids.length),
    modes: flowsBy(world, modeOf, MODE_NAMES.length),
    countries: countrySums(world),
    countryCommodities: countryCommoditySums(world),
    ...marketSums(world, chains),
  }
}

/** The flows of the candidates of each row. */
function flowsBy({ counters }: World, rowOf: ArrayLike<number>, rows: number): Flows {
  const sums = (values: Float64Array) => sumsBy(values, rowOf, rows)
  return {
    dispatched: sums(counters.dispatched),
    dispatchedGrams: sums(counters.dispatchedGrams),
    delivered: sums(counters.delivered),
    deliveredGrams: sums(counters.deliveredGrams),
    seizedGrams: sums(counters.seizedGrams),
    transitHours: sums(counters.transitHours),
    bribeCents: sums(counters.bribeCents),
  }
}
