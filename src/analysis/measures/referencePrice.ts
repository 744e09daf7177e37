/** Reference prices: what a kilogram would have to cost along a route if carrying it earned nothing. */
import {
  departing,
  effectiveOdds,
  exposedOf,
  loseExposed,
  MODE_COUNT,
  type ModelSpec,
  survivalOf,
  type World,
} from '../../engine'
import { ratios } from '../columns'

/**
 * Zero-profit prices in USD/kg at the nodes of the route of candidate `c`, beginning with the source price:
 * the cost so far of what was dispatched, per kilogram that has survived. Over each leg and at each
 * checkpoint `P' = (P + c + p K) / (1 - p)`, where c is freight, holding cost and expected bribes, p the true
 * odds of loss at the checkpoint over sealed and unsealed loads that reach it, and K the loss of the crew per
 * kilogram (recruitment cost x conviction / mean load). Patrols and processing are left out.
 */
export function referencePrices(world: World, c: number): Float64Array {
  const { spec, routes } = world
  const { assumptions, candidates, checkpoints, commodities, legs, nodes, organisations, supplies } = spec
  const s = candidates.supply[c]
  const r = candidates.route[c]
  const o = supplies.organisation[s]
  const commodity = supplies.commodity[s]
  const carriage = routes.mode[r]
  const meanKg = supplies.loadMeanKg[s * MODE_COUNT + carriage]
  const crewLoss = (assumptions.recruitmentCostUsd * assumptions.convictionProbability) / meanKg
  const offer = organisations.bribeOfferUsd[o]
  const first = routes.start[r]
  const end = routes.end[r]
  const prices = new Float64Array(end - first + 1)
  const survivors = departing(spec, o, carriage)
  let cost = commodities.priceUsdPerKg[commodity * nodes.ids.length + supplies.source[s]]
  for (let position = 0; position < prices.length; position++) {
    const at = first + position
    const node = routes.nodes[at + r]
    const leg = routes.legs[position === 0 ? at : at - 1]
    if (position > 0) {
      const stay = position + 1 < prices.length ? nodes.dwellHours[node] : 0
      const days = (hoursOf(world, leg) + stay) / 24
      const carried = legs.freightUsdPerKg[leg] + organisations.holdingCost[o] * days
      cost += carried * survivalOf(survivors)
    }
    const last = nodes.checkpointStart[node + 1]
    for (let i = nodes.checkpointStart[node]; i < last; i++) {
      const k = nodes.checkpointList[i]
      const odds = effectiveOdds(spec, k, legs.mode[leg], o, commodity)
      const honoured = checkpoints.honoursSeals[k] === 1
      const bribes = exposedOf(survivors, honoured) * odds.inspected * odds.found * odds.bribed * offer
      cost += bribes / meanKg + loseExposed(survivors, honoured, odds.seized) * crewLoss
    }
    const price = cost / survivalOf(survivors)
    prices[position] = Number.isFinite(price) ? price : Number.NaN
  }
  return prices
}

/** Travel time of a leg this month; where it is closed now, the longest of the year. */
function hoursOf({ month, spec }: World, leg: number): number {
  const hours = spec.legs.hoursByMonth.subarray(leg * 12, leg * 12 + 12)
  return hours[month] > 0 ? hours[month] : Math.max(...hours)
}

/** A candidate that has dispatched, with the reference prices at the nodes of its route. */
export interface PriceChain {
  readonly candidate: number
  readonly grams: number
  readonly nodes: Int32Array
  readonly prices: Float64Array
}

export function priceChains(world: World): PriceChain[] {
  const { counters, routes, spec } = world
  return [...counters.dispatchedGrams].flatMap((grams, candidate) => {
    if (grams === 0) return []
    const prices = referencePrices(world, candidate)
    const r = spec.candidates.route[candidate]
    const first = routes.start[r] + r
    return { candidate, grams, prices, nodes: routes.nodes.subarray(first, first + prices.length) }
  })
}

/** Mean price at the ends of the routes of each row of candidates; NaN where nothing was dispatched. */
export function meansAtEnds(
  chains: readonly PriceChain[],
  rowOf: ArrayLike<number>,
  rows: number,
): Float64Array {
  return weightedMeans(chains, rows, ({ candidate, nodes }, position) =>
    position === nodes.length - 1 ? rowOf[candidate] : -1,
  )
}

/**
 * Mean price at each node on the way of each row of candidates, `[node * rows + row]`; of a node met twice,
 * the later time. NaN where nothing was dispatched.
 */
export function meansOnTheWay(
  { nodes: { ids } }: ModelSpec,
  chains: readonly PriceChain[],
  rowOf: ArrayLike<number>,
  rows: number,
): Float64Array {
  return weightedMeans(chains, ids.length * rows, ({ candidate, nodes }, position) => {
    const node = nodes[position]
    return nodes.lastIndexOf(node) === position ? node * rows + rowOf[candidate] : -1
  })
}

/** Means by cell, weighted by what was dispatched; `cellOf` gives the cell of a place of a chain, or -1. */
function weightedMeans(
  chains: readonly PriceChain[],
  cells: number,
  cellOf: (chain: PriceChain, position: number) => number,
): Float64Array {
  const [grams, worth] = [new Float64Array(cells), new Float64Array(cells)]
  for (const chain of chains)
    for (const [position, price] of chain.prices.entries()) {
      const cell = cellOf(chain, position)
      if (cell < 0) continue
      grams[cell] += chain.grams
      worth[cell] += chain.grams * price
    }
  return ratios(worth, grams)
}
