/** Compilation: from a scenario in normal form to a ModelSpec of dense ids, in the order of the ids, not of the file. */
import {
  type CheckpointSpec,
  type CommoditySpec,
  type CorridorSpec,
  DAYS_A_MONTH,
  type Entities,
  InvariantError,
  keyOf,
  type LegSpec,
  LOAD_KINDS,
  MODE_COUNT,
  MODE_NAMES,
  type ModelSpec,
  type NodeSpec,
  type OperationSpec,
  type OrganisationSpec,
  PLACEMENTS,
  type ProcessingSpec,
  parseIsoDate,
  type Regime,
  type RouteSpec,
  type SupplySpec,
  type TeamSpec,
} from '../engine'
import { text } from '../text'
import { scenarioDigest } from './canonical'
import { boundaryDays, datedChanges, scenarioOnDay } from './interventions'
import type { LoadEntry, Mode, NodeEntry, RouteEntry, Scenario } from './schema'

type TeamPlace = Scenario['teams'][number]['places'][number]

interface Named {
  readonly id: string
  readonly name?: string
}

/** Order of a team's places: what happens must not depend on their order in the file. */
function byPlace(a: TeamPlace, b: TeamPlace): number {
  if (a.node !== b.node) return a.node < b.node ? -1 : 1
  return a.detection - b.detection || a.weight - b.weight
}

function byId<T extends Named>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** Distinct 32-bit keys; on the rare collision the later id is hashed with a suffix. */
function keysOf(ids: readonly string[]): Int32Array {
  const used = new Set<number>()
  return Int32Array.from(ids, (id) => {
    let name = id
    while (used.has(keyOf(name))) name += '\u0001'
    used.add(keyOf(name))
    return keyOf(name)
  })
}

function entitiesOf(entries: readonly Named[]): Entities {
  const ids = entries.map((entry) => entry.id)
  return { ids, names: entries.map((entry) => entry.name ?? entry.id), keys: keysOf(ids) }
}

function indexIn(entities: Entities): (id: string) => number {
  const index = new Map(entities.ids.map((id, i) => [id, i]))
  return (id) => {
    const i = index.get(id)
    if (i === undefined) throw new InvariantError(`unchecked reference to "${id}"`)
    return i
  }
}

/** The ModelSpec of a scenario that has passed `parseScenario` or `setAt`. */
export function compileScenario(scenario: Scenario): ModelSpec {
  const changes = datedChanges(scenario)
  const days = boundaryDays(changes).map((fromDay) => ({
    fromDay,
    scenario: scenarioOnDay(scenario, changes, fromDay),
  }))
  const slots = slotsOf([scenario, ...days.map((day) => day.scenario)])
  const spec = compileOn(scenario, slots)
  const regimes = days.map((day): Regime => {
    // What began before the run was paid before it.
    const starting = changes.filter(({ fromDay }) => fromDay === day.fromDay)
    const costUsd = starting.reduce((sum, { change }) => sum + change.costUsd, 0)
    const regime = compileOn(day.scenario, slots)
    requireSameEntities(spec, regime, day.fromDay)
    return { fromDay: day.fromDay, spec: regime, costCents: Math.floor(costUsd * 100 + 0.5) }
  })
  return { ...spec, scenarioDigest: scenarioDigest(scenario), regimes }
}

/** Tables of a world are laid out by the entities of the run's own spec, whatever regime holds. */
function requireSameEntities(own: ModelSpec, regime: ModelSpec, day: number): void {
  for (const [part, ids] of Object.entries(entityIdsOf(own))) {
    if (entityIdsOf(regime)[part] !== ids)
      throw new InvariantError(`the regime of day ${day} has other ${part} than the run`)
  }
}

function entityIdsOf(spec: ModelSpec): Record<string, string> {
  const { nodes, legs, checkpoints, organisations, commodities, routes, corridors } = spec
  const { processing, teams, operations, supplies, candidates } = spec
  const named = { nodes, legs, checkpoints, organisations, commodities, routes, corridors }
  const parts = { ...named, processing, teams, operations }
  return {
    ...Object.fromEntries(Object.entries(parts).map(([part, { ids }]) => [part, ids.join(' ')])),
    teamPlaces: teams.placeNode.join(' '),
    supplies: supplies.keys.join(' '),
    candidates: `${candidates.supply.join(' ')} on ${candidates.route.join(' ')}`,
  }
}

