/** Groups of measures: the rows of each, one per entity in the order of the layout. */
import { arrivedGrams, enteredGrams, MODE_NAMES, type World } from '../engine'
import { enteredCorridor } from './corridors'
import { countriesOf, type Group, listedRoutes, routeRows } from './layout'
import { postOdds } from './odds'
import { meansAtEnds, meansOnTheWay } from './referencePrice'
import { type Flow, flowsBy, ratio, sumsBy, totalFlow } from './sums'

/** Values of a group's rows. */
export function rowsOf(world: World, group: Exclude<Group, 'total'>): number[][] {
  return ROWS[group](world)
}

const ROWS: Readonly<Record<Exclude<Group, 'total'>, (world: World) => number[][]>> = {
  byRoute,
  byCheckpoint,
  byCountry,
  byMarket,
  byOrganisation,
  byCommodity,
  byCorridor,
  byMode,
  byCountryAndCommodity,
  byMarketAndCommodity,
  byPlaceAndCommodity,
}

function byRoute(world: World): number[][] {
  const { counters, spec } = world
  const place = routeRows(spec)
  const rows = listedRoutes(spec).length
  const rowOf = (c: number) => place[spec.candidates.route[c] as number] as number
  const [dispatched, delivered, hours] = [counters.dispatched, counters.delivered, counters.transitHours].map(
    (values) => sumsBy(values, rowOf, rows),
  ) as [Float64Array, Float64Array, Float64Array]
  const prices = meansAtEnds(world, rowOf, rows)
  return flowsBy(world, rowOf, rows).map((flow, row) => [
    ...flow,
    dispatched[row] as number,
    ratio(hours[row] as number, delivered[row] as number) / 24,
    prices[row] as number,
  ])
}

function byCheckpoint(world: World): number[][] {
  return world.spec.checkpoints.ids.map((_, k) => checkpointValues(world, k))
}

