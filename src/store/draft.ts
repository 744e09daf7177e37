/** Drafts: unsaved work and the last steps of its history as plain data, to be kept over a reload. */
import { type Scenario, setAll } from '../scenario'
import { differencesBetween, type SettingChange } from './changes'
import { type Course, turnedCourse, wholeCourse } from './course'
import { type Command, type Document, EMPTY_HISTORY, type History, type Origin } from './history'

/** A step as the values that it changed, and the day from which the run goes by them. */
interface DraftStep {
  readonly label: string
  readonly changes: readonly SettingChange[]
  readonly fromDay: number
}

interface DraftHistory {
  readonly done: readonly DraftStep[]
  /** The next one last. */
  readonly undone: readonly DraftStep[]
  /** Course of the run before the first of the steps: what differs from the scenario of then. */
  readonly course: readonly Omit<DraftStep, 'label'>[]
}

/** A scenario in the page as it stands; `opened` only where it cannot be had from the bundle. */
export interface Draft {
  readonly origin: Origin
  readonly scenario: unknown
  readonly opened: unknown
  readonly history?: DraftHistory
}

interface Work {
  readonly document: Document
  readonly history: History
}

/** Limits of what is kept on either side of the present: steps, and characters of all of them as JSON. */
const MOST_STEPS = 30
const MOST_CHARACTERS = 200_000

/** What a reload of the page is to keep; undefined where a bundled scenario stands as it was opened. */
export function draftOf(document: Document | undefined, history: History): Draft | undefined {
  if (document === undefined) return undefined
  const { origin, scenario, opened } = document
  const done = latest(history.done.toReversed(), origin).toReversed()
  const undone = latest(history.undone.toReversed(), origin).toReversed()
  const isAsBundled = scenario === opened && origin.kind === 'bundled'
  if (isAsBundled && done.length + undone.length === 0) return undefined
  const first = done[0]?.before ?? document
  const course = first.course.map(({ fromDay, scenario: then }) => ({
    fromDay,
    changes: differencesBetween(first.scenario, then),
  }))
  return {
    origin,
    scenario,
    opened: origin.kind === 'bundled' ? undefined : opened,
    history: { done: done.map(stepOf), undone: undone.map(stepOf), course },
  }
}

/** The steps nearest to the present that belong to its scenario and are small enough together; the nearest come first. */
function latest(commands: readonly Command[], origin: Origin): Command[] {
  let characters = 0
  const end = commands.findIndex((command, i) => {
    characters += JSON.stringify(stepOf(command)).length
    const isForeign = command.before.origin !== origin || command.after.origin !== origin
    return isForeign || i >= MOST_STEPS || characters > MOST_CHARACTERS
  })
  return end < 0 ? [...commands] : commands.slice(0, end)
}

function stepOf({ label, changes, after }: Command): DraftStep {
  const { fromDay } = after.course.at(-1) ?? after.course[0]
  return { label, changes, fromDay }
}

/** A draft put together again; without any history where its steps do not fit the scenario. */
export function restoredFrom({ origin, history }: Draft, scenario: Scenario, opened: Scenario): Work {
  const isAsOpened = differencesBetween(opened, scenario).length === 0
  const now = { scenario: isAsOpened ? opened : scenario, opened, origin }
  const plain = { document: { ...now, course: wholeCourse(now.scenario) }, history: EMPTY_HISTORY }
  return history === undefined ? plain : (withHistory(plain.document, history) ?? plain)
}

/** A document with the steps that led to it and away from it; undefined where one of them leads to no scenario. */
function withHistory(now: Document, { done, undone, course }: DraftHistory): Work | undefined {
  const past = statesAlong(now.scenario, done.toReversed(), 'before')?.toReversed()
  const future = statesAlong(now.scenario, undone.toReversed(), 'after')
  const [start] = past ?? []
  const first = start && courseFrom(start, course)
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
function courseFrom(scenario: Scenario, kept: DraftHistory['course']): Course | undefined {
  const [first, ...later] = kept.flatMap(({ fromDay, changes }) => {
    const then = changed(scenario, changes, 'after')
    return then === undefined ? [] : [{ fromDay, scenario: then }]
  })
  return first === undefined || later.length + 1 < kept.length ? undefined : [first, ...later]
}

function commandsOf(start: Document, scenarios: readonly Scenario[], steps: readonly DraftStep[]): Command[] {
  let before = start
  return steps.map(({ label, changes, fromDay }, i) => {
    const scenario = scenarios[i + 1] ?? before.scenario
    const after = { ...before, scenario, course: turnedCourse(before.course, scenario, fromDay) }
    const command = { label, changes, path: '', before, after }
    before = after
    return command
  })
}

/** The scenario and those that steps lead to one after the other; undefined where one of them is none. */
function statesAlong(
  scenario: Scenario,
  steps: readonly DraftStep[],
  side: 'before' | 'after',
): Scenario[] | undefined {
  const states = [scenario]
  for (const { changes } of steps) {
    const next = changed(states.at(-1) ?? scenario, changes, side)
    if (next === undefined) return undefined
    states.push(next)
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
