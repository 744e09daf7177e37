/** Measures: the numbers that a finished (or running) world is judged by, in the order of their layout. */
import {
  arrivedGramsAt,
  type Counters,
  effectiveOdds,
  enteredGramsOf,
  type ModelSpec,
  usualMode,
  type World,
} from '../engine'
import { enteredCorridor } from './corridors'
import { entitiesOf, GROUPS, type Group, MEASURES, routeRows } from './layout'
import { createReferencePrices, type ReferencePrices } from './referencePrice'

/** NaN where there is nothing to divide by. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole
}

/** Sum of `values[c]` over the candidates that `chosen` accepts. */
function sumOver(values: Float64Array, chosen: (candidate: number) => boolean): number {
  let sum = 0
  for (let c = 0; c < values.length; c++) if (chosen(c)) sum += values[c] as number
  return sum
}

const everything = () => true

function flowOf(world: World, chosen: (candidate: number) => boolean): number[] {
  const { dispatchedGrams, deliveredGrams, seizedGrams } = world.counters
  const [dispatched, delivered, seized] = [dispatchedGrams, deliveredGrams, seizedGrams].map((grams) =>
    sumOver(grams, chosen),
  ) as [number, number, number]
  return [dispatched / 1000, delivered / 1000, seized / 1000, ratio(seized, dispatched)]
}

/**
 * Values of all measures of a world now, in the order of `measureLayout`; kg, USD, days; NaN where undefined. With `since`, the
 * totals of an earlier day, only what came after that day counts (stock and transit are those of now).
 */
export function measuresOf(present: World, since?: Counters): Float64Array {
  const world =
    since === undefined ? present : { ...present, counters: countersBetween(since, present.counters) }
  const { spec } = world
  const prices = createReferencePrices(world)
  const values = GROUPS.flatMap((group) =>
    entitiesOf(spec, group).flatMap((entity, i) => {
      const found = group === 'total' ? totals(world) : valuesOf(world, prices, group, entity, i)
      if (found.length !== MEASURES[group].length)
        throw new RangeError(`the group ${group} has ${found.length} values`)
      return found
    }),
  )
  return Float64Array.from(values)
}

function countersBetween(before: Counters, after: Counters): Counters {
  const difference: { -readonly [name in keyof Counters]: Counters[name] } = { ...after }
  for (const name of Object.keys(after) as (keyof Counters)[])
    difference[name] = after[name].map((value, i) => value - (before[name][i] as number))
  return difference
}

function totals(world: World): number[] {
  const { counters, fleet } = world
  const [dispatched = 0, delivered = 0, seized = 0, rate = 0] = flowOf(world, everything)
  let stock = 0
  for (const grams of world.stockGrams) stock += grams
  const cost = sumOver(counters.costCents, everything) / 100
  return [
    dispatched,
    delivered,
    seized,
    fleet.grams / 1000,
    stock / 1000,
    rate,
    sumOver(counters.bribeCents, everything) / 100,
    ratio(sumOver(counters.transitHours, everything), sumOver(counters.delivered, everything)) / 24,
    sumOver(counters.patrolSeizedGrams, everything) / 1000,
    sumOver(counters.processedLossGrams, everything) / 1000,
    sumOver(counters.protectionCents, everything) / 100,
    cost,
    ratio(cost, seized),
    counters.legShipments.reduce((count, shipments) => count + (shipments > 0 ? 1 : 0), 0),
  ]
}

