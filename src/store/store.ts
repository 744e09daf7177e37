/** Store: the choices of the person at the page. The scenario, where it came from, what is selected; never a world. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Scenario, type ScenarioIssue, setAll, setAt, withVariant } from '../scenario'
import { type Command, type Document, EMPTY_HISTORY, type History, logged, type Origin } from './history'
import type { Settings } from './settings'

type SelectionKind = 'node' | 'leg' | 'checkpoint' | 'route' | 'shipment'

export interface Selection {
  readonly kind: SelectionKind
  readonly id: string
}

/** A file that could not be opened. */
export interface Rejected {
  readonly file: string
  readonly issues: readonly ScenarioIssue[]
}

export interface State {
  readonly document: Document | undefined
  readonly history: History
  readonly selection: Selection | undefined
  readonly settings: Settings
  readonly rejected: Rejected | undefined
}

/** `undefined` when it worked, else every mistake. */
type Outcome = readonly ScenarioIssue[] | undefined

export interface Store {
  readonly get: () => State
  readonly subscribe: StoreApi<State>['subscribe']
  /** Puts another scenario in place; undo brings the former one back. */
  open(scenario: Scenario, origin: Origin, label: string): void
  /** Puts unsaved work of before a reload in place. */
  restore(document: Document): void
  /** Changes one value. `final` is false while a drag goes on. */
  edit(path: string, value: unknown, label: string, final?: boolean): Outcome
  /** Opened scenario with one variant applied, or as it was opened. */
  applyVariant(id: string | undefined, label: string): Outcome
  /** Puts values back to what the file said. */
  reset(settings: readonly (readonly [path: string, value: unknown])[], label: string): Outcome
  undo(): Command | undefined
  redo(): Command | undefined
  select(selection: Selection | undefined): void
  set(settings: Partial<Settings>): void
  reject(rejected: Rejected | undefined): void
  /** Takes the present state as saved under this name. */
  saved(): void
}

export function isDirty({ document }: State): boolean {
  return document !== undefined && document.scenario !== document.opened
}

export function createPageStore(settings: Settings): Store {
  const store = createStore<State>(() => ({
    document: undefined,
    history: EMPTY_HISTORY,
    selection: undefined,
    settings,
    rejected: undefined,
  }))

  function commit(label: string, path: string, after: Document, final: boolean): void {
    const { document: before, history } = store.getState()
    if (before === undefined) {
      store.setState({ document: after })
      return
    }
    const command = { label, path, before, after }
    store.setState({ document: after, history: logged(history, command, final) })
  }

  function change(label: string, path: string, edited: ReturnType<typeof setAt>, final: boolean): Outcome {
    if (!edited.ok) return edited.issues
    const { document } = store.getState()
    if (document !== undefined)
      commit(label, path, { ...document, scenario: settled(document, edited.scenario) }, final)
    return undefined
  }

  return {
    get: store.getState,
    subscribe: store.subscribe,
    open(scenario, origin, label) {
      commit(label, '', { scenario, opened: scenario, origin }, true)
      store.setState({ selection: undefined, rejected: undefined })
    },
    restore(document) {
      store.setState({ document })
    },
    edit(path, value, label, final = true) {
      const { document } = store.getState()
      return document && change(label, path, setAt(document.scenario, path, value), final)
    },
    applyVariant(id, label) {
      const { document } = store.getState()
      if (document === undefined) return undefined
      if (id === undefined) return change(label, '', { ok: true, scenario: document.opened }, true)
      return change(label, '', withVariant(document.opened, id), true)
    },
    reset(values, label) {
      const { document } = store.getState()
      return document && change(label, '', setAll(document.scenario, values), true)
    },
    undo() {
      const { done, undone } = store.getState().history
      const command = done.at(-1)
      if (command === undefined) return undefined
      const history = { done: done.slice(0, -1), undone: [...undone, command], open: false }
      store.setState({ document: command.before, history })
      return command
    },
    redo() {
      const { done, undone } = store.getState().history
      const command = undone.at(-1)
      if (command === undefined) return undefined
      const history = { done: [...done, command], undone: undone.slice(0, -1), open: false }
      store.setState({ document: command.after, history })
      return command
    },
    select(selection) {
      store.setState({ selection })
    },
    set(changed) {
      store.setState({ settings: { ...store.getState().settings, ...changed } })
    },
    reject(rejected) {
      store.setState({ rejected })
    },
    saved() {
      const { document } = store.getState()
      if (document !== undefined) store.setState({ document: { ...document, opened: document.scenario } })
    },
  }
}

/** The opened scenario itself when all values are back to what they were, so that nothing counts as unsaved. */
function settled({ opened }: Document, scenario: Scenario): Scenario {
  return JSON.stringify(opened) === JSON.stringify(scenario) ? opened : scenario
}
