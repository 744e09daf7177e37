/** Types of the watched run: its state, what it tells its listeners, and what it needs. */
import type { DayFrame, RunRecord } from '../analysis'
import type { EventLog, ModelSpec, ShipmentView } from '../engine'
import type { Scenario } from '../scenario'
import type { Origin, Store } from '../store'
import type { Loss, PortListener, RenewablePort } from '../workers'
import type { Following } from './following'
import type { Player } from './player'
import type { UnderWay } from './shipments'

export interface RunListener {
  /** From now on the run is of another scenario. */
  onScenario(change: ScenarioChange): void
  /** The picture starts anew from the shipments in flight at the end of `day`. */
  onPicture(shipments: ShipmentView, day: number): void
  /** The clock enters a day with these events. */
  onDay(events: EventLog): void
  /** The run has arrived, and its clock stands at `time`, in days. */
  onTime(time: number): void
  /** Anything to show may have changed. */
  onChange(): void
}

export interface ScenarioChange {
  /** Another document, other parts of the same one, or other values of the same parts. */
  readonly kind: 'opened' | 'rebuilt' | 'edited'
  readonly origin: Origin
  readonly scenario: Scenario
  readonly spec: ModelSpec
}

/** Why no day follows: the model refused to go on, or its worker is lost or does not answer. */
export interface Failure {
  readonly kind: 'refused' | Loss | 'silent'
  /** What the model or the browser says about it; often nothing. */
  readonly reason: string
  /** The last day that was computed. */
  readonly day: number
}

export interface RunOptions {
  readonly store: Store
  /** Opens a port to the worker that computes the run. */
  readonly openPort: (listener: PortListener) => RenewablePort
  /** Calls `task` after a delay; the returned function cancels that. */
  readonly after: (milliseconds: number, task: () => void) => () => void
  /** Whether a scenario starts to play when it is opened. */
  readonly startsPlaying: () => boolean
}

export interface Run {
  readonly player: Player
  /** What the current scenario compiles to. */
  readonly spec: ModelSpec | undefined
  /** What the run is simulated under on the current day. */
  readonly specToday: ModelSpec | undefined
  /** The record to show: the former one while a new one is under way. */
  readonly record: RunRecord | undefined
  /** Days of the record that the clock has reached. */
  readonly known: number
  /** The last complete frame, also while another day is under way. */
  readonly frame: DayFrame | undefined
  /** The run is on the wanted day. */
  readonly hasArrived: boolean
  /** All that is shown belongs to one day of the current scenario. */
  readonly isWhole: boolean
  /** All that is shown belongs to one day, if only of the scenario as it was before. */
  readonly isOfOneDay: boolean
  /** Another day or an edited scenario is still being computed. */
  readonly isBehind: boolean
  /** Set from a failure on until the run goes on. */
  readonly failure: Failure | undefined
  readonly following: Following
  subscribe(listener: Partial<RunListener>): void
  /** Begins the run of the scenario in the store, and keeps in step with it from then on. */
  start(): void
  /** Shipments under way at the end of the current day, the next to arrive first. */
  shipments(): readonly UnderWay[]
  /** Replaces the worker and computes the run up to `day`, by default the day that was wanted. */
  startAgain(day?: number): void
  /** Moves the clock to this time of the page, in milliseconds; returns where it stands, in days. */
  tick(now: number): number
}
