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
   * Simulate up to `days` more days, stopping at the horizon, and send a frame for each. `digests` says which
   * frames hold a digest, which can take as long as simulating the day.
   */
  advance: { readonly days: number; readonly digests: 'each' | 'last' | 'none' }
  /** Go to the end of day `day`, exactly, and send its picture: earlier days by snapshot and replay. */
  seek: { readonly day: number }
  /**
   * Give the run other segments of the same structure. Days up to `shared` stay as they are; later ones are
   * forgotten. Nothing is sent: the page then seeks the day on which it goes on.
   */
  replace: { readonly segments: Segments; readonly shared: number }
  /** Send the digest of a day that has been computed. */
  digest: { readonly day: number }
  /** Send all facts of one shipment so far; on `day` it was under way or left. */
  story: { readonly shipment: ShipmentKey; readonly day: number }
}

/** What the worker sends, by type. */
interface Answers {
  frame: { readonly frame: DayFrame }
  /** A long replay has reached the end of `day`. */
  progress: { readonly day: number }
  digest: { readonly day: number; readonly digest: string }
  /** All facts of the shipment in the first `days` days; empty when the run has no such shipment. */
  story: { readonly shipment: ShipmentKey; readonly days: number; readonly facts: readonly Fact[] }
  /** The run cannot go on after `day`; what was sent before stays valid. */
  failed: { readonly day: number; readonly message: string }
}

/** Every answer carries the `generation` of its message; the page ignores answers of older generations. */
type Messages<Contents, K extends keyof Contents> = {
  [P in K]: { readonly type: P; readonly generation: number } & Contents[P]
}[K]

export type ToRunWorker<K extends keyof Asks = keyof Asks> = Messages<Asks, K>
export type FromRunWorker<K extends keyof Answers = keyof Answers> = Messages<Answers, K>

/** Ends the answers to one message; the page counts these to notice silence. */
export interface Answered {
  readonly type: 'answered'
}
