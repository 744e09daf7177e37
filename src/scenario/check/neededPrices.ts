/**
 * Prices that a scenario needs: where loads are bought, and wherever what they have become on the way may be
 * sold.
 */
import { type Entry, entriesOf, idOf, isRecord, placedValue, recordOf, stringsOf, textOf } from '../entries'

/** Price that a commodity has at a node: that of the place, else of its country, else of its kind. */
export function priceIn(commodity: Entry, node: Entry): unknown {
  const prices = recordOf(commodity.prices)
  return placedValue(
    { node: recordOf(prices.node), country: recordOf(prices.country), kind: recordOf(prices.kind) },
    { id: idOf(node), country: textOf(node.country), kind: textOf(node.kind) },
  )
}

/** What decides where prices are needed, looked up once for a whole document. */
interface Trade {
  readonly commodities: ReadonlyMap<string, Entry>
  readonly markets: ReadonlyMap<string, Entry>
  readonly sites: readonly Entry[]
  readonly sitesAt: ReadonlyMap<unknown, readonly Entry[]>
}

export function tradeOf(file: Entry): Trade {
  const sites = entriesOf(file.processingSites)
  const sitesAt = new Map<unknown, Entry[]>()
  for (const site of sites) {
    const here = sitesAt.get(site.node) ?? []
    sitesAt.set(site.node, here)
    here.push(site)
  }
  const markets = entriesOf(file.nodes).filter(({ kind }) => kind === 'market')
  return { commodities: byId(entriesOf(file.commodities)), markets: byId(markets), sites, sitesAt }
}

function byId(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [idOf(entry), entry]))
}

/**
 * Places by commodity that need a price: sources, markets on listed routes, and the ends of routes that may
 * be found.
 */
export function neededPrices(file: Entry): ReadonlyMap<string, ReadonlySet<string>> {
  const trade = tradeOf(file)
  const needed = new Map<string, Set<string>>()
  const need = (commodity: string, place: string) => {
    const places = needed.get(commodity) ?? new Set()
    needed.set(commodity, places.add(place))
  }
  const asked = new Set<string>()
  /** Whether something is asked for the first time: many supplies go the same ways. */
  const isNew = (...names: string[]) => asked.size < asked.add(names.join('\n')).size
  for (const { commodity, source, listed, finds } of suppliesOf(file)) {
    need(commodity, source)
    for (const [route, places] of listed)
      if (isNew('route', route, commodity))
        for (const priced of pricesOnRoute(trade, places, commodity)) need(priced.commodity, priced.place)
    if (!finds || !isNew('found', commodity)) continue
    // A found route ends where the commodity has a price; it may have passed any site by then.
    const carried = becomes(trade, commodity)
    for (const market of marketsWithPrice(trade, commodity)) for (const one of carried) need(one, market)
  }
  return needed
}

/**
 * Supplies of organisations that look for routes themselves, have none listed, and could not end one
 * anywhere.
 */
export function unfindable(file: Entry): { path: string; commodity: string }[] {
  const trade = tradeOf(file)
  const sold = new Map(
    [...trade.commodities.keys()].map((id) => [id, marketsWithPrice(trade, id).length > 0]),
  )
  return suppliesOf(file).filter(
    ({ commodity, finds, listed }) => finds && listed.length === 0 && sold.get(commodity) !== true,
  )
}

function suppliesOf(file: Entry) {
  const routes = new Map(entriesOf(file.routes).map((route) => [idOf(route), stringsOf(route.nodes)]))
  return entriesOf(file.organisations).flatMap((organisation) => {
    const { generatedRoutes } = organisation
    const count = isRecord(generatedRoutes) ? generatedRoutes.count : 0
    const from = new Map<string | undefined, (readonly [route: string, places: readonly string[]])[]>()
    for (const route of new Set(stringsOf(organisation.routes))) {
      const places = routes.get(route) ?? []
      const alike = from.get(places[0]) ?? []
      from.set(places[0], alike)
      alike.push([route, places])
    }
    return entriesOf(organisation.supply).map((supply, i) => ({
      path: `organisations.${idOf(organisation)}.supply.${i}.commodity`,
      commodity: textOf(supply.commodity),
      source: textOf(supply.source),
      listed: from.get(textOf(supply.source)) ?? [],
      finds: typeof count === 'number' && count > 0,
    }))
  })
}

function marketsWithPrice({ commodities, markets }: Trade, commodity: string): string[] {
  const entry = commodities.get(commodity)
  if (entry === undefined) return []
  return [...markets].flatMap(([id, node]) => (priceIn(entry, node) === undefined ? [] : [id]))
}

/**
 * Prices that a route needs for loads that leave its first place as a commodity: there, and at every market
 * on the way for all that they may have become. A site with dates may be at work or not.
 */
export function pricesOnRoute({ markets, sitesAt }: Trade, route: readonly string[], commodity: string) {
  const needed = route.slice(0, 1).map((place) => ({ commodity, place }))
  let carried = [commodity]
  for (const place of route) {
    const sites = sitesAt.get(place)
    if (sites !== undefined) carried = [...new Set(carried.flatMap((one) => outputsOf(sites, one)))]
    if (markets.has(place)) for (const one of carried) needed.push({ commodity: one, place })
  }
  return needed
}

function outputsOf(sites: readonly Entry[], commodity: string): string[] {
  const taking = sites.filter(({ input }) => input === commodity)
  const always = taking.some(({ from, until }) => from === undefined && until === undefined)
  return [...taking.map(({ output }) => textOf(output)), ...(always ? [] : [commodity])]
}

/** All commodities that one may become at the sites of a scenario, itself included. */
function becomes({ sites }: Trade, commodity: string): ReadonlySet<string> {
  const found = new Set([commodity])
  for (const one of found) for (const { input, output } of sites) if (input === one) found.add(textOf(output))
  return found
}
