/** Removal: takes a place, leg, checkpoint or route out of a scenario with all that cannot be without it. */
import { text } from '../text'
import type { ScenarioIssue } from './issue'
import { joins } from './network'
import { validateScenario } from './parse'
import { resolvePath } from './paths'
import { ENTRY_LISTS, type Scenario } from './schema'

const words = text.editing.issues

/** Lists of which single entries can be removed. */
export type RemovableList = 'nodes' | 'legs' | 'checkpoints' | 'routes'

/** How much of a list goes with the entry that was asked for. `settings` are values that variants and others set there. */
export interface AlsoRemoved {
  readonly list: (typeof ENTRY_LISTS)[number] | 'supplies' | 'settings'
  readonly count: number
}

export type Removal =
  | { readonly ok: true; readonly scenario: Scenario; readonly also: readonly AlsoRemoved[] }
  | { readonly ok: false; readonly issues: readonly ScenarioIssue[] }

/** What removing one entry would leave, and what goes with it. Refused where no route or organisation would be left. */
export function removalOf(scenario: Scenario, list: RemovableList, id: string): Removal {
  const bare = withoutIdle({ ...scenario, [list]: scenario[list].filter((entry) => entry.id !== id) })
  const { scenario: left, dropped } = withoutIdleSettings(scenario, bare)
  if (left.routes.length === 0) return refused('routes', words.lastRoute, words.anotherRoute)
  if (left.organisations.length === 0)
    return refused('organisations', words.lastOrganisation, words.anotherRoute)
  const checked = validateScenario(left)
  if (!checked.ok) return checked
  return {
    ok: true,
    scenario: checked.scenario,
    also: alsoRemoved(scenario, checked.scenario, list, dropped),
  }
}

function refused(path: string, message: string, expected: string): Removal {
  return { ok: false, issues: [{ path, message, expected, found: text.issues.nothing }] }
}

/** The scenario without what refers to missing places and legs, and what has nothing left to do. */
function withoutIdle(scenario: Scenario): Scenario {
  const places = new Set(scenario.nodes.map(({ id }) => id))
  const at = ({ node }: { readonly node: string }) => places.has(node)
  const legs = scenario.legs.filter(({ from, to }) => places.has(from) && places.has(to))
  const legIds = new Set(legs.map(({ id }) => id))
  const routes = scenario.routes.filter(({ nodes }) =>
    nodes.every((node, i) => {
      const next = nodes[i + 1]
      return places.has(node) && (next === undefined || legs.some((leg) => joins(leg, node, next)))
    }),
  )
  return {
    ...scenario,
    legs,
    routes,
    checkpoints: scenario.checkpoints.filter(at),
    processingSites: scenario.processingSites.filter(at),
    operations: scenario.operations.filter(at),
    teams: scenario.teams
      .map((team) => ({ ...team, places: team.places.filter(at) }))
      .filter((team) => team.places.length > 0),
    corridors: scenario.corridors
      .map((corridor) => ({ ...corridor, legs: corridor.legs.filter((leg) => legIds.has(leg)) }))
      .filter((corridor) => corridor.legs.length > 0),
    organisations: organisationsOver(scenario, routes, places),
    commodities: scenario.commodities.map((commodity) => commodityIn(commodity, places)),
  }
}

/** Organisations with the supplies that still have a way out; those without any are gone. */
function organisationsOver(
  { organisations }: Scenario,
  routes: Scenario['routes'],
  places: ReadonlySet<string>,
): Scenario['organisations'] {
  const starts = new Map(routes.map(({ id, nodes }) => [id, nodes[0]]))
  return organisations
    .map((organisation) => {
      const own = organisation.routes.filter((route) => starts.has(route))
      const hasWay = (source: string) =>
        organisation.generatedRoutes.count > 0 || own.some((route) => starts.get(route) === source)
      const supply = organisation.supply.filter(({ source }) => places.has(source) && hasWay(source))
      return { ...organisation, routes: own, supply }
    })
    .filter(({ supply }) => supply.length > 0)
}

