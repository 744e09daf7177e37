/** Command log: every change of the scenario as one step that can be undone and done again. */
import type { Scenario } from '../scenario'
import { differencesBetween, type SettingChange } from './changes'
import { changesText } from './words'

/** Where a scenario came from. */
export interface Origin {
  readonly kind: 'bundled' | 'file' | 'new'
  /** Id of the bundled or new scenario, or name of the file. */
  readonly name: string
}

/** A scenario in the page: as it stands, and as it was opened. */
export interface Document {
  readonly scenario: Scenario
  readonly opened: Scenario
  readonly origin: Origin
}

/** What is to be logged; without a label the changed values speak for themselves. */
export interface Step {
  readonly label: string | undefined
  /** Path as it was written, for gathering one drag into one step; empty for other commands. */
  readonly path: string
  readonly before: Document
  readonly after: Document
}

export interface Command extends Step {
  /** What changed, in words. */
  readonly label: string
  /** The values that changed; none where another scenario was opened. */
  readonly changes: readonly SettingChange[]
}

export interface History {
  readonly done: readonly Command[]
  /** Steps that can be done again; the next one last. */
  readonly undone: readonly Command[]
  /** The last command is still going on, e.g. a drag. */
  readonly open: boolean
}

export const EMPTY_HISTORY: History = { done: [], undone: [], open: false }
const LONGEST = 200

/** The log with one more step; steps of one drag become one, and none when it ends where it began. */
export function logged(history: History, step: Step, final: boolean): History {
  const last = history.done.at(-1)
  const continues = history.open && last !== undefined && last.path === step.path && step.path !== ''
  const earlier = continues ? history.done.slice(0, -1) : history.done
  const command = commandOf(continues ? { ...step, before: last.before } : step)
  const isIdle = command.before.origin === command.after.origin && command.changes.length === 0
  if (isIdle && !continues) return history
  const done = isIdle ? earlier : [...earlier, command].slice(-LONGEST)
  return { done, undone: [], open: !final && !isIdle }
}

function commandOf(step: Step): Command {
  const { before, after, path } = step
  const changes = before.origin === after.origin ? differencesBetween(before.scenario, after.scenario) : []
  return { ...step, changes, label: step.label ?? changesText(after.scenario, changes, path) }
}

/** The log at another point: after its first `count` steps, done and undone together. */
export function movedTo(history: History, count: number): History {
  const all = stepsOf(history)
  const done = Math.max(0, Math.min(all.length, count))
  return { done: all.slice(0, done), undone: all.slice(done).reverse(), open: false }
}

/** All steps from the first to the last, undone ones included. */
export function stepsOf({ done, undone }: History): readonly Command[] {
  return [...done, ...undone.toReversed()]
}