/** The spec of a scenario without regard to its interventions. */
function compileOn(scenario: Scenario, slots: readonly Slot[]): ModelSpec {
  const startEpochDay = parseIsoDate(scenario.startDate)
  if (startEpochDay === undefined) throw new InvariantError(`unchecked date "${scenario.startDate}"`)
  const nodeEntries = byId(scenario.nodes)
  const checkpoints = checkpointsOf(scenario, indexIn(entitiesOf(nodeEntries)))
  const nodes = nodesOf(scenario, nodeEntries, checkpoints)
  const legs = legsOf(scenario, indexIn(nodes))
  const routes = routesOf(scenario, nodes, legs, slots)
  const commodities = commoditiesOf(scenario, nodeEntries)
  const organisations = organisationsOf(scenario)
  const { supplies, candidates } = suppliesOf(scenario, { nodes, commodities, organisations, routes }, slots)
  return {
    id: scenario.id,
    title: scenario.title,
    scenarioDigest: '',
    seed: scenario.seed,
    days: scenario.days,
    startEpochDay,
    assumptions: scenario.assumptions,
    nodes,
    legs,
    checkpoints,
    organisations,
    commodities,
    routes,
    supplies,
    candidates,
    corridors: corridorsOf(scenario, legs),
    processing: processingOf(scenario, indexIn(nodes), indexIn(commodities)),
    teams: teamsOf(scenario, indexIn(nodes)),
    operations: operationsOf(scenario, indexIn(nodes)),
    regimes: [],
  }
}

function nodesOf(
  { processingSites }: Scenario,
  entries: readonly NodeEntry[],
  checkpoints: CheckpointSpec,
): NodeSpec {
  const siteNodes = new Set(processingSites.map(({ node }) => node))
  const checkpointStart = new Int32Array(entries.length + 1)
  const checkpointList: number[] = []
  for (let n = 0; n < entries.length; n++) {
    checkpointStart[n] = checkpointList.length
    for (const [k, node] of checkpoints.node.entries()) if (node === n) checkpointList.push(k)
  }
  checkpointStart[entries.length] = checkpointList.length
  const countryIds = [...new Set(entries.map((node) => node.country))].sort()
  return {
    ...entitiesOf(entries),
    countries: entries.map((node) => node.country),
    countryIds,
    country: Int32Array.from(entries, (node) => countryIds.indexOf(node.country)),
    dwellHours: Int32Array.from(entries, (node) => node.dwellHours),
    isMarket: Uint8Array.from(entries, (node) => (node.kind === 'market' ? 1 : 0)),
    hasSite: Uint8Array.from(entries, ({ id }) => (siteNodes.has(id) ? 1 : 0)),
    uptakeShare: Float64Array.from(entries, (node) => node.uptakeShare),
    checkpointStart,
    checkpointList: Int32Array.from(checkpointList),
  }
}

function legsOf(scenario: Scenario, node: (id: string) => number): LegSpec {
  const entries = byId(
    scenario.legs.flatMap((leg) => {
      const forth = { ...leg, name: `${leg.from} - ${leg.to}` }
      const back = {
        ...leg,
        id: `${leg.id}:back`,
        from: leg.to,
        to: leg.from,
        name: `${leg.to} - ${leg.from}`,
      }
      return leg.bidirectional ? [forth, back] : [forth]
    }),
  )
  const hoursByMonth = new Int32Array(entries.length * 12)
  for (const [i, leg] of entries.entries()) {
    for (let month = 1; month <= 12; month++) {
      const factor = leg.winterMonths.includes(month) ? leg.winterDelay : 1
      hoursByMonth[i * 12 + month - 1] = leg.openMonths.includes(month) ? Math.ceil(leg.hours * factor) : 0
    }
  }
  return {
    ...entitiesOf(entries),
    from: Int32Array.from(entries, (leg) => node(leg.from)),
    to: Int32Array.from(entries, (leg) => node(leg.to)),
    mode: Uint8Array.from(entries, (leg) => modeNumber(leg.mode)),
    km: Float64Array.from(entries, (leg) => leg.km),
    freightUsdPerKg: Float64Array.from(entries, (leg) => leg.freightUsdPerKg),
    hoursByMonth,
  }
}

