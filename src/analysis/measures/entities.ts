/** Entities: what the measures of each group are about. */
import { MODE_NAMES, type ModelSpec } from '../../engine'

/** Groups in the order of all tables, with their entities: ids, `id/commodity` pairs, or one without name. */
export const ENTITIES = {
  total: () => [''],
  byRoute: listedRoutes,
  byCheckpoint: ({ checkpoints }) => checkpoints.ids,
  byCountry: guardedCountries,
  byMarket: marketIds,
  byOrganisation: ({ organisations }) => organisations.ids,
  byCommodity: ({ commodities }) => commodities.ids,
  byCorridor: ({ corridors }) => corridors.ids,
  byMode: () => MODE_NAMES,
  byCountryAndCommodity: (spec) => pairs(spec.nodes.countryIds, spec),
  byMarketAndCommodity: (spec) => pairs(marketIds(spec), spec),
  byPlaceAndCommodity: (spec) => pairs(spec.nodes.ids, spec),
} as const satisfies Readonly<Record<string, (spec: ModelSpec) => readonly string[]>>

export type Group = keyof typeof ENTITIES
export const GROUPS = Object.keys(ENTITIES) as readonly Group[]

/** `id/commodity` for every id and commodity, the commodities of the first id first. */
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

/** For each candidate the place of its route in `listedRoutes`. */
export function routeRows(spec: ModelSpec): Int32Array {
  const last = listedRoutes(spec).length - 1
  let listed = 0
  const rows = spec.routes.ids.map((_, r) => (spec.routes.isGenerated[r] === 1 ? last : listed++))
  return spec.candidates.route.map((route) => rows[route])
}

/** Countries with checkpoints, teams or operations, sorted. */
export function guardedCountries({ checkpoints, nodes, operations, teams }: ModelSpec): string[] {
  const patrolled = [...teams.placeNode, ...operations.node].map((node) => nodes.countries[node])
  return [...new Set([...checkpoints.countries, ...patrolled])].sort()
}

function marketIds(spec: ModelSpec): string[] {
  return marketNodes(spec).map((node) => spec.nodes.ids[node])
}

/** Indices of the nodes that are markets. */
export function marketNodes({ nodes }: ModelSpec): number[] {
  return [...nodes.ids.keys()].filter((node) => nodes.isMarket[node] === 1)
}
