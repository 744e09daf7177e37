/** Prices along the routes that carry most of each commodity. */
import { expect, it } from 'vitest'
import { mainPrices, referencePrices } from '../../src/analysis'
import { richest } from '../support/rich'
import { specOf } from '../support/scenarios'
import { worldAfter } from '../support/worlds'

const world = worldAfter(specOf(richest()), 60)
const { candidates, commodities, nodes, supplies } = world.spec
const found = mainPrices(world)

/** The candidate that has dispatched most of a commodity. */
function mainCandidate(commodity: number): number {
  const grams = [...world.counters.dispatchedGrams].map((value, c) =>
    candidates.commodity[c] === commodity ? value : -1,
  )
  return grams.indexOf(Math.max(...grams))
}

it('are there for each commodity that was dispatched, along the route that carries most of it', () => {
  expect(found.length).toBeGreaterThan(1)
  for (const { commodity, route } of found) expect(route).toBe(candidates.route[mainCandidate(commodity)])
})

it('lead from the source to the end, and leave out places within a country', () => {
  for (const { commodity, places } of found) {
    const source = supplies.source[candidates.supply[mainCandidate(commodity)] ?? -1]
    expect(places[0]?.node).toBe(source)
    expect(nodes.isMarket[places.at(-1)?.node ?? -1]).toBe(1)
    const countries = places.slice(0, -1).map(({ node }) => nodes.countries[node])
    for (const [i, country] of countries.entries()) expect(countries[i - 1]).not.toBe(country)
  }
})

it('are those of the scenario beside those at which nothing is earned', () => {
  for (const { commodity, places } of found) {
    const references = referencePrices(world, mainCandidate(commodity))
    expect(places[0]?.reference).toBe(references[0])
    expect(places.at(-1)?.reference).toBe(references.at(-1))
    for (const { node, price, purity } of places) {
      const cell = commodity * nodes.ids.length + node
      expect([price, purity]).toEqual([commodities.priceUsdPerKg[cell], commodities.purity[cell]])
    }
  }
})
