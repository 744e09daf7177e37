/** Page state: all that the page shows at one moment, as one record. */
import type { DayFrame, RunRecord } from '../analysis'
import type { Fact, ModelSpec } from '../engine'
import type { Scenario } from '../scenario'
import type { Course, Selection, Settings, Store } from '../store'
import type { Run, UnderWay } from '../watch'

export interface PageState {
  /** Time of the page, in milliseconds. */
  readonly now: number
  readonly scenario: Scenario
  readonly course: Course
  readonly settings: Settings
  readonly selection: Selection | undefined
  /** What the scenario compiles to. */
  readonly spec: ModelSpec
  /** What the run is simulated under on the day on show. */
  readonly specToday: ModelSpec
  /** Present moment of the run in days, and its day. */
  readonly time: number
  readonly day: number
  readonly horizon: number
  readonly isPlaying: boolean
  /** The record and the last complete frame: those of the former run while a new one is under way. */
  readonly record: RunRecord | undefined
  readonly frame: DayFrame | undefined
  /** Days of the record that the clock has reached. */
  readonly known: number
  /** Whether everything shown belongs to one day of this scenario. */
  readonly isWhole: boolean
  /** Whether everything shown belongs to one day, possibly of an earlier state of the scenario. */
  readonly isOfOneDay: boolean
  /** Facts of the followed shipment, once they are known. */
  readonly story: readonly Fact[] | undefined
  /** Shipments under way at the end of the day, the next to arrive first. */
  readonly shipments: () => readonly UnderWay[]
}

/** A state of which there are results to show. */
export interface Results extends PageState {
  readonly record: RunRecord
  readonly frame: DayFrame
}

/** The state of this moment; undefined until a scenario is open and can be computed. */
export function stateOf(store: Store, run: Run, now: number): PageState | undefined {
  const { document: open, selection, settings } = store.get()
  const { spec, specToday = spec, record, frame, known, isWhole, shipments, player } = run
  if (open === undefined || spec === undefined || specToday === undefined) return undefined
  const { scenario, course } = open
  const isOfOneDay = isWhole || run.isOfOneDay
  const { time, day, horizon, playing: isPlaying } = player
  const { facts: story } = run.following
  return {
    ...{ now, scenario, course, settings, selection, spec, specToday, time, day, horizon, isPlaying },
    ...{ record, frame, known, isWhole, isOfOneDay, story, shipments },
  }
}

/** Whether all of one day of this scenario is there to be shown. */
export function hasResults(state: PageState): state is Results {
  return state.isWhole && state.record !== undefined && state.frame !== undefined
}
