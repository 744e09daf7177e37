/** Measures: the numbers that a finished (or running) world is judged by, in a fixed layout. */
import { effectiveOdds, MODE_COUNT, type ModelSpec, type World } from '../engine'

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
  ],
  byCountry: ['crossings', 'seizures', 'seizedKg', 'bribesUsd'],
  byMarket: ['deliveredKg', 'revenueUsd'],
  byOrganisation: [...FLOW, 'bribesUsd'],
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
      return spec.routes.ids
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

function countriesOf(spec: ModelSpec): string[] {
  return [...new Set(spec.checkpoints.countries)].sort()
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
  const values = GROUPS.flatMap((group) => {
    if (group === 'total') return totals(world)
    return entitiesOf(spec, group).flatMap((entity, i) => valuesOf(world, group, entity, i))
  })
  return Float64Array.from(values)
}

function totals(world: World): number[] {
  const { counters, fleet } = world
  const [dispatched = 0, delivered = 0, seized = 0, rate = 0] = flowOf(world, everything)
  let stock = 0
  for (const grams of world.stockGrams) stock += grams
  return [
    dispatched,
    delivered,
    seized,
    fleet.grams / 1000,
    stock / 1000,
    rate,
    sumOver(counters.bribeCents, everything) / 100,
    ratio(sumOver(counters.transitHours, everything), sumOver(counters.delivered, everything)) / 24,
  ]
}

function valuesOf(world: World, group: Exclude<Group, 'total'>, entity: string, index: number): number[] {
  const { counters, spec } = world
  const { candidates, supplies } = spec
  const supplyOf = (c: number) => candidates.supply[c] as number
  switch (group) {
    case 'byRoute': {
      const chosen = (c: number) => candidates.route[c] === index
      const transit = ratio(sumOver(counters.transitHours, chosen), sumOver(counters.delivered, chosen)) / 24
      return [...flowOf(world, chosen), sumOver(counters.dispatched, chosen), transit]
    }
    case 'byCheckpoint':
      return checkpointValues(world, index)
    case 'byCountry': {
      const posts = spec.checkpoints.countries.flatMap((country, k) => (country === entity ? [k] : []))
      const sum = (column: number) =>
        posts.reduce((total, k) => total + (checkpointValues(world, k)[column] as number), 0)
      return [sum(0), sum(3), sum(4), sum(5)]
    }
    case 'byMarket': {
      const node = spec.nodes.ids.indexOf(entity)
      const commodities = spec.commodities.ids.length
      const grams = counters.marketGrams.subarray(node * commodities, (node + 1) * commodities)
      let kg = 0
      let revenue = 0
      for (const [m, value] of grams.entries()) {
        kg += value / 1000
        if (value > 0)
          revenue +=
            (value / 1000) * (spec.commodities.priceUsdPerKg[m * spec.nodes.ids.length + node] as number)
      }
      return [kg, revenue]
    }
    case 'byOrganisation': {
      const chosen = (c: number) => supplies.organisation[supplyOf(c)] === index
      return [...flowOf(world, chosen), sumOver(counters.bribeCents, chosen) / 100]
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

/** The mode of most legs into a checkpoint's place; ties go to the first in the order road, rail, sea, air, path. */
export function usualMode(spec: ModelSpec, k: number): number {
  const counts = new Array<number>(MODE_COUNT).fill(0)
  for (const [leg, to] of spec.legs.to.entries()) {
    const mode = spec.legs.mode[leg] as number
    if (to === spec.checkpoints.node[k]) counts[mode] = (counts[mode] ?? 0) + 1
  }
  return counts.indexOf(Math.max(...counts))
}
