/** Recount: every measure once more, by name, as a plain sum over the facts of a ledger. Slow, obvious and apart from the analysis. */
import { MODE_NAMES, type ModelSpec } from '../../../src/engine'
import type { Fact, FactKind } from './facts'
import type { Ledger } from './ledger'
import { chancesAt, modeInto, placesOf, zeroProfitPrices } from './rules'
import {
  all,
  atCheckpoint,
  atPlace,
  atPlaceOf,
  both,
  byCheckpoint,
  byMode,
  byPatrol,
  cameInto,
  halves,
  inCountry,
  isCommodity,
  joins,
  ofOrganisation,
  onRoute,
  setOutAs,
  type Which,
} from './which'

type Counter = (ledger: Ledger, entity: string, fromDay: number) => number
function sum(facts: readonly Fact[], of: 'grams' | 'cents' | 'hours', which: Which): number {
  let total = 0
  for (const fact of facts) if (which(fact)) total += fact[of]
  return total
}

const kg = (ledger: Ledger, kind: FactKind, fromDay: number, which: Which) =>
  sum(ledger.of(kind, fromDay), 'grams', which) / 1000
const usd = (ledger: Ledger, kind: FactKind, fromDay: number, which: Which) =>
  sum(ledger.of(kind, fromDay), 'cents', which) / 100
const count = (ledger: Ledger, kind: FactKind, fromDay: number, which: Which) =>
  ledger.of(kind, fromDay).filter(which).length
const transitDays = (ledger: Ledger, fromDay: number, which: Which) =>
  ratio(sum(ledger.of('delivered', fromDay), 'hours', which), count(ledger, 'delivered', fromDay, which)) / 24

/** Undefined where there is nothing to divide by. */
const ratio = (part: number, whole: number) => (whole === 0 ? Number.NaN : part / whole)

/** The numbers of a flow, for whichever loads belong to an entity. */
function flow(belongs: (ledger: Ledger, entity: string) => Which): Record<string, Counter> {
  return {
    dispatchedKg: (ledger, id, from) => kg(ledger, 'dispatched', from, belongs(ledger, id)),
    deliveredKg: (ledger, id, from) => kg(ledger, 'delivered', from, belongs(ledger, id)),
    seizedKg: (ledger, id, from) => kg(ledger, 'seized', from, belongs(ledger, id)),
    interdictionRate: (ledger, id, from) =>
      ratio(
        kg(ledger, 'seized', from, belongs(ledger, id)),
        kg(ledger, 'dispatched', from, belongs(ledger, id)),
      ),
  }
}

/** Kilograms that came into a country or set out within it. */
function handled(ledger: Ledger, pair: string, from: number): number {
  const [id, commodity] = halves(pair)
  const own = both(({ node }) => ledger.spec.nodes.countries[node] === id, isCommodity(ledger, commodity))
  return kg(ledger, 'arrived', from, cameInto(ledger, pair)) + kg(ledger, 'dispatched', from, own)
}

function seizedInCountry(ledger: Ledger, pair: string, from: number): number {
  const [id, commodity] = halves(pair)
  return kg(ledger, 'seized', from, both(inCountry(ledger, id), isCommodity(ledger, commodity)))
}

/** Kilograms of pure substance that a market took. */
function pureKg(ledger: Ledger, from: number, which: Which): number {
  const { commodities, nodes } = ledger.spec
  let pure = 0
  for (const fact of ledger.of('delivered', from).filter(which))
    pure += (fact.grams / 1000) * (commodities.purity[fact.commodity * nodes.ids.length + fact.node] ?? 0)
  return pure
}

/** Reference price at the end of the way or at its last visit to a place, by the weight of what was dispatched on ways that lead there. */
function referencePrice(ledger: Ledger, from: number, which: Which, node?: string): number {
  const { spec, world } = ledger
  let [grams, worth] = [0, 0]
  for (const c of spec.candidates.route.keys()) {
    const sent = sum(
      ledger.of('dispatched', from),
      'grams',
      both(which, (fact) => fact.candidate === c),
    )
    if (sent === 0) continue
    const prices = zeroProfitPrices(spec, world.routes, c, world.day - 1)
    const places = placesOf(world.routes, spec.candidates.route[c] ?? -1).map((n) => spec.nodes.ids[n])
    const at = node === undefined ? places.length - 1 : places.lastIndexOf(node)
    if (at < 0) continue
    grams += sent
    worth += sent * (prices[at] ?? Number.NaN)
  }
  return ratio(worth, grams)
}