function modeNumber(mode: Mode): number {
  return MODE_NAMES.indexOf(mode)
}

function checkpointsOf(scenario: Scenario, node: (id: string) => number): CheckpointSpec {
  const entries = byId(scenario.checkpoints)
  const numbers = (value: (post: (typeof entries)[number]) => number) => Float64Array.from(entries, value)
  return {
    ...entitiesOf(entries),
    node: Int32Array.from(entries, (post) => node(post.node)),
    countries: entries.map((post) => post.country ?? ''),
    staff: numbers((post) => post.staff),
    requiredStaff: numbers((post) => post.requiredStaff),
    shiftFraction: numbers((post) => post.shiftFraction),
    inspectionsPerOfficerDay: numbers((post) => post.inspectionsPerOfficerDay),
    vehiclesPerDay: numbers((post) => post.vehiclesPerDay),
    targeting: numbers((post) => post.targeting),
    handDetection: Float64Array.from(
      entries.flatMap((post) => MODE_NAMES.map((mode) => post.handDetection[mode])),
    ),
    scannerDetection: numbers((post) => post.scannerDetection),
    scannerCoverage: numbers((post) => post.scannerCoverage),
    powerAvailability: numbers((post) => post.powerAvailability),
    honoursSeals: Uint8Array.from(entries, (post) => (post.sealedPolicy === 'honour' ? 1 : 0)),
    corruptionRate: numbers((post) => post.corruptionRate),
    officerSalary: numbers((post) => post.officerSalary),
    openFromHour: Int32Array.from(entries, (post) => post.openFromHour),
    openUntilHour: Int32Array.from(entries, (post) => post.openUntilHour),
    closedInMonth: Uint8Array.from(
      entries.flatMap((post) =>
        Array.from({ length: 12 }, (_, month) => (post.closedMonths.includes(month + 1) ? 1 : 0)),
      ),
    ),
    protectionRetainer: numbers((post) => post.protectionRetainer),
    integrityAudit: numbers((post) => post.integrityAudit),
    interdictionOdds: numbers((post) => post.interdictionOdds ?? -1),
  }
}

/** The fastest leg between two places, of the wanted mode where there is one; ties by id. */
function legBetween(legs: LegSpec, from: number, to: number, wanted: number): number {
  let best = -1
  const rank = (leg: number) =>
    (legs.mode[leg] === wanted ? 0 : 1e9) + Math.max(...legs.hoursByMonth.subarray(leg * 12, leg * 12 + 12))
  for (let leg = 0; leg < legs.ids.length; leg++) {
    if (legs.from[leg] !== from || legs.to[leg] !== to) continue
    if (best < 0 || rank(leg) < rank(best)) best = leg
  }
  if (best < 0) throw new InvariantError(`unchecked route: no leg from node ${from} to node ${to}`)
  return best
}

/** How a route's load is carried: on a path if any leg is one, else by the mode with the most kilometres. */
function carriageOf(route: RouteEntry, legs: LegSpec, path: readonly number[]): number {
  if (route.mode !== undefined) return modeNumber(route.mode)
  const km = new Float64Array(MODE_COUNT)
  for (const leg of path)
    km[legs.mode[leg] as number] = (km[legs.mode[leg] as number] as number) + (legs.km[leg] as number)
  const onPath = modeNumber('path')
  return (km[onPath] as number) > 0 ? onPath : km.indexOf(Math.max(...km))
}

/** Legs that a generated route may have at most. */
const GENERATED_LEGS = 64

/** Room for a route that an organisation finds for a supply; the owner is the supply's id. */
interface Slot {
  readonly id: string
  readonly name: string
  readonly owner: string
}

/**
 * Slots for routes that organisations find: twice their number and two, so that loads still under way keep their route. The number
 * is the largest that any of these states of one scenario asks for.
 */
