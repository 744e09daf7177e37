/** Counters: running totals since the start of a run. All are whole (shipments, grams, cents, hours) (D2). */
import type { ModelSpec } from './spec'

/** Kinds of public cost. */
export const COSTS = ['pay', 'teams', 'operations', 'interventions'] as const

export interface Counters {
  /** Per candidate (supply x route). */
  readonly dispatched: Float64Array
  readonly dispatchedGrams: Float64Array
  readonly delivered: Float64Array
  readonly deliveredGrams: Float64Array
  readonly seized: Float64Array
  readonly seizedGrams: Float64Array
  /** Hours under way of the delivered shipments, dwell and waiting included. */
  readonly transitHours: Float64Array
  /** Per candidate: bribes paid, in US cents. */
  readonly bribeCents: Float64Array
  /** Per checkpoint. */
  readonly crossings: Float64Array
  readonly inspections: Float64Array
  readonly detections: Float64Array
  readonly seizures: Float64Array
  readonly checkpointBribeCents: Float64Array
  /** `[checkpoint * commodityCount + commodity]`. */
  readonly checkpointSeizedGrams: Float64Array
  /** `[node * commodityCount + commodity]`, non-zero at markets. */
  readonly marketGrams: Float64Array
  /** US cents earned, same layout. */
  readonly revenueCents: Float64Array
  /** Per node: seizures by patrols; and grams, `[node * commodityCount + commodity]`. */
  readonly patrolSeizures: Float64Array
  readonly patrolSeizedGrams: Float64Array
  /** Per candidate: grams lost in processing. */
  readonly processedLossGrams: Float64Array
  /** Per organisation: paid for bought checkpoints, US cents. Per checkpoint: deals that audits exposed. */
  readonly protectionCents: Float64Array
  readonly exposures: Float64Array
  /** Per supply: shipments that the bribe market kept at home. */
  readonly declined: Float64Array
  /** Per directed leg: shipments and grams that entered it. */
  readonly legShipments: Float64Array
  readonly legGrams: Float64Array
  /** Grams that reached the end of each directed leg, `[leg * commodityCount + commodity]`. */
  readonly arrivedGrams: Float64Array
  /** What enforcement has cost, US cents, per entry of `COSTS`. */
  readonly costCents: Float64Array
  /** Per supply: grams that reached the stock, the initial stock included. */
  readonly suppliedGrams: Float64Array
}

/** The counters per candidate. */
export const BY_CANDIDATE = [
  'dispatched',
  'dispatchedGrams',
  'delivered',
  'deliveredGrams',
  'seized',
  'seizedGrams',
  'transitHours',
  'bribeCents',
  'processedLossGrams',
] as const satisfies readonly (keyof Counters)[]

/** The same counters as they are now, to be kept. */
export function copyOfCounters(counters: Counters): Counters {
  const copy: Record<keyof Counters, Float64Array> = { ...counters }
  for (const name of Object.keys(counters) as (keyof Counters)[]) copy[name] = counters[name].slice()
  return copy
}

export function createCounters(spec: ModelSpec): Counters {
  const candidates = spec.candidates.route.length
  const checkpoints = spec.checkpoints.ids.length
  const commodities = spec.commodities.ids.length
  const zeros = (length: number) => new Float64Array(length)
  return {
    dispatched: zeros(candidates),
    dispatchedGrams: zeros(candidates),
    delivered: zeros(candidates),
    deliveredGrams: zeros(candidates),
    seized: zeros(candidates),
    seizedGrams: zeros(candidates),
    transitHours: zeros(candidates),
    bribeCents: zeros(candidates),
    crossings: zeros(checkpoints),
    inspections: zeros(checkpoints),
    detections: zeros(checkpoints),
    seizures: zeros(checkpoints),
    checkpointBribeCents: zeros(checkpoints),
    checkpointSeizedGrams: zeros(checkpoints * commodities),
    marketGrams: zeros(spec.nodes.ids.length * commodities),
    revenueCents: zeros(spec.nodes.ids.length * commodities),
    patrolSeizures: zeros(spec.nodes.ids.length),
    patrolSeizedGrams: zeros(spec.nodes.ids.length * commodities),
    processedLossGrams: zeros(candidates),
    protectionCents: zeros(spec.organisations.ids.length),
    exposures: zeros(checkpoints),
    declined: zeros(spec.supplies.organisation.length),
    legShipments: zeros(spec.legs.ids.length),
    legGrams: zeros(spec.legs.ids.length),
    arrivedGrams: zeros(spec.legs.ids.length * commodities),
    costCents: zeros(COSTS.length),
    suppliedGrams: zeros(spec.supplies.organisation.length),
  }
}