/** Odds of a crossing in the usual mode, of the first commodity, as a mean over organisations. */
function oddsOf({ spec }: Ledger, id: string): number {
  const k = spec.checkpoints.ids.indexOf(id)
  const odds = spec.organisations.ids.map((_, o) => {
    const { inspected, found, bribed } = chancesAt(spec, k, modeInto(spec, k), o, 0)
    return inspected * found * (1 - bribed)
  })
  return odds.reduce((total, one) => total + one, 0) / odds.length
}

/** `group.measure` and how it is counted for an entity of the group, from a day on. */
export const RECOUNTED: Readonly<Record<string, Readonly<Record<string, Counter>>>> = {
  total: {
    ...flow(() => all),
    inTransitKg: ({ loads }) => [...loads.values()].reduce((total, { grams }) => total + grams, 0) / 1000,
    stockKg: (ledger) => kg(ledger, 'supplied', 0, all) - kg(ledger, 'dispatched', 0, all),
    bribesUsd: (ledger, _, from) => usd(ledger, 'bribed', from, all),
    meanTransitDays: (ledger, _, from) => transitDays(ledger, from, all),
    patrolSeizedKg: (ledger, _, from) => kg(ledger, 'seized', from, byPatrol),
    processingLossKg: (ledger, _, from) => kg(ledger, 'processed', from, all),
    protectionUsd: (ledger, _, from) => usd(ledger, 'retained', from, all),
    enforcementUsd: (ledger, _, from) => usd(ledger, 'paid', from, all),
    enforcementUsdPerKgSeized: (ledger, _, from) =>
      ratio(usd(ledger, 'paid', from, all) || Number.NaN, kg(ledger, 'seized', from, all)),
    activeLegs: (ledger, _, from) => new Set(ledger.of('entered', from).map(({ leg }) => leg)).size,
  },
  byRoute: {
    ...flow(onRoute),
    shipments: (ledger, id, from) => count(ledger, 'dispatched', from, onRoute(ledger, id)),
    meanTransitDays: (ledger, id, from) => transitDays(ledger, from, onRoute(ledger, id)),
    referencePriceUsdPerKg: (ledger, id, from) => referencePrice(ledger, from, onRoute(ledger, id)),
  },
  byCheckpoint: {
    crossings: (ledger, id, from) => count(ledger, 'crossed', from, atCheckpoint(ledger, id)),
    inspections: (ledger, id, from) => count(ledger, 'inspected', from, atCheckpoint(ledger, id)),
    detections: (ledger, id, from) => count(ledger, 'detected', from, atCheckpoint(ledger, id)),
    seizures: (ledger, id, from) => count(ledger, 'seized', from, atCheckpoint(ledger, id)),
    seizedKg: (ledger, id, from) => kg(ledger, 'seized', from, atCheckpoint(ledger, id)),
    bribesUsd: (ledger, id, from) => usd(ledger, 'bribed', from, atCheckpoint(ledger, id)),
    effectiveOdds: oddsOf,
    exposures: (ledger, id, from) => count(ledger, 'exposed', from, atCheckpoint(ledger, id)),
  },
  byCountry: {
    crossings: (ledger, id, from) =>
      count(ledger, 'crossed', from, both(byCheckpoint, inCountry(ledger, id))),
    seizures: (ledger, id, from) => count(ledger, 'seized', from, inCountry(ledger, id)),
    seizedKg: (ledger, id, from) => kg(ledger, 'seized', from, inCountry(ledger, id)),
    bribesUsd: (ledger, id, from) => usd(ledger, 'bribed', from, inCountry(ledger, id)),
  },
  byMarket: {
    deliveredKg: (ledger, id, from) => kg(ledger, 'delivered', from, atPlace(ledger, id)),
    pureKg: (ledger, id, from) => pureKg(ledger, from, atPlace(ledger, id)),
    revenueUsd: (ledger, id, from) => usd(ledger, 'sold', from, atPlace(ledger, id)),
    meanPriceUsdPerKg: (ledger, id, from) =>
      ratio(
        usd(ledger, 'sold', from, atPlace(ledger, id)),
        kg(ledger, 'delivered', from, atPlace(ledger, id)),
      ),
    referencePriceUsdPerKg: (ledger, id, from) => referencePrice(ledger, from, all, id),
  },
  byOrganisation: {
    ...flow(ofOrganisation),
    bribesUsd: (ledger, id, from) => usd(ledger, 'bribed', from, ofOrganisation(ledger, id)),
    protectionUsd: (ledger, id, from) => usd(ledger, 'retained', from, ofOrganisation(ledger, id)),
  },
  byCommodity: flow(setOutAs),
  byCorridor: {
    kg: (ledger, id, from) => kg(ledger, 'entered', from, joins(ledger, id)),
    shipments: (ledger, id, from) => count(ledger, 'entered', from, joins(ledger, id)),
    shareOfDispatched: (ledger, id, from) =>
      ratio(kg(ledger, 'entered', from, joins(ledger, id)), kg(ledger, 'dispatched', from, all)),
  },
  byMode: {
    ...flow(byMode),
    shipments: (ledger, id, from) => count(ledger, 'dispatched', from, byMode(ledger, id)),
  },
  byCountryAndCommodity: {
    enteredKg: (ledger, pair, from) => kg(ledger, 'arrived', from, cameInto(ledger, pair)),
    handledKg: handled,
    seizedKg: seizedInCountry,
    seizureRate: (ledger, pair, from) =>
      ratio(seizedInCountry(ledger, pair, from), handled(ledger, pair, from)),
  },
  byMarketAndCommodity: {
    deliveredKg: (ledger, pair, from) => kg(ledger, 'delivered', from, atPlaceOf(ledger, pair)),
    pureKg: (ledger, pair, from) => pureKg(ledger, from, atPlaceOf(ledger, pair)),
    meanPriceUsdPerKg: (ledger, pair, from) =>
      ratio(
        usd(ledger, 'sold', from, atPlaceOf(ledger, pair)),
        kg(ledger, 'sold', from, atPlaceOf(ledger, pair)),
      ),
    referencePriceUsdPerKg: (ledger, pair, from) => {
      const [id, commodity] = halves(pair)
      return referencePrice(ledger, from, setOutAs(ledger, commodity), id)
    },
  },
  byPlaceAndCommodity: {
    arrivedKg: (ledger, pair, from) => kg(ledger, 'arrived', from, atPlaceOf(ledger, pair)),
    shareOfDispatched: (ledger, pair, from) =>
      ratio(
        kg(ledger, 'arrived', from, atPlaceOf(ledger, pair)),
        kg(ledger, 'dispatched', from, setOutAs(ledger, halves(pair)[1])),
      ),
  },
}