function slotsOf(states: readonly [Scenario, ...Scenario[]]): Slot[] {
  const [{ organisations, commodities, nodes }] = states
  return byId(organisations).flatMap(({ id, name, supply }) => {
    const count = Math.max(...states.map((state) => routesWantedBy(state, id)))
    const length = count === 0 ? 0 : 2 * count + 2
    return supply.flatMap(({ commodity, source }) => {
      const owner = `${id}/${commodity}/${source}`
      const [load, from] = [nameIn(commodities, commodity), nameIn(nodes, source)]
      return Array.from({ length }, (_, i) => ({
        id: `generated:${owner}/${String(i).padStart(2, '0')}`,
        name: text.map.foundRoute(name, load, from, i + 1),
        owner,
      }))
    })
  })
}

function nameIn(entries: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return entries.find((entry) => entry.id === id)?.name ?? id
}

function routesWantedBy(scenario: Scenario, organisation: string): number {
  return scenario.organisations.find(({ id }) => id === organisation)?.generatedRoutes.count ?? 0
}

function routesOf(scenario: Scenario, nodes: NodeSpec, legs: LegSpec, slots: readonly Slot[]): RouteSpec {
  const entries = byId(scenario.routes)
  const node = indexIn(nodes)
  const count = entries.length + slots.length
  const start = new Int32Array(count)
  const end = new Int32Array(count)
  const routeLegs: number[] = []
  const routeNodes: number[] = []
  const passage: number[] = []
  const modes: number[] = []
  for (const [r, route] of entries.entries()) {
    const wanted = route.mode === undefined ? -1 : modeNumber(route.mode)
    const places = route.nodes.map(node)
    const path = places.slice(1).map((to, i) => legBetween(legs, places[i] as number, to, wanted))
    for (const [i, place] of places.entries())
      passage.push(places.slice(0, i).filter((other) => other === place).length)
    start[r] = routeLegs.length
    routeLegs.push(...path)
    routeNodes.push(...places)
    modes.push(carriageOf(route, legs, path))
    end[r] = routeLegs.length
  }
  for (let slot = entries.length; slot < count; slot++) {
    start[slot] = routeLegs.length
    end[slot] = routeLegs.length
    const blank = new Array<number>(GENERATED_LEGS).fill(0)
    routeLegs.push(...blank)
    routeNodes.push(...blank, 0)
    passage.push(...blank, 0)
    modes.push(0)
  }
  return {
    ...entitiesOf([...entries, ...slots]),
    start,
    end,
    isGenerated: Uint8Array.from({ length: count }, (_, r) => (r < entries.length ? 0 : 1)),
    legs: Int32Array.from(routeLegs),
    nodes: Int32Array.from(routeNodes),
    passage: Int32Array.from(passage),
    mode: Uint8Array.from(modes),
    weight: Float64Array.from([...entries.map((route) => route.weight), ...slots.map(() => 1)]),
  }
}

/** Both directions of a corridor's legs count. */
function corridorsOf(scenario: Scenario, legs: LegSpec): CorridorSpec {
  const entries = byId(scenario.corridors)
  const runs = entries.map((corridor) =>
    legs.ids.flatMap((id, leg) => (corridor.legs.includes(id.replace(/:back$/, '')) ? [leg] : [])),
  )
  const start = new Int32Array(entries.length + 1)
  for (const [i, run] of runs.entries()) start[i + 1] = (start[i] as number) + run.length
  return { ...entitiesOf(entries), start, legs: Int32Array.from(runs.flat()) }
}

function commoditiesOf(scenario: Scenario, nodes: readonly NodeEntry[]): CommoditySpec {
  const entries = byId(scenario.commodities)
  type Values = (typeof entries)[number]['prices']
  const valueAt = (values: Values, node: NodeEntry) =>
    values.node[node.id] ?? values.country[node.country] ?? values.kind[node.kind] ?? Number.NaN
  const spread = (values: (entry: (typeof entries)[number], node: NodeEntry) => number) =>
    Float64Array.from(entries.flatMap((entry) => nodes.map((node) => values(entry, node))))
  return {
    ...entitiesOf(entries),
    detectionFactor: Float64Array.from(entries, (entry) => entry.detectionFactor),
    priceUsdPerKg: spread((entry, node) => valueAt(entry.prices, node)),
    isElastic: Uint8Array.from(entries, (entry) => (entry.market.model === 'elastic' ? 1 : 0)),
    slope: Float64Array.from(entries, (entry) => entry.market.slope),
    lowest: Float64Array.from(entries, (entry) => entry.market.lowest),
    highest: Float64Array.from(entries, (entry) => entry.market.highest),
    demandKgPerDay: spread((entry, node) => entry.market.demandKgPerDay[node.id] ?? Number.NaN),
    purity: spread((entry, node) => valueAt(entry.purity, node)),
  }
}

