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

export type ToRunWorker =
  /** Build a new world at day 0. `generation` tags every answer; answers of older generations are to be ignored. */
  | { type: 'load'; generation: number; segments: Segments; seed: string }
  /** Simulate up to `days` more days (stops at the horizon) and post one frame per day. */
  | { type: 'advance'; generation: number; days: number }
  /** Go to the end of day `day`, exactly: earlier days by snapshot and replay. */
  | { type: 'seek'; generation: number; day: number }
  /**
   * Give the run other segments of the same structure. What is known up to the end of day
   * `shared` stays true; the rest is forgotten. Answers nothing: the page seeks where it wants to go on.
   */
  | { type: 'replace'; generation: number; segments: Segments; shared: number }
  /** Tell what has happened to one shipment so far; on day `day` it was under way, or left. */
  | { type: 'story'; generation: number; shipment: ShipmentKey; day: number }

export type FromRunWorker =
  | { type: 'frame'; generation: number; frame: DayFrame }
  /** How far the run has come on a way that takes long: it stands at the end of `day`. */
  | { type: 'progress'; generation: number; day: number }
  /** All facts of the shipment in the first `days` days of the run; none when the run has no such shipment. */
  | { type: 'story'; generation: number; shipment: ShipmentKey; days: number; facts: readonly Fact[] }
  /** The run cannot go on from the end of `day`; what was sent before stays true. */
  | { type: 'failed'; generation: number; day: number; message: string }

/** Ends the answers to one message; the page counts these, so that silence is noticed. */
export interface Answered {
  type: 'answered'
}
