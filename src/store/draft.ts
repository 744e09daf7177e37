/** Drafts: a document with the last steps of its history as plain data, to be kept by the browser. */
import { differencesBetween, type Scenario, type SettingChange, setAll } from '../scenario'
import { type Course, continuedCourse, isCourse, wholeCourse } from './course'
import { type Document, type Origin, settled } from './document'
import { type Command, EMPTY_HISTORY, type History } from './history'

/** A step as the values that it changed, and the day from which the run goes by them. */
export interface DraftStep {
  readonly label: string
  readonly changes: readonly SettingChange[]
  readonly fromDay: number
}

export interface DraftHistory {
  readonly done: readonly DraftStep[]
  /** The next one last. */
  readonly undone: readonly DraftStep[]
  /** Course of the run before the first of the steps: what differs from the scenario of then. */
  readonly course: readonly Omit<DraftStep, 'label'>[]
}

/** A document as it was kept, its scenarios checked. */
export interface Draft {
  readonly origin: Origin
  readonly scenario: Scenario
  readonly opened: Scenario
  readonly history: DraftHistory | undefined
}

export interface Work {
  readonly document: Document
  readonly history: History
}

/** Called between checks of whole scenarios, so that a page can draw and answer meanwhile. */
export type GiveWay = () => Promise<void>

export function stepOf({ label, changes, after }: Command): DraftStep {
  const { fromDay } = after.course.at(-1) ?? after.course[0]
  return { label, changes, fromDay }
}

/** A course as what differs from the scenario that it starts with. */
export function draftCourse({ scenario, course }: Document): DraftHistory['course'] {
  return course.map((segment) => ({
    fromDay: segment.fromDay,
    changes: differencesBetween(scenario, segment.scenario),
  }))
}

/** A draft put together again; without any history where its steps do not fit the scenario. */
export async function restoredFrom(
  { origin, history, scenario, opened }: Draft,
  giveWay: GiveWay,
): Promise<Work> {
  const now = { scenario: settled({ scenario, opened }), opened, origin }
  const plain = { document: { ...now, course: wholeCourse(now.scenario) }, history: EMPTY_HISTORY }
  return history === undefined ? plain : ((await withHistory(plain.document, history, giveWay)) ?? plain)
}

/**
 * A document with the steps that led to it and away from it; undefined where one of them leads to no
 * scenario.
 */
async function withHistory(
  now: Document,
  { done, undone, course }: DraftHistory,
  giveWay: GiveWay,
): Promise<Work | undefined> {
  const past = (await statesAlong(now, done.toReversed(), 'before', giveWay))?.toReversed()
  const future = await statesAlong(now, undone.toReversed(), 'after', giveWay)
  const [start] = past ?? []
  const first = start && (await courseFrom(start, course, giveWay))
  if (past === undefined || future === undefined || start === undefined || first === undefined)
    return undefined
  const steps = [...done, ...undone.toReversed()]
  const commands = commandsOf(
    { ...now, scenario: start, course: first },
    [...past, ...future.slice(1)],
    steps,
  )
  const present = commands[done.length - 1]?.after ?? { course: first }
  return {
    document: { ...now, course: present.course },
    history: {
      done: commands.slice(0, done.length),
      undone: commands.slice(done.length).reverse(),
      open: false,
    },
  }
}

/** A course put together again from what differs from the scenario of its end. */
async function courseFrom(
  scenario: Scenario,
  kept: DraftHistory['course'],
  giveWay: GiveWay,
): Promise<Course | undefined> {
  const segments: Course[number][] = []
  for (const { fromDay, changes } of kept) {
    await giveWay()
    const then = changed(scenario, changes, 'after')
    if (then !== undefined) segments.push({ fromDay, scenario: then })
  }
  const [first, ...later] = segments
  if (first === undefined || later.length + 1 < kept.length) return undefined
  const course: Course = [first, ...later]
  return isCourse(course) ? course : undefined
}

function commandsOf(start: Document, scenarios: readonly Scenario[], steps: readonly DraftStep[]): Command[] {
  let before = start
  return steps.map(({ label, changes, fromDay }, i) => {
    const scenario = scenarios[i + 1] ?? before.scenario
    const after = { ...before, scenario, course: continuedCourse(before.course, scenario, fromDay) }
    const command = { label, changes, path: '', before, after }
    before = after
    return command
  })
}

/** The scenario and those that steps lead to one after the other; undefined where one of them is none. */
async function statesAlong(
  { scenario, opened }: Document,
  steps: readonly DraftStep[],
  side: 'before' | 'after',
  giveWay: GiveWay,
): Promise<Scenario[] | undefined> {
  const states = [scenario]
  for (const { changes } of steps) {
    await giveWay()
    const next = changed(states.at(-1) ?? scenario, changes, side)
    if (next === undefined) return undefined
    states.push(settled({ scenario: next, opened }))
  }
  return states
}

function changed(
  scenario: Scenario,
  changes: readonly SettingChange[],
  side: 'before' | 'after',
): Scenario | undefined {
  const edited = setAll(
    scenario,
    changes.map((change) => [change.path, change[side]] as const),
  )
  return edited.ok ? edited.scenario : undefined
}
