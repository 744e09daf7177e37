/** Command log: every change of the scenario as one step that can be undone and done again. */
import type { Scenario } from '../scenario'

/** Where a scenario came from. */
export interface Origin {
  readonly kind: 'bundled' | 'file'
  /** Id of the bundled scenario, or name of the file. */
  readonly name: string
}

/** A scenario in the page: as it stands, and as it was opened. */
export interface Document {
  readonly scenario: Scenario
  readonly opened: Scenario
  readonly origin: Origin
}

export interface Command {
  /** What changed, in words. */
  readonly label: string
  /** Path of the setting, for gathering one drag into one step; empty for other commands. */
  readonly path: string
  readonly before: Document
  readonly after: Document
}

export interface History {
  readonly done: readonly Command[]
  readonly undone: readonly Command[]
  /** The last command is still going on, e.g. a drag. */
  readonly open: boolean
}

export const EMPTY_HISTORY: History = { done: [], undone: [], open: false }
const LONGEST = 200

/** The log with one more command; steps of one drag become one. */
export function logged(history: History, command: Command, final: boolean): History {
  const last = history.done.at(-1)
  const continues = history.open && last !== undefined && last.path === command.path && command.path !== ''
  const next = continues ? { ...command, before: last.before } : command
  const earlier = continues ? history.done.slice(0, -1) : history.done
  return { done: [...earlier, next].slice(-LONGEST), undone: [], open: !final }
}