/** What each group of measures is about, in order. */
export function entitiesOf(spec: ModelSpec): Readonly<Record<string, readonly string[]>> {
  const { checkpoints, commodities, corridors, nodes, operations, organisations, routes, teams } = spec
  const pairs = (ids: readonly string[]) => ids.flatMap((id) => commodities.ids.map((of) => `${id}/${of}`))
  const listed = routes.ids.filter((_, r) => routes.isGenerated[r] === 0)
  const markets = nodes.ids.filter((_, n) => nodes.isMarket[n] === 1)
  const patrolled = [...teams.placeNode, ...operations.node].map((n) => nodes.countries[n] ?? '')
  return {
    total: [''],
    byRoute: listed.length < routes.ids.length ? [...listed, 'generated'] : listed,
    byCheckpoint: checkpoints.ids,
    byCountry: [...new Set([...checkpoints.countries, ...patrolled])].sort(),
    byMarket: markets,
    byOrganisation: organisations.ids,
    byCommodity: commodities.ids,
    byCorridor: corridors.ids,
    byMode: MODE_NAMES,
    byCountryAndCommodity: pairs([...new Set(nodes.countries)].sort()),
    byMarketAndCommodity: pairs(markets),
    byPlaceAndCommodity: pairs(nodes.ids),
  }
}

/** All measures of a ledger by `group/entity/measure`, counted from a day on; stock and transit are those of now. */
export function recount(ledger: Ledger, fromDay = 0): Map<string, number> {
  const found = new Map<string, number>()
  for (const [group, entities] of Object.entries(entitiesOf(ledger.spec)))
    for (const entity of entities)
      for (const [measure, counter] of Object.entries(RECOUNTED[group] ?? {}))
        found.set(`${group}/${entity}/${measure}`, counter(ledger, entity, fromDay))
  return found
}

/** The columns of the daily series of one day; stock and transit at its end. */
export function recountDay(ledger: Ledger, day: number): Map<string, number> {
  const { spec } = ledger
  const today: Which = (fact) => fact.day === day
  const soFar: Which = (fact) => fact.day <= day
  const total = (kind: FactKind, which: Which) => kg(ledger, kind, 0, which)
  const gone = (['delivered', 'seized', 'processed'] as const).map((kind) => total(kind, soFar))
  return new Map([
    ['dispatchedKg', total('dispatched', today)],
    ['deliveredKg', total('delivered', today)],
    ['seizedKg', total('seized', today)],
    ['inTransitKg', gone.reduce((rest, left) => rest - left, total('dispatched', soFar))],
    ['stockKg', total('supplied', soFar) - total('dispatched', soFar)],
    ['bribesUsd', usd(ledger, 'bribed', 0, today)],
    ...(entitiesOf(spec).byRoute ?? []).map(
      (id) => [`dispatchedKg:${id}`, total('dispatched', both(today, onRoute(ledger, id)))] as const,
    ),
  ])
}