/** Kind, two parameters and mean of a load distribution, in kg. */
function loadRow(load: LoadEntry): readonly [kind: number, a: number, b: number, mean: number] {
  const kind = LOAD_KINDS.indexOf(load.kind)
  switch (load.kind) {
    case 'fixed':
      return [kind, load.kg, 0, load.kg]
    case 'uniform':
      return [kind, load.minKg, load.maxKg, (load.minKg + load.maxKg) / 2]
    case 'lognormal':
      return [kind, load.meanKg, load.variation, load.meanKg]
  }
}

function organisationsOf(scenario: Scenario): OrganisationSpec {
  const entries = byId(scenario.organisations)
  const alliances = [...new Set(entries.flatMap((entry) => entry.alliance ?? []))].sort()
  const numbers = (value: (entry: (typeof entries)[number]) => number) => Float64Array.from(entries, value)
  return {
    ...entitiesOf(entries),
    alliance: Int32Array.from(entries, (entry) =>
      entry.alliance === undefined ? -1 : alliances.indexOf(entry.alliance),
    ),
    crews: Int32Array.from(entries, (entry) => entry.crews),
    returnDays: Int32Array.from(entries, (entry) => entry.returnDays),
    sealedShare: numbers((entry) => entry.sealedShare),
    riskAversion: numbers((entry) => entry.riskAversion),
    logitScale: numbers((entry) => entry.logitScale),
    holdingCost: numbers((entry) => entry.holdingCost),
    bribeOfferUsd: numbers((entry) => entry.bribeOffer),
    knowsTrueOdds: Uint8Array.from(entries, (entry) => (entry.learning.information === 'true-odds' ? 1 : 0)),
    priorOdds: numbers((entry) => entry.learning.priorOdds),
    priorWeight: numbers((entry) => entry.learning.priorWeight),
    memoryDays: numbers((entry) => entry.learning.memoryDays),
    sharing: numbers((entry) => entry.learning.sharing),
    protectionBudgetUsd: numbers((entry) => entry.protectionBudget),
    replaceSeizures: numbers((entry) => entry.replaceSeizures),
    generatedCount: Int32Array.from(entries, (entry) => entry.generatedRoutes.count),
    replanDays: Int32Array.from(entries, (entry) => entry.generatedRoutes.replanDays),
  }
}

function suppliesOf(
  scenario: Scenario,
  spec: Pick<ModelSpec, 'nodes' | 'commodities' | 'organisations' | 'routes'>,
  slots: readonly Slot[],
) {
  const [node, commodity, organisation, route] = [
    spec.nodes,
    spec.commodities,
    spec.organisations,
    spec.routes,
  ].map(indexIn) as [
    (id: string) => number,
    (id: string) => number,
    (id: string) => number,
    (id: string) => number,
  ]
  const entries = byId(
    scenario.organisations.flatMap((owner) =>
      owner.supply.map((supply) => ({
        ...supply,
        owner,
        id: `${owner.id}/${supply.commodity}/${supply.source}`,
      })),
    ),
  )
  const loads = entries.flatMap(({ owner, loads }) =>
    MODE_NAMES.map((mode) => loadRow(loads?.[mode] ?? owner.loads[mode])),
  )
  const candidateStart = new Int32Array(entries.length + 1)
  const candidateSupply: number[] = []
  const candidateRoute: number[] = []
  for (const [s, supply] of entries.entries()) {
    const source = node(supply.source)
    const listed = supply.owner.routes
      .map(route)
      .filter((r) => spec.routes.nodes[(spec.routes.start[r] as number) + r] === source)
    const own = slots.filter((slot) => slot.owner === supply.id)
    for (const r of [...listed.sort((a, b) => a - b), ...own.map((slot) => route(slot.id))]) {
      candidateSupply.push(s)
      candidateRoute.push(r)
    }
    candidateStart[s + 1] = candidateRoute.length
  }
  const supplies: SupplySpec = {
    keys: keysOf(entries.map((entry) => entry.id)),
    organisation: Int32Array.from(entries, (entry) => organisation(entry.owner.id)),
    commodity: Int32Array.from(entries, (entry) => commodity(entry.commodity)),
    source: Int32Array.from(entries, (entry) => node(entry.source)),
    kgPerDay: Float64Array.from(entries, (entry) => entry.kgPerDay),
    yearlyGrowth: Float64Array.from(entries, (entry) => entry.yearlyGrowth),
    initialStockDays: Float64Array.from(entries, (entry) => entry.initialStockDays),
    loadKind: Uint8Array.from(loads, (load) => load[0]),
    loadA: Float64Array.from(loads, (load) => load[1]),
    loadB: Float64Array.from(loads, (load) => load[2]),
    loadMeanKg: Float64Array.from(loads, (load) => load[3]),
    candidateStart,
  }
  return {
    supplies,
    candidates: {
      supply: Int32Array.from(candidateSupply),
      route: Int32Array.from(candidateRoute),
      organisation: Int32Array.from(candidateSupply, (s) => supplies.organisation[s] as number),
      commodity: Int32Array.from(candidateSupply, (s) => supplies.commodity[s] as number),
    },
  }
}

