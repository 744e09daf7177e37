/** Layout of the measures: groups, their entities and the names of their numbers, always in the same order. */
import { MODE_NAMES, type ModelSpec } from '../engine'

export const GROUPS = [
  'total',
  'byRoute',
  'byCheckpoint',
  'byCountry',
  'byMarket',
  'byOrganisation',
  'byCommodity',
  'byCorridor',
  'byMode',
  'byCountryAndCommodity',
  'byMarketAndCommodity',
  'byPlaceAndCommodity',
] as const
export type Group = (typeof GROUPS)[number]

/** Address of one measure. `entity` is an id, a pair `id/commodity`, or empty in the group `total`. */
export interface MeasureRow {
  readonly group: Group
  readonly entity: string
  readonly measure: string
}

/** `group.entity.measure`, or `total.measure`: how targets, messages and tables name a measure. */
export function rowName({ group, entity, measure }: MeasureRow): string {
  return entity === '' ? `${group}.${measure}` : `${group}.${entity}.${measure}`
}

const FLOW = ['dispatchedKg', 'deliveredKg', 'seizedKg', 'interdictionRate'] as const
export const MEASURES = {
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
  byRoute: [...FLOW, 'shipments', 'meanTransitDays', 'referencePriceUsdPerKg'],
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
  byMarket: ['deliveredKg', 'pureKg', 'revenueUsd', 'meanPriceUsdPerKg', 'referencePriceUsdPerKg'],
  byOrganisation: [...FLOW, 'bribesUsd', 'protectionUsd'],
  byCommodity: FLOW,
  byCorridor: ['kg', 'shipments', 'shareOfDispatched'],
  byMode: [...FLOW, 'shipments'],
  byCountryAndCommodity: ['enteredKg', 'handledKg', 'seizedKg', 'seizureRate'],
  byMarketAndCommodity: ['deliveredKg', 'pureKg', 'meanPriceUsdPerKg', 'referencePriceUsdPerKg'],
  byPlaceAndCommodity: ['arrivedKg', 'shareOfDispatched'],
} as const satisfies Record<Group, readonly string[]>

/** The rows of a spec's measures; `measuresOf` answers values in the same order. */
export function measureLayout(spec: ModelSpec): MeasureRow[] {
  return GROUPS.flatMap((group) =>
    entitiesOf(spec, group).flatMap((entity) =>
      MEASURES[group].map((measure) => ({ group, entity, measure })),
    ),
  )
}

/** Entities of a group, sorted by id. */
export function entitiesOf(spec: ModelSpec, group: Group): readonly string[] {
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
    case 'byMode':
      return MODE_NAMES
    case 'byCountryAndCommodity':
      return pairs(spec.nodes.countryIds, spec)
    case 'byMarketAndCommodity':
      return pairs(
        spec.nodes.ids.filter((_, n) => spec.nodes.isMarket[n] === 1),
        spec,
      )
    case 'byPlaceAndCommodity':
      return pairs(spec.nodes.ids, spec)
  }
}

/** `id/commodity` for every id and commodity; the pair at `i` is id `i / commodities` and commodity `i % commodities`. */
function pairs(ids: readonly string[], { commodities }: ModelSpec): string[] {
  return ids.flatMap((id) => commodities.ids.map((commodity) => `${id}/${commodity}`))
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
  let listed = 0
  return Int32Array.from(spec.routes.ids, (_, r) =>
    spec.routes.isGenerated[r] === 1 ? rows.length - 1 : listed++,
  )
}

/** Countries with posts, teams or operations, sorted. */
export function countriesOf(spec: ModelSpec): string[] {
  const patrolled = [...spec.teams.placeNode, ...spec.operations.node].map(
    (node) => spec.nodes.countries[node] ?? '',
  )
  return [...new Set([...spec.checkpoints.countries, ...patrolled])].sort()
}
