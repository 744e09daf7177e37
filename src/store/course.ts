/**
 * Course: what the watched run is made of: the scenario of its start, and those under which it goes on from
 * later days (D13).
 */
import { structureOf } from '../engine'
import { differencesBetween, type Scenario, type SettingChange, specOf, standsAlone } from '../scenario'
import { changesText, placeWords } from '../words'

/** From the end of day `fromDay` on, the run uses `scenario`. */
export interface CourseSegment {
  readonly fromDay: number
  readonly scenario: Scenario
}

/** Segments by day, the first from day 0; the last uses the current scenario. */
export type Course = readonly [CourseSegment, ...CourseSegment[]]

/** A change in the course of a run. */
export interface CourseChange {
  readonly day: number
  /** What changes, in words: one line for each kind of value. */
  readonly lines: readonly string[]
}

/** A run under one scenario from its start. */
export function wholeCourse(scenario: Scenario): Course {
  return [{ fromDay: 0, scenario }]
}

/**
 * The course that goes on under another scenario from the end of `day`: what it had planned for later days is
 * dropped. On day 0, and where the scenario has other parts, another start or another seed, the run begins
 * anew.
 */
export function continuedCourse(course: Course, scenario: Scenario, day: number): Course {
  const last = course.findLast(({ fromDay }) => fromDay < day)
  const goesOn = last !== undefined && mayFollow(last.scenario, scenario)
  return goesOn ? extendedCourse(course, scenario, day) : wholeCourse(scenario)
}

/** As `continuedCourse`, where the scenario is known to have the same parts, start and seed. */
export function extendedCourse([first, ...later]: Course, scenario: Scenario, day: number): Course {
  if (day <= 0) return wholeCourse(scenario)
  const kept = later.filter(({ fromDay }) => fromDay < day)
  const last = kept.at(-1) ?? first
  return isSame(last.scenario, scenario) ? [first, ...kept] : [first, ...kept, { fromDay: day, scenario }]
}

/** The last day up to which both courses are the same run; infinity where they are the same throughout. */
export function sharedDays(a: Course, b: Course): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [one, other] = [a[i], b[i]]
    const isShared = one?.fromDay === other?.fromDay && one && other && isSame(one.scenario, other.scenario)
    if (!isShared) return Math.min(one?.fromDay ?? LATER, other?.fromDay ?? LATER)
  }
  return LATER
}

/** Every change on the way, in order; none in a run under one scenario. */
export function courseChanges(course: Course): CourseChange[] {
  return course.flatMap(({ fromDay, scenario }, i) => {
    const before = course[i - 1]?.scenario
    if (before === undefined) return []
    return [{ day: fromDay, lines: linesOf(scenario, differencesBetween(before, scenario)) }]
  })
}

function linesOf(scenario: Scenario, changes: readonly SettingChange[]): string[] {
  const kinds = new Map<string, SettingChange[]>()
  for (const change of changes) {
    const { section, title } = placeWords(scenario, change.path)
    const kind = `${section}:${title}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), change])
  }
  return [...kinds.values()].map((group) => changesText(scenario, group))
}

/**
 * Whether a run can be made of these segments: it begins on day 0, and each goes on with the parts of the
 * one before.
 */
export function isCourse([first, ...later]: Course): boolean {
  let last = first
  for (const next of later) {
    if (next.fromDay <= last.fromDay || !mayFollow(last.scenario, next.scenario)) return false
    last = next
  }
  return first.fromDay === 0
}

const LATER = Number.POSITIVE_INFINITY

function isSame(a: Scenario, b: Scenario): boolean {
  return differencesBetween(a, b).length === 0
}

/** Whether a run can go on under another scenario: both have the same parts, start and seed. */
function mayFollow(before: Scenario, after: Scenario): boolean {
  if (before.seed !== after.seed || before.startDate !== after.startDate) return false
  return differencesBetween(before, after).every(standsAlone) || structureFor(before) === structureFor(after)
}

/** Found once for each scenario, since a drag compares many with the same one. */
const structures = new WeakMap<Scenario, string>()

function structureFor(scenario: Scenario): string {
  const structure = structures.get(scenario) ?? structureOf(specOf(scenario))
  structures.set(scenario, structure)
  return structure
}
