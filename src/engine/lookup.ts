/** Lookup: single entries of a spec, for readers that need only a few. Indices are those of the spec. */
import type { NetworkSpec } from './routes'
import { MODE_NAMES, type ModelSpec } from './spec'
import type { ShipmentView } from './view'

export interface NodeEntry {
  readonly id: string
  readonly name: string
  readonly country: string
}

export function nodeAt({ nodes }: NetworkSpec, node: number): NodeEntry {
  return { id: nodes.ids[node], name: nodes.names[node], country: nodes.countries[node] }
}

export interface LegEntry {
  /** Directed: from one node to another. */
  readonly from: number
  readonly to: number
  readonly mode: (typeof MODE_NAMES)[number]
  readonly km: number
}

export function legAt({ legs }: NetworkSpec, leg: number): LegEntry {
  return { from: legs.from[leg], to: legs.to[leg], mode: MODE_NAMES[legs.mode[leg]], km: legs.km[leg] }
}

/** Whose goods a candidate moves, by which route. */
export interface CandidateEntry {
  readonly organisation: number
  readonly commodity: number
  readonly route: number
  readonly organisationName: string
  readonly commodityName: string
  readonly routeName: string
}

export function candidateAt(spec: ModelSpec, candidate: number): CandidateEntry {
  const { candidates, organisations, commodities, routes } = spec
  const organisation = candidates.organisation[candidate]
  const commodity = candidates.commodity[candidate]
  const route = candidates.route[candidate]
  return {
    organisation,
    commodity,
    route,
    organisationName: organisations.names[organisation],
    commodityName: commodities.names[commodity],
    routeName: routes.names[route],
  }
}

export interface CheckpointEntry {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly node: number
  /** Officers present and required. */
  readonly staff: number
  readonly requiredStaff: number
  /** USD per month. */
  readonly officerSalary: number
  /** Share of vehicles that are scanned while there is power, in [0, 1]. */
  readonly scannerCoverage: number
  readonly powerAvailability: number
  readonly corruptionRate: number
}

export function checkpointAt({ checkpoints }: ModelSpec, k: number): CheckpointEntry {
  return {
    id: checkpoints.ids[k],
    name: checkpoints.names[k],
    country: checkpoints.countries[k],
    node: checkpoints.node[k],
    staff: checkpoints.staff[k],
    requiredStaff: checkpoints.requiredStaff[k],
    officerSalary: checkpoints.officerSalary[k],
    scannerCoverage: checkpoints.scannerCoverage[k],
    powerAvailability: checkpoints.powerAvailability[k],
    corruptionRate: checkpoints.corruptionRate[k],
  }
}

/** What a shipment in flight carries, on which leg and when, in hours since the start of the run. */
export interface FlightEntry {
  readonly leg: number
  readonly departAt: number
  readonly arriveAt: number
  readonly candidate: number
  readonly grams: number
}

export function flightAt(shipments: ShipmentView, row: number): FlightEntry {
  return {
    leg: shipments.leg[row],
    departAt: shipments.departAt[row],
    arriveAt: shipments.arriveAt[row],
    candidate: shipments.candidate[row],
    grams: shipments.grams[row],
  }
}