type Commodity = Scenario['commodities'][number]

function commodityIn(commodity: Commodity, places: ReadonlySet<string>): Commodity {
  const { prices, purity, market } = commodity
  const here = <T>(values: Record<string, T>) =>
    Object.fromEntries(Object.entries(values).filter(([node]) => places.has(node)))
  return {
    ...commodity,
    prices: { ...prices, node: here(prices.node) },
    purity: { ...purity, node: here(purity.node) },
    market: { ...market, demandKgPerDay: here(market.demandKgPerDay) },
  }
}

/** `left` without settings by path and targets that led somewhere before and lead nowhere now. */
function withoutIdleSettings(before: Scenario, left: Scenario): { scenario: Scenario; dropped: number } {
  let dropped = 0
  const leads = (path: string) => resolvePath(left, path, true).ok || !resolvePath(before, path, true).ok
  const keep = (path: string) => {
    const stays = leads(path)
    if (!stays) dropped++
    return stays
  }
  const record = <T>(values: Record<string, T>, stays: (path: string) => boolean) =>
    Object.fromEntries(Object.entries(values).filter(([path]) => stays(path)))
  const gone = goneMeasures(before, left)
  const isMeasured = (name: string) => !name.split(' + ').some((one) => gone.has(one.split('.', 2).join('.')))
  const scenario = {
    ...left,
    variants: left.variants.map((variant) => ({ ...variant, set: record(variant.set, keep) })),
    interventions: left.interventions
      .map((entry) => ({ ...entry, changes: entry.changes.filter(({ target }) => keep(target)) }))
      .filter(({ changes }) => changes.length > 0),
    freeParameters: left.freeParameters
      .map((entry) => ({ ...entry, paths: entry.paths.filter(keep) }))
      .filter(({ paths }) => paths.length > 0),
    targets: left.targets.filter(({ measure, per }) => isMeasured(measure) && isMeasured(per ?? '')),
    locks: record(left.locks, leads),
    evidence: record(left.evidence, leads),
  }
  return { scenario, dropped }
}

/** `group.entity` of all measures that go with the entries. */
function goneMeasures(before: Scenario, left: Scenario): ReadonlySet<string> {
  const missing = (list: 'routes' | 'checkpoints' | 'organisations' | 'corridors' | 'nodes') => {
    const ids = new Set(left[list].map(({ id }) => id))
    return before[list].map(({ id }) => id).filter((id) => !ids.has(id))
  }
  const pairs = (group: string, ids: readonly string[]) =>
    ids.flatMap((id) => before.commodities.map((commodity) => `${group}.${id}/${commodity.id}`))
  const places = missing('nodes')
  return new Set([
    ...missing('routes').map((id) => `byRoute.${id}`),
    ...missing('checkpoints').map((id) => `byCheckpoint.${id}`),
    ...missing('organisations').map((id) => `byOrganisation.${id}`),
    ...missing('corridors').map((id) => `byCorridor.${id}`),
    ...places.map((id) => `byMarket.${id}`),
    ...pairs('byMarketAndCommodity', places),
    ...pairs('byPlaceAndCommodity', places),
  ])
}

function alsoRemoved(
  before: Scenario,
  after: Scenario,
  asked: RemovableList,
  settings: number,
): AlsoRemoved[] {
  const lists = ENTRY_LISTS.map((list) => {
    return { list, count: before[list].length - after[list].length - (list === asked ? 1 : 0) }
  })
  const kept = new Set(after.organisations.map(({ id }) => id))
  const suppliesOf = ({ organisations }: Scenario) =>
    organisations.filter(({ id }) => kept.has(id)).reduce((sum, { supply }) => sum + supply.length, 0)
  const supplies = { list: 'supplies' as const, count: suppliesOf(before) - suppliesOf(after) }
  return [...lists, supplies, { list: 'settings' as const, count: settings }].filter(({ count }) => count > 0)
}
