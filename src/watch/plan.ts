/** Plan: what the watched run is simulated under, compiled from the document of the store. */
import { type ModelSpec, specOn } from '../engine'
import { type Scenario, specOf } from '../scenario'
import type { Course, Origin, State } from '../store'
import type { Segments } from '../workers'

export interface Plan {
  readonly origin: Origin
  readonly scenario: Scenario
  readonly course: Course
  /** What the course compiles to, by day. */
  readonly segments: Segments
  /** What the current scenario compiles to: the last of the segments. */
  readonly spec: ModelSpec
}

/** Throws when a scenario of the course cannot be compiled. */
export function planOf({ origin, scenario, course }: NonNullable<State['document']>): Plan {
  const [first, ...later] = course
  const segment = ({ fromDay, scenario: then }: Course[number]) => ({ fromDay, spec: specOf(then) })
  const segments: Segments = [segment(first), ...later.map(segment)]
  return { origin, scenario, course, segments, spec: (segments.at(-1) ?? segments[0]).spec }
}

/** The parameters of a day, with the changes of the course and the events of the scenario. */
export function specOfDay({ segments }: Plan, day: number): ModelSpec {
  return specOn((segments.findLast(({ fromDay }) => fromDay <= day) ?? segments[0]).spec, day)
}
