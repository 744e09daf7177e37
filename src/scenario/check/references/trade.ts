/** Checks of trade: organisations with their supplies and loads, and the prices that they need. */
import { text } from '../../../text'
import { type Entry, entriesOf, idOf, isRecord, listOf, recordOf, stringsOf, textOf } from '../../entries'
import { neededPrices, priceIn, unfindable } from '../neededPrices'
import type { Refer, Report } from './check'

const words = text.issues

export function checkOrganisations(file: Entry, report: Report, refer: Refer): void {
  const starts = new Map<string, unknown>(
    entriesOf(file.routes).map((route) => [idOf(route), listOf(route.nodes)[0]]),
  )
  for (const organisation of entriesOf(file.organisations)) {
    const path = `organisations.${idOf(organisation)}`
    const routes = new Set<string>()
    for (const [i, route] of stringsOf(organisation.routes).entries()) {
      refer(`${path}.routes.${i}`, 'routes', 'route', route)
      if (routes.has(route)) report(`${path}.routes.${i}`, words.duplicateId(route), words.uniqueId, route)
      routes.add(route)
    }
    const origins = new Set([...routes].map((route) => starts.get(route)))
    const seen = new Set<string>()
    for (const [i, supply] of entriesOf(organisation.supply).entries()) {
      const at = `${path}.supply.${i}`
      refer(`${at}.commodity`, 'commodities', 'commodity', supply.commodity)
      const place = `${textOf(supply.commodity)}@${textOf(supply.source)}`
      checkLoads(`${at}.loads`, supply.loads, report)
      if (seen.has(place)) report(at, words.duplicateSupply, words.oneSupply, place)
      seen.add(place)
      if (!refer(`${at}.source`, 'nodes', 'node', supply.source)) continue
      const generated = isRecord(organisation.generatedRoutes) ? organisation.generatedRoutes.count : 0
      if (typeof generated === 'number' && generated > 0) continue
      if (!origins.has(supply.source)) {
        report(`${at}.source`, words.noRouteFromSource(textOf(supply.source)), words.routeFromSource, [
          ...routes,
        ])
      }
    }
    checkLoads(`${path}.loads`, organisation.loads, report)
  }
}

export function checkLoads(path: string, loads: unknown, report: Report): void {
  for (const [mode, load] of Object.entries(recordOf(loads))) {
    if (!isRecord(load) || typeof load.minKg !== 'number' || typeof load.maxKg !== 'number') continue
    if (load.minKg > load.maxKg)
      report(`${path}.${mode}.minKg`, words.emptyRange, words.orderedRange, load.minKg)
  }
}

/**
 * Every commodity needs a price where it is bought and where it may be sold; prices and demands name places.
 */
export function checkPrices(file: Entry, report: Report, refer: Refer): void {
  const nodes = new Map(entriesOf(file.nodes).map((node) => [idOf(node), node]))
  const needed = neededPrices(file)
  for (const commodity of entriesOf(file.commodities)) {
    const id = idOf(commodity)
    const prices = recordOf(commodity.prices)
    const demands = recordOf(commodity.market).demandKgPerDay
    for (const [path, values] of [
      ['prices.node', prices.node],
      ['market.demandKgPerDay', demands],
    ] as const) {
      for (const node of Object.keys(recordOf(values)))
        refer(`commodities.${id}.${path}`, 'nodes', 'node', node)
    }
    for (const place of needed.get(id) ?? []) {
      const node = nodes.get(place)
      if (node === undefined || priceIn(commodity, node) !== undefined) continue
      report(`commodities.${id}.prices`, words.noPrice(id, place), words.priceExpected, prices)
    }
  }
  for (const { path, commodity } of unfindable(file))
    report(path, words.noMarketToFind(commodity), words.marketToFind, [])
}
