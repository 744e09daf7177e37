/** Removal: takes a place, leg, checkpoint or route out of a scenario with all that cannot be without it. */
import { text } from '../../text'
import { asMistakes } from '../check/issue'
import { type Address, resolvePath, valueAt } from '../paths'
import { ENTRY_LISTS, type Scenario } from '../schema'
import { parameterAt } from '../schema/parameters'
import { type Edited, editedFrom } from './edited'
import { joins } from './network'

const words = text.editing.issues

/** Lists of which single entries can be removed. */
export type RemovableList = 'nodes' | 'legs' | 'checkpoints' | 'routes'

/**
 * What of a list goes with the entry that was asked for. `settings` are values that variants and others set
 * there.
 */
export interface AlsoRemoved {
  readonly list: (typeof ENTRY_LISTS)[number] | 'supplies' | 'settings'
  /** Names of what goes, at least one. */
  readonly names: readonly string[]
}

export type Removal =
  | (Edited & { ok: true; readonly also: readonly AlsoRemoved[] })
  | (Edited & { ok: false })

/**
 * What removing one entry would leave, and what goes with it. Refused where no route or organisation would be
 * left.
 */
export function removalOf(scenario: Scenario, list: RemovableList, id: string): Removal {
  const bare = withoutIdle({ ...scenario, [list]: scenario[list].filter((entry) => entry.id !== id) })
  const { scenario: left, dropped } = withoutIdleSettings(scenario, bare)
  if (left.routes.length === 0) return refused('routes', words.lastRoute, words.anotherRoute)
  if (left.organisations.length === 0)
    return refused('organisations', words.lastOrganisation, words.anotherRoute)
  const edited = editedFrom(scenario, left)
  return edited.ok
    ? { ...edited, also: alsoRemoved(scenario, edited.scenario, { list, id }, dropped) }
    : edited
}

function refused(path: string, message: string, expected: string): Removal {
  return asMistakes([{ path, message, expected, found: text.issues.nothing }])
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
function withoutIdleSettings(before: Scenario, left: Scenario): { scenario: Scenario; dropped: string[] } {
  const dropped: string[] = []
  const leads = (path: string) => resolvePath(left, path, true).ok || !resolvePath(before, path, true).ok
  const keptBy = (owner: string) => (path: string) => {
    const stays = leads(path)
    if (!stays) dropped.push(text.editing.settingOf(owner, settingName(before, path)))
    return stays
  }
  const record = <T>(values: Record<string, T>, stays: (path: string) => boolean) =>
    Object.fromEntries(Object.entries(values).filter(([path]) => stays(path)))
  const gone = goneMeasures(before, left)
  const isMeasured = (name: string) => !name.split(' + ').some((one) => gone.has(one.split('.', 2).join('.')))
  const scenario = {
    ...left,
    variants: left.variants.map((variant) => ({
      ...variant,
      set: record(variant.set, keptBy(variant.title)),
    })),
    interventions: left.interventions
      .map((entry) => {
        const keep = keptBy(entry.title)
        return { ...entry, changes: entry.changes.filter(({ target }) => keep(target)) }
      })
      .filter(({ changes }) => changes.length > 0),
    freeParameters: left.freeParameters
      .map((entry) => ({ ...entry, paths: entry.paths.filter(keptBy(entry.title)) }))
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
  asked: { readonly list: RemovableList; readonly id: string },
  settings: readonly string[],
): AlsoRemoved[] {
  const lists = ENTRY_LISTS.map((list) => {
    const kept = new Set(after[list].map(({ id }) => id))
    const gone = before[list].filter(({ id }) => !kept.has(id) && !(list === asked.list && id === asked.id))
    return { list, names: gone.map((entry) => titleOf(before, entry)) }
  })
  const supplies = { list: 'supplies' as const, names: goneSupplies(before, after) }
  return [...lists, supplies, { list: 'settings' as const, names: settings }].filter(
    ({ names }) => names.length > 0,
  )
}

/** Name or title of an entry, the two ends of a leg, else its id. */
function titleOf({ nodes }: Pick<Scenario, 'nodes'>, entry: object): string {
  const { id, name, title, from, to } = entry as Readonly<Record<string, string | undefined>>
  const nameAt = (end: string) => nodes.find((node) => node.id === end)?.name ?? end
  if (from !== undefined && to !== undefined) return text.editing.legName(nameAt(from), nameAt(to))
  return name ?? title ?? id ?? ''
}

/** Supplies of organisations that stay. */
function goneSupplies(before: Scenario, { organisations }: Scenario): string[] {
  const nameIn = (list: 'nodes' | 'commodities', id: string) =>
    before[list].find((entry) => entry.id === id)?.name ?? id
  return before.organisations.flatMap(({ id, name, supply }) => {
    const left = organisations.find((own) => own.id === id)?.supply ?? supply
    return supply
      .filter((own) => !left.some((one) => one.source === own.source && one.commodity === own.commodity))
      .map(({ commodity, source }) =>
        text.editing.supplyOf(name, nameIn('commodities', commodity), nameIn('nodes', source)),
      )
  })
}

/** A value by its path, in words: its parameter, and the entries that have it. */
function settingName(scenario: Scenario, path: string): string {
  const resolved = resolvePath(scenario, path, true)
  const addresses = resolved.ok ? resolved.addresses : []
  const [first = []] = addresses
  const title = parameterAt(first)?.title ?? String(first.at(-1) ?? path)
  return text.editing.setting(title, [...new Set(addresses.map((address) => ownerName(scenario, address)))])
}

/** Name of the entry that holds the value at an address. */
function ownerName(scenario: Scenario, [list = '', index = '']: Address): string {
  const entry = valueAt(scenario, [list, index])
  return typeof entry === 'object' && entry !== null ? titleOf(scenario, entry) : String(list)
}