function checkpointValues({ counters, spec }: World, k: number): number[] {
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

/** Crossings, seizures, kilograms and bribes at a country's posts, and what patrols seized at its places. */
function byCountry(world: World): number[][] {
  const { counters, spec } = world
  const countries = countriesOf(spec)
  const places = new Map(countries.map((country, row) => [country, row]))
  const posts = countries.map(() => [0, 0, 0, 0])
  for (const [k, country] of spec.checkpoints.countries.entries()) {
    const values = checkpointValues(world, k)
    const sums = posts[places.get(country) ?? -1] ?? []
    for (const [i, column] of [0, 3, 4, 5].entries())
      sums[i] = (sums[i] as number) + (values[column] as number)
  }
  const patrols = countries.map(() => ({ seizures: 0, kg: 0 }))
  const width = spec.commodities.ids.length
  for (const [node, found] of counters.patrolSeizures.entries()) {
    const patrol = patrols[places.get(spec.nodes.countries[node] ?? '') ?? -1]
    if (found === 0 || patrol === undefined) continue
    patrol.seizures += found
    for (const grams of counters.patrolSeizedGrams.subarray(node * width, (node + 1) * width))
      patrol.kg += grams / 1000
  }
  return posts.map(([crossings = 0, seizures = 0, kg = 0, bribes = 0], row) => {
    const patrol = patrols[row] ?? { seizures: 0, kg: 0 }
    return [crossings, seizures + patrol.seizures, kg + patrol.kg, bribes]
  })
}

function marketNodes({ spec }: World): number[] {
  return spec.nodes.ids.flatMap((_, n) => (spec.nodes.isMarket[n] === 1 ? [n] : []))
}

function byMarket(world: World): number[][] {
  const { spec } = world
  const prices = meansOnTheWay(world, () => 0, 1)
  return marketNodes(world).map((node) => {
    const sales = spec.commodities.ids.map((_, commodity) => salesAt(world, node, commodity))
    const [kg, pure, revenue] = [0, 1, 2].map((i) => sales.reduce((sum, row) => sum + (row[i] ?? 0), 0)) as [
      number,
      number,
      number,
    ]
    return [kg, pure, revenue, ratio(revenue, kg), prices[node] as number]
  })
}

function byMarketAndCommodity(world: World): number[][] {
  const { candidates, commodities } = world.spec
  const width = commodities.ids.length
  const prices = meansOnTheWay(world, (c) => candidates.commodity[c] as number, width)
  return marketNodes(world).flatMap((node) =>
    commodities.ids.map((_, commodity) => {
      const [kg, pure, revenue] = salesAt(world, node, commodity)
      return [kg, pure, ratio(revenue, kg), prices[node * width + commodity] as number]
    }),
  )
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

function byOrganisation(world: World): number[][] {
  const { counters, spec } = world
  const rows = spec.organisations.ids.length
  const rowOf = (c: number) => spec.candidates.organisation[c] as number
  const bribes = sumsBy(counters.bribeCents, rowOf, rows)
  return flowsBy(world, rowOf, rows).map((flow, o) => [
    ...flow,
    (bribes[o] as number) / 100,
    (counters.protectionCents[o] as number) / 100,
  ])
}

function byCommodity(world: World): Flow[] {
  const { candidates, commodities } = world.spec
  return flowsBy(world, (c) => candidates.commodity[c] as number, commodities.ids.length)
}

function byCorridor(world: World): number[][] {
  const { counters, spec } = world
  const [dispatchedKg] = totalFlow(world)
  return spec.corridors.ids.map((_, index) => {
    const kg = enteredCorridor(spec, counters.legGrams, index) / 1000
    return [kg, enteredCorridor(spec, counters.legShipments, index), ratio(kg, dispatchedKg)]
  })
}

function byMode(world: World): number[][] {
  const { counters, routes, spec } = world
  const rowOf = (c: number) => routes.mode[spec.candidates.route[c] as number] as number
  const shipments = sumsBy(counters.dispatched, rowOf, MODE_NAMES.length)
  return flowsBy(world, rowOf, MODE_NAMES.length).map((flow, mode) => [...flow, shipments[mode] as number])
}

/** What came into a country, what was handled there with its own supply, and what was seized, of each commodity. */
function byCountryAndCommodity(world: World): number[][] {
  const { counters, spec } = world
  const { candidates, checkpoints, nodes, supplies } = spec
  const width = spec.commodities.ids.length
  const entered = enteredGrams(spec, counters)
  const sourceCountry = (c: number) =>
    nodes.country[supplies.source[candidates.supply[c] as number] as number] as number
  const own = sumsBy(
    counters.dispatchedGrams,
    (c) => sourceCountry(c) * width + (candidates.commodity[c] as number),
    entered.length,
  )
  const seized = new Float64Array(entered.length)
  const addSeized = (country: number, table: Float64Array, row: number) => {
    for (let m = 0; m < width; m++) {
      const cell = country * width + m
      seized[cell] = (seized[cell] as number) + (table[row * width + m] as number) / 1000
    }
  }
  const countries = new Map(nodes.countryIds.map((name, country) => [name, country]))
  for (const [k, name] of checkpoints.countries.entries()) {
    const country = countries.get(name)
    if (country !== undefined) addSeized(country, counters.checkpointSeizedGrams, k)
  }
  for (const [node, country] of nodes.country.entries()) addSeized(country, counters.patrolSeizedGrams, node)
  return Array.from(entered, (grams, cell) => {
    const kg = grams / 1000
    const handled = kg + (own[cell] as number) / 1000
    return [kg, handled, seized[cell] as number, ratio(seized[cell] as number, handled)]
  })
}

function byPlaceAndCommodity(world: World): number[][] {
  const width = world.spec.commodities.ids.length
  const dispatched = byCommodity(world).map(([kg]) => kg)
  return Array.from(arrivedGrams(world.spec, world.counters), (grams, cell) => {
    const kg = grams / 1000
    return [kg, ratio(kg, dispatched[cell % width] as number)]
  })
}
