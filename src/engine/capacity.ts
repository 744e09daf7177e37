/** Capacity: how much a run can hold, and the refusal of one that asks for more. */

/** Limits of what a run holds, whatever the scenario. */
export const CAPACITY = {
  /** Shipments under way at one time: 640 MB of records. */
  shipments: 20_000_000,
  /** The same in a watched run, whose shipments are all sent, drawn and listed one by one. */
  watched: 300_000,
  /** Grams that one supply has brought since the start: whole numbers are exact up to here. */
  grams: Number.MAX_SAFE_INTEGER,
} as const

/** Raised on the day on which a run would hold more than `CAPACITY` allows. */
export class CapacityError extends Error {
  override readonly name = 'CapacityError'

  constructor(
    readonly kind: keyof typeof CAPACITY,
    /** Day of the run, counted from 0. */
    readonly day: number,
    /** Name of the organisation that asks for more. */
    readonly organisation: string,
  ) {
    super(`more ${kind} than a run can hold, on day ${day}, for ${organisation}`)
  }
}