/** Day of the run of a date; `otherwise` where there is none. */
function dayOf(scenario: Scenario, date: string | undefined, otherwise: number): number {
  if (date === undefined) return otherwise
  return (parseIsoDate(date) ?? 0) - (parseIsoDate(scenario.startDate) ?? 0)
}

const LAST_DAY = 2_000_000_000

function processingOf(
  scenario: Scenario,
  node: (id: string) => number,
  commodity: (id: string) => number,
): ProcessingSpec {
  const entries = byId(scenario.processingSites)
  return {
    ...entitiesOf(entries),
    node: Int32Array.from(entries, (site) => node(site.node)),
    input: Int32Array.from(entries, (site) => commodity(site.input)),
    output: Int32Array.from(entries, (site) => commodity(site.output)),
    yieldShare: Float64Array.from(entries, (site) => site.yieldShare),
    fromDay: Int32Array.from(entries, (site) => dayOf(scenario, site.from, 0)),
    untilDay: Int32Array.from(entries, (site) => dayOf(scenario, site.until, LAST_DAY)),
  }
}

function teamsOf(scenario: Scenario, node: (id: string) => number): TeamSpec {
  const entries = byId(scenario.teams)
  const places = entries.flatMap((team) => [...team.places].sort(byPlace))
  const placeStart = new Int32Array(entries.length + 1)
  for (const [g, team] of entries.entries())
    placeStart[g + 1] = (placeStart[g] as number) + team.places.length
  return {
    ...entitiesOf(entries),
    count: Int32Array.from(entries, (team) => team.count),
    placement: Uint8Array.from(entries, (team) => PLACEMENTS.indexOf(team.placement)),
    reviewDays: Int32Array.from(entries, (team) => team.reviewDays),
    memoryDays: Float64Array.from(entries, (team) => team.memoryDays),
    explorationShare: Float64Array.from(entries, (team) => team.explorationShare),
    costCentsPerDay: Float64Array.from(entries, (team) =>
      Math.floor((team.count * team.costPerMonth * 100) / DAYS_A_MONTH + 0.5),
    ),
    placeStart,
    placeNode: Int32Array.from(places, (place) => node(place.node)),
    placeDetection: Float64Array.from(places, (place) => place.detection),
    placeWeight: Float64Array.from(places, (place) => place.weight),
  }
}

function operationsOf(scenario: Scenario, node: (id: string) => number): OperationSpec {
  const entries = byId(scenario.operations)
  return {
    ...entitiesOf(entries),
    isEnabled: Uint8Array.from(entries, (operation) => (operation.enabled ? 1 : 0)),
    node: Int32Array.from(entries, (operation) => node(operation.node)),
    fromDay: Int32Array.from(entries, (operation) => dayOf(scenario, operation.from, 0)),
    untilDay: Int32Array.from(entries, (operation) => dayOf(scenario, operation.from, 0) + operation.days),
    detection: Float64Array.from(entries, (operation) => operation.detection),
    leak: Float64Array.from(entries, (operation) => operation.leak),
    costCents: Float64Array.from(entries, (operation) => Math.floor(operation.costUsd * 100 + 0.5)),
  }
}
