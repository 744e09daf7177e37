/** Prices that a scenario needs: where loads are bought, and wherever what they have become on the way may be sold. */
import { type Entry, entriesOf, idOf, isEntry, stringsOf } from './entries'

/** Price that a commodity has at a node: that of the place, else of its country, else of its kind. */
export function priceIn(commodity: Entry, node: Entry): unknown {
  const prices = isEntry(commodity.prices) ? commodity.prices : {}
  const under = (part: unknown, name: unknown) => (isEntry(part) ? part[String(name)] : undefined)
  return under(prices.node, node.id) ?? under(prices.country, node.country) ?? under(prices.kind, node.kind)
}

/** Places by commodity that need a price: sources, markets on listed routes, and the ends of routes that may be found. */
export function neededPrices(file: Entry): ReadonlyMap<string, ReadonlySet<string>> {
  const needed = new Map<string, Set<string>>()
  const need = (commodity: string, place: string) => {
    const places = needed.get(commodity) ?? new Set()
    needed.set(commodity, places.add(place))
  }
  for (const { commodity, source, listed, finds } of suppliesOf(file)) {
    need(commodity, source)
    for (const route of listed)
      for (const priced of pricesOnRoute(file, route, commodity)) need(priced.commodity, priced.place)
    if (!finds) continue
    // A found route ends where the commodity has a price; it may have passed any site by then.
    for (const market of marketsWithPrice(file, commodity))
      for (const one of becomes(file, commodity)) need(one, market)
  }
  return needed
}

/** Supplies of organisations that look for routes themselves, have none listed, and could not end one anywhere. */
export function unfindable(file: Entry): { path: string; commodity: string }[] {
  return suppliesOf(file).filter(
    ({ commodity, finds, listed }) =>
      finds && listed.length === 0 && marketsWithPrice(file, commodity).length === 0,
  )
}

function suppliesOf(file: Entry) {
  const routes = new Map(entriesOf(file.routes).map((route) => [idOf(route), stringsOf(route.nodes)]))
  return entriesOf(file.organisations).flatMap((organisation) => {
    const { generatedRoutes } = organisation
    const count = isEntry(generatedRoutes) ? generatedRoutes.count : 0
    return entriesOf(organisation.supply).map((supply, i) => ({
      path: `organisations.${idOf(organisation)}.supply.${i}.commodity`,
      commodity: String(supply.commodity),
      source: String(supply.source),
      listed: stringsOf(organisation.routes)
        .map((route) => routes.get(route) ?? [])
        .filter((places) => places[0] === supply.source),
      finds: typeof count === 'number' && count > 0,
    }))
  })
}

function marketsOf(file: Entry): Entry[] {
  return entriesOf(file.nodes).filter(({ kind }) => kind === 'market')
}

function marketsWithPrice(file: Entry, commodity: string): string[] {
  const entry = entriesOf(file.commodities).find((one) => idOf(one) === commodity)
  if (entry === undefined) return []
  return marketsOf(file)
    .filter((node) => priceIn(entry, node) !== undefined)
    .map(idOf)
}

/**
 * Prices that a route needs for loads that leave its first place as a commodity: there, and at every market on the way for all that
 * they may have become. A site with dates may be at work or not.
 */
export function pricesOnRoute(file: Entry, route: readonly string[], commodity: string) {
  const markets = new Set(marketsOf(file).map(idOf))
  const needed = route.slice(0, 1).map((place) => ({ commodity, place }))
  let carried = [commodity]
  for (const place of route) {
    const sites = entriesOf(file.processingSites).filter(({ node }) => node === place)
    carried = [...new Set(carried.flatMap((one) => outputsOf(sites, one)))]
    if (markets.has(place)) needed.push(...carried.map((one) => ({ commodity: one, place })))
  }
  return needed
}

function outputsOf(sites: readonly Entry[], commodity: string): string[] {
  const taking = sites.filter(({ input }) => input === commodity)
  const always = taking.some(({ from, until }) => from === undefined && until === undefined)
  return [...taking.map(({ output }) => String(output)), ...(always ? [] : [commodity])]
}

/** All commodities that one may become at the sites of a scenario, itself included. */
function becomes(file: Entry, commodity: string): ReadonlySet<string> {
  const sites = entriesOf(file.processingSites)
  const found = new Set([commodity])
  for (const one of found) for (const { input, output } of sites) if (input === one) found.add(String(output))
  return found
}
