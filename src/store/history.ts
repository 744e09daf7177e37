/** Command log: every change of the scenario as one step that can be undone and done again (D12). */
import type { SettingChange } from '../scenario'
import { changesText } from '../words'
import { sharedDays } from './course'
import type { Document } from './document'

/** What is to be logged; without a label the changed values speak for themselves. */
export interface Step {
  readonly label: string | undefined
  /** Path as it was written, for gathering one drag into one step; empty for other commands. */
  readonly path: string
  /** The document before the step, or before the drag that it goes on with. */
  readonly before: Document
  readonly after: Document
  /** The values that changed between them; none where another scenario was opened. */
  readonly changes: readonly SettingChange[]
}

export interface Command extends Step {
  /** What changed, in words. */
  readonly label: string
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
  const { before, after, changes, path } = step
  const continues = dragStart(history, path) !== undefined
  const earlier = continues ? history.done.slice(0, -1) : history.done
  const isIdle =
    changes.length === 0 &&
    before.origin === after.origin &&
    sharedDays(before.course, after.course) === Number.POSITIVE_INFINITY
  if (isIdle && !continues) return history
  const command = { ...step, label: step.label ?? changesText(after.scenario, changes, path) }
  const done = isIdle ? earlier : [...earlier, command].slice(-LONGEST)
  return { done, undone: [], open: !final && !isIdle }
}

/** The document before the drag that a step on this path goes on with; undefined where it begins one. */
export function dragStart({ done, open }: History, path: string): Document | undefined {
  const last = open && path !== '' ? done.at(-1) : undefined
  return last?.path === path ? last.before : undefined
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
