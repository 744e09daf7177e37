/**
 * Trade: commodities, organisations, their supplies with the routes that each may take, and processing sites.
 */
import {
  type CommoditySpec,
  LOAD_KINDS,
  MODE_NAMES,
  type ModelSpec,
  type OrganisationSpec,
  type ProcessingSpec,
  type SupplySpec,
} from '../../engine'
import { ownValue, placedValue } from '../entries'
import type { LoadEntry, NodeEntry, Scenario } from '../schema'
import { copied, tableOf } from './columns'
import { dayOf } from './days'
import { byId, entitiesOf, indexIn, keysOf } from './entities'
import type { Slot } from './slots'

const LAST_DAY = 2_000_000_000

export function commoditiesOf(scenario: Scenario, nodes: readonly NodeEntry[]): CommoditySpec {
  const entries = byId(scenario.commodities)
  const spread = (values: (entry: (typeof entries)[number], node: NodeEntry) => number) =>
    Float64Array.from(entries.flatMap((entry) => nodes.map((node) => values(entry, node))))
  return {
    ...entitiesOf(entries),
    detectionFactor: Float64Array.from(entries, (entry) => entry.detectionFactor),
    priceUsdPerKg: spread((entry, node) => placedValue<number>(entry.prices, node) ?? Number.NaN),
    isElastic: Uint8Array.from(entries, (entry) => (entry.market.model === 'elastic' ? 1 : 0)),
    slope: Float64Array.from(entries, (entry) => entry.market.slope),
    lowest: Float64Array.from(entries, (entry) => entry.market.lowest),
    highest: Float64Array.from(entries, (entry) => entry.market.highest),
    demandKgPerDay: spread((entry, node) => ownValue(entry.market.demandKgPerDay, node.id) ?? Number.NaN),
    purity: spread((entry, node) => placedValue<number>(entry.purity, node) ?? Number.NaN),
  }
}

export function organisationsOf(scenario: Scenario): OrganisationSpec {
  const entries = byId(scenario.organisations)
  const alliances = [...new Set(entries.flatMap((entry) => entry.alliance ?? []))].sort()
  const numbers = (value: (entry: (typeof entries)[number]) => number) => Float64Array.from(entries, value)
  const plain = copied('sealedShare', 'riskAversion', 'logitScale', 'holdingCost', 'replaceSeizures')
  return {
    ...entitiesOf(entries),
    ...tableOf(plain, entries),
    alliance: Int32Array.from(entries, (entry) =>
      entry.alliance === undefined ? -1 : alliances.indexOf(entry.alliance),
    ),
    crews: Int32Array.from(entries, (entry) => entry.crews),
    returnDays: Int32Array.from(entries, (entry) => entry.returnDays),
    bribeOfferUsd: numbers((entry) => entry.bribeOffer),
    knowsTrueOdds: Uint8Array.from(entries, (entry) => (entry.learning.information === 'true-odds' ? 1 : 0)),
    priorOdds: numbers((entry) => entry.learning.priorOdds),
    priorWeight: numbers((entry) => entry.learning.priorWeight),
    memoryDays: numbers((entry) => entry.learning.memoryDays),
    sharing: numbers((entry) => entry.learning.sharing),
    protectionBudgetUsd: numbers((entry) => entry.protectionBudget),
    generatedCount: Int32Array.from(entries, (entry) => entry.generatedRoutes.count),
    replanDays: Int32Array.from(entries, (entry) => entry.generatedRoutes.replanDays),
  }
}

export function suppliesOf(
  scenario: Scenario,
  spec: Pick<ModelSpec, 'nodes' | 'commodities' | 'organisations' | 'routes'>,
  slots: readonly Slot[],
) {
  const node = indexIn(spec.nodes)
  const commodity = indexIn(spec.commodities)
  const organisation = indexIn(spec.organisations)
  const route = indexIn(spec.routes)
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
  const slotsOfOwner = new Map<string, Slot[]>()
  for (const slot of slots) {
    const beside = slotsOfOwner.get(slot.owner)
    if (beside === undefined) slotsOfOwner.set(slot.owner, [slot])
    else beside.push(slot)
  }
  const candidateStart = new Int32Array(entries.length + 1)
  const candidateSupply: number[] = []
  const candidateRoute: number[] = []
  for (const [s, supply] of entries.entries()) {
    const source = node(supply.source)
    const listed = supply.owner.routes
      .map(route)
      .filter((r) => spec.routes.nodes[(spec.routes.start[r] ?? -1) + r] === source)
    const own = slotsOfOwner.get(supply.id) ?? []
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
    ...tableOf(copied('kgPerDay', 'yearlyGrowth', 'initialStockDays'), entries),
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
      organisation: Int32Array.from(candidateSupply, (s) => supplies.organisation[s] ?? -1),
      commodity: Int32Array.from(candidateSupply, (s) => supplies.commodity[s] ?? -1),
    },
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

export function processingOf(
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
