/** Measures: the numbers that a finished (or running) world is judged by, in a fixed layout. */
import { effectiveOdds, type ModelSpec, usualMode, type World } from '../engine'

export const GROUPS = [
  'total',
  'byRoute',
  'byCheckpoint',
  'byCountry',
  'byMarket',
  'byOrganisation',
  'byCommodity',
  'byCorridor',
] as const
export type Group = (typeof GROUPS)[number]

/** Address of one measure. `entity` is an id, or empty in the group `total`. */
export interface MeasureRow {
  readonly group: Group
  readonly entity: string
  readonly measure: string
}

const FLOW = ['dispatchedKg', 'deliveredKg', 'seizedKg', 'interdictionRate'] as const
const MEASURES = {
  total: [
    'dispatchedKg',
    'deliveredKg',
    'seizedKg',
    'inTransitKg',
    'stockKg',
    'interdictionRate',
    'bribesUsd',
    'meanTransitDays',
    'patrolSeizedKg',
    'processingLossKg',
    'protectionUsd',
    'enforcementUsd',
    'enforcementUsdPerKgSeized',
    'activeLegs',
  ],
  byRoute: [...FLOW, 'shipments', 'meanTransitDays'],
  byCheckpoint: [
    'crossings',
    'inspections',
    'detections',
    'seizures',
    'seizedKg',
    'bribesUsd',
    'effectiveOdds',
    'exposures',
  ],
  byCountry: ['crossings', 'seizures', 'seizedKg', 'bribesUsd'],
  byMarket: ['deliveredKg', 'pureKg', 'revenueUsd', 'meanPriceUsdPerKg'],
  byOrganisation: [...FLOW, 'bribesUsd', 'protectionUsd'],
  byCommodity: FLOW,
  byCorridor: ['kg', 'shipments'],
} as const satisfies Record<Group, readonly string[]>

/** The rows of a spec's measures; `measuresOf` answers values in the same order. */
export function measureLayout(spec: ModelSpec): MeasureRow[] {
  return GROUPS.flatMap((group) =>
    entitiesOf(spec, group).flatMap((entity) =>
      MEASURES[group].map((measure) => ({ group, entity, measure })),
    ),
  )
}

function entitiesOf(spec: ModelSpec, group: Group): readonly string[] {
  switch (group) {
    case 'total':
      return ['']
    case 'byRoute':
      return listedRoutes(spec)
    case 'byCheckpoint':
      return spec.checkpoints.ids
    case 'byCountry':
      return countriesOf(spec)
    case 'byMarket':
      return spec.nodes.ids.filter((_, n) => spec.nodes.isMarket[n] === 1)
    case 'byOrganisation':
      return spec.organisations.ids
    case 'byCommodity':
      return spec.commodities.ids
    case 'byCorridor':
      return spec.corridors.ids
  }
}

/** Entity under which all generated routes are counted together. */
export const GENERATED = 'generated'

/** Ids of the listed routes, and one for all generated ones where there are any. */
export function listedRoutes({ routes }: ModelSpec): string[] {
  const listed = routes.ids.filter((_, r) => routes.isGenerated[r] === 0)
  return routes.isGenerated.includes(1) ? [...listed, GENERATED] : listed
}

/** Place of each route in `listedRoutes`. */
export function routeRows(spec: ModelSpec): Int32Array {
  const rows = listedRoutes(spec)
  return Int32Array.from(spec.routes.ids, (id, r) =>
    spec.routes.isGenerated[r] === 1 ? rows.length - 1 : rows.indexOf(id),
  )
}

function countriesOf(spec: ModelSpec): string[] {
  const patrolled = [...spec.teams.placeNode, ...spec.operations.node].map(
    (node) => spec.nodes.countries[node] ?? '',
  )
  return [...new Set([...spec.checkpoints.countries, ...patrolled])].sort()
}

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

/** Values of all measures of a world now, in the order of `measureLayout`; kg, USD, days; NaN where undefined. */
export function measuresOf(world: World): Float64Array {
  const { spec } = world
  const values = GROUPS.flatMap((group) =>
    entitiesOf(spec, group).flatMap((entity, i) => {
      const found = group === 'total' ? totals(world) : valuesOf(world, group, entity, i)
      if (found.length !== MEASURES[group].length)
        throw new RangeError(`the group ${group} has ${found.length} values`)
      return found
    }),
  )
  return Float64Array.from(values)
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

function valuesOf(world: World, group: Exclude<Group, 'total'>, entity: string, index: number): number[] {
  const { counters, spec } = world
  const { candidates, supplies } = spec
  const supplyOf = (c: number) => candidates.supply[c] as number
  switch (group) {
    case 'byRoute': {
      const rows = routeRows(spec)
      const chosen = (c: number) => rows[candidates.route[c] as number] === index
      const transit = ratio(sumOver(counters.transitHours, chosen), sumOver(counters.delivered, chosen)) / 24
      return [...flowOf(world, chosen), sumOver(counters.dispatched, chosen), transit]
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
      const commodities = spec.commodities.ids.length
      const grams = counters.marketGrams.subarray(node * commodities, (node + 1) * commodities)
      let kg = 0
      let pure = 0
      for (const [m, value] of grams.entries()) {
        kg += value / 1000
        if (value > 0)
          pure += (value / 1000) * (spec.commodities.purity[m * spec.nodes.ids.length + node] as number)
      }
      const cents = counters.revenueCents.subarray(node * commodities, (node + 1) * commodities)
      const revenue = sumOver(cents, everything) / 100
      return [kg, pure, revenue, ratio(revenue, kg)]
    }
    case 'byOrganisation': {
      const chosen = (c: number) => supplies.organisation[supplyOf(c)] === index
      return [
        ...flowOf(world, chosen),
        sumOver(counters.bribeCents, chosen) / 100,
        (counters.protectionCents[index] as number) / 100,
      ]
    }
    case 'byCommodity':
      return flowOf(world, (c) => supplies.commodity[supplyOf(c)] === index)
    // The flow of a corridor is that over its busiest leg.
    case 'byCorridor': {
      const legs = spec.corridors.legs.subarray(spec.corridors.start[index], spec.corridors.start[index + 1])
      let kg = 0
      let shipments = 0
      for (const leg of legs) {
        kg = Math.max(kg, (counters.legGrams[leg] as number) / 1000)
        shipments = Math.max(shipments, counters.legShipments[leg] as number)
      }
      return [kg, shipments]
    }
  }
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
