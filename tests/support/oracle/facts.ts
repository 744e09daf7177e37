/** Facts of a run: what the ledger writes down and the recount adds up. */

/** Indices are those of the spec, -1 where there is none. */
export interface Fact {
  readonly kind: FactKind
  readonly day: number
  readonly candidate: number
  readonly commodity: number
  /** Of the load at that moment; what it lost, when it is processed. */
  readonly grams: number
  readonly leg: number
  /** The leg that the load came over, of one that enters the next. */
  readonly before: number
  readonly checkpoint: number
  readonly node: number
  readonly supply: number
  readonly organisation: number
  readonly cents: number
  /** Since dispatch. */
  readonly hours: number
}

export const KINDS = [
  'supplied',
  'dispatched',
  'entered', // a leg
  'arrived', // over a leg, before the checkpoints at its end
  'crossed',
  'inspected',
  'detected',
  'bribed',
  'seized', // at a checkpoint, or by a patrol where `checkpoint` is -1
  'processed',
  'delivered',
  'sold', // all that a market took of a commodity on a day
  'retained',
  'exposed',
  'paid', // by the public
] as const
export type FactKind = (typeof KINDS)[number]

/** A fact of nothing, to be filled in. */
export const NOTHING: Omit<Fact, 'kind' | 'day'> = {
  candidate: -1,
  commodity: -1,
  grams: 0,
  leg: -1,
  before: -1,
  checkpoint: -1,
  node: -1,
  supply: -1,
  organisation: -1,
  cents: 0,
  hours: 0,
}