function valuesOf(
  world: World,
  prices: ReferencePrices,
  group: Exclude<Group, 'total'>,
  entity: string,
  index: number,
): number[] {
  const { counters, spec } = world
  const { candidates } = spec
  switch (group) {
    case 'byRoute': {
      const rows = routeRows(spec)
      const chosen = (c: number) => rows[candidates.route[c] as number] === index
      const transit = ratio(sumOver(counters.transitHours, chosen), sumOver(counters.delivered, chosen)) / 24
      const price = prices.mean(chosen)
      return [...flowOf(world, chosen), sumOver(counters.dispatched, chosen), transit, price]
    }
    case 'byCheckpoint':
      return checkpointValues(world, index)
    case 'byCountry': {
      const posts = spec.checkpoints.countries.flatMap((country, k) => (country === entity ? [k] : []))
      const sum = (column: number) =>
        posts.reduce((total, k) => total + (checkpointValues(world, k)[column] as number), 0)
      const patrols = patrolSeizures(world, entity)
      return [sum(0), sum(3) + patrols.seizures, sum(4) + patrols.kg, sum(5)]
    }
    case 'byMarket': {
      const node = spec.nodes.ids.indexOf(entity)
      const sales = spec.commodities.ids.map((_, commodity) => salesAt(world, node, commodity))
      const [kg, pure, revenue] = [0, 1, 2].map((i) =>
        sales.reduce((sum, row) => sum + (row[i] ?? 0), 0),
      ) as [number, number, number]
      return [kg, pure, revenue, ratio(revenue, kg), prices.mean(everything, node)]
    }
    case 'byOrganisation': {
      const chosen = (c: number) => candidates.organisation[c] === index
      return [
        ...flowOf(world, chosen),
        sumOver(counters.bribeCents, chosen) / 100,
        (counters.protectionCents[index] as number) / 100,
      ]
    }
    case 'byCommodity':
      return flowOf(world, (c) => candidates.commodity[c] === index)
    case 'byCorridor': {
      const kg = enteredCorridor(spec, counters.legGrams, index) / 1000
      const shipments = enteredCorridor(spec, counters.legShipments, index)
      return [kg, shipments, ratio(kg, flowOf(world, everything)[0] as number)]
    }
    case 'byMode': {
      const chosen = (c: number) => world.routes.mode[candidates.route[c] as number] === index
      return [...flowOf(world, chosen), sumOver(counters.dispatched, chosen)]
    }
    case 'byCountryAndCommodity':
      return countryValues(world, index)
    case 'byMarketAndCommodity': {
      const commodity = index % spec.commodities.ids.length
      const node = spec.nodes.ids.indexOf(entity.slice(0, entity.lastIndexOf('/')))
      const [kg = 0, pure = 0, revenue = 0] = salesAt(world, node, commodity)
      const chosen = (c: number) => candidates.commodity[c] === commodity
      return [kg, pure, ratio(revenue, kg), prices.mean(chosen, node)]
    }
    case 'byPlaceAndCommodity': {
      const commodity = index % spec.commodities.ids.length
      const node = (index - commodity) / spec.commodities.ids.length
      const kg = arrivedGramsAt(spec, counters, node, commodity) / 1000
      return [kg, ratio(kg, flowOf(world, (c) => candidates.commodity[c] === commodity)[0] as number)]
    }
  }
}

/** Kilograms, pure kilograms and revenue in USD of one commodity at one market. */
function salesAt(
  { counters, spec }: World,
  node: number,
  commodity: number,
): readonly [number, number, number] {
  const cell = node * spec.commodities.ids.length + commodity
  const kg = (counters.marketGrams[cell] as number) / 1000
  const purity = spec.commodities.purity[commodity * spec.nodes.ids.length + node] as number
  return [kg, kg === 0 ? 0 : kg * purity, (counters.revenueCents[cell] as number) / 100]
}

/** What came into a country, what was handled there with its own supply, and what was seized, of one commodity. */
function countryValues(world: World, index: number): number[] {
  const { counters, spec } = world
  const { candidates, checkpoints, nodes, supplies } = spec
  const commodities = spec.commodities.ids.length
  const commodity = index % commodities
  const country = (index - commodity) / commodities
  const name = nodes.countryIds[country]
  const entered = enteredGramsOf(spec, counters, country, commodity) / 1000
  const own = sumOver(counters.dispatchedGrams, (c) => {
    const source = supplies.source[candidates.supply[c] as number] as number
    return candidates.commodity[c] === commodity && nodes.country[source] === country
  })
  let seized = 0
  for (const [k, of] of checkpoints.countries.entries())
    if (of === name) seized += (counters.checkpointSeizedGrams[k * commodities + commodity] as number) / 1000
  for (const [node, of] of nodes.country.entries())
    if (of === country)
      seized += (counters.patrolSeizedGrams[node * commodities + commodity] as number) / 1000
  const handled = entered + own / 1000
  return [entered, handled, seized, ratio(seized, handled)]
}

/** Seizures by patrols at the places of a country. */
function patrolSeizures({ counters, spec }: World, country: string): { seizures: number; kg: number } {
  const commodities = spec.commodities.ids.length
  let seizures = 0
  let kg = 0
  for (const [node, found] of counters.patrolSeizures.entries()) {
    if (found === 0 || spec.nodes.countries[node] !== country) continue
    seizures += found
    for (let m = 0; m < commodities; m++)
      kg += (counters.patrolSeizedGrams[node * commodities + m] as number) / 1000
  }
  return { seizures, kg }
}

function checkpointValues(world: World, k: number): number[] {
  const { counters, spec } = world
  const commodities = spec.commodities.ids.length
  let grams = 0
  for (const value of counters.checkpointSeizedGrams.subarray(k * commodities, (k + 1) * commodities))
    grams += value
  return [
    counters.crossings[k] as number,
    counters.inspections[k] as number,
    counters.detections[k] as number,
    counters.seizures[k] as number,
    grams / 1000,
    (counters.checkpointBribeCents[k] as number) / 100,
    postOdds(spec, k),
    counters.exposures[k] as number,
  ]
}

/** Seizure odds of an unsealed crossing, averaged over organisations, for the mode of most legs into the post's place. */
export function postOdds(spec: ModelSpec, k: number): number {
  const mode = usualMode(spec, k)
  const count = spec.organisations.ids.length
  let sum = 0
  for (let o = 0; o < count; o++) sum += effectiveOdds(spec, k, mode, o).seized
  return sum / count
}
