/** Messages between the page and the worker that owns the watched run. Plain data only. */
import type { DayFrame } from '../analysis'
import type { Fact, ModelSpec, ShipmentKey } from '../engine'

/** From the end of day `fromDay` on, the run is simulated under `spec`. */
export interface Segment {
  readonly fromDay: number
  readonly spec: ModelSpec
}

/** What a run is simulated under, by day; the first from day 0. */
export type Segments = readonly [Segment, ...Segment[]]

/** What the page asks, by type. */
interface Asks {
  /** Build a new world and send the picture of day 0. */
  load: { readonly segments: Segments; readonly seed: string }
  /**
   * Simulate up to `days` more days, stopping at the horizon, and send a frame for each. `digests` says which of them
   * hold a digest: it takes longer than many a day.
   */
  advance: { readonly days: number; readonly digests: 'each' | 'last' | 'none' }
  /** Go to the end of day `day`, exactly, and send its picture: earlier days by snapshot and replay. */
  seek: { readonly day: number }
  /**
   * Give the run other segments of the same structure. What is known up to the end of day `shared` stays true; the rest
   * is forgotten. Nothing is sent: the page seeks where it wants to go on.
   */
  replace: { readonly segments: Segments; readonly shared: number }
  /** Send the digest of a day that has been computed. */
  digest: { readonly day: number }
  /** Send what has happened to one shipment so far; on day `day` it was under way, or left. */
  story: { readonly shipment: ShipmentKey; readonly day: number }
}

/** What the worker sends, by type. */
interface Answers {
  frame: { readonly frame: DayFrame }
  /** How far the run has come on a way that takes long: it stands at the end of `day`. */
  progress: { readonly day: number }
  digest: { readonly day: number; readonly digest: string }
  /** All facts of the shipment in the first `days` days of the run; none when the run has no such shipment. */
  story: { readonly shipment: ShipmentKey; readonly days: number; readonly facts: readonly Fact[] }
  /** The run cannot go on from the end of `day`; what was sent before stays true. */
  failed: { readonly day: number; readonly message: string }
}

/** `generation` tags every answer to a message; answers of older generations are to be ignored. */
type Messages<Contents, K extends keyof Contents> = {
  [P in K]: { readonly type: P; readonly generation: number } & Contents[P]
}[K]

export type ToRunWorker<K extends keyof Asks = keyof Asks> = Messages<Asks, K>
export type FromRunWorker<K extends keyof Answers = keyof Answers> = Messages<Answers, K>

/** Ends the answers to one message; the page counts these, so that silence is noticed. */
export interface Answered {
  readonly type: 'answered'
}
