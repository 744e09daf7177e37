/**
 * Store: the choices of the person at the page. The scenario, where it came from, what is selected; never a
 * world.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  differencesBetween,
  type Edited,
  getAt,
  type Scenario,
  type ScenarioIssue,
  type SettingChange,
  setAll,
  withVariant,
} from '../scenario'
import { type Course, continuedCourse, wholeCourse } from './course'
import { comparedWithSaved, type Document, type Origin, settled } from './document'
import type { Work } from './draft'
import {
  type Command,
  dragStart,
  EMPTY_HISTORY,
  type History,
  logged,
  movedTo,
  type Step,
  stepsOf,
} from './history'
import { lockedIssues } from './locked'
import type { Selection } from './selection'
import type { Settings } from './settings'
import { takenBack } from './takenBack'

export interface State {
  readonly document: Document | undefined
  readonly history: History
  readonly selection: Selection | undefined
  readonly settings: Settings
}

/** `undefined` when it worked, else every mistake. */
type Outcome = readonly ScenarioIssue[] | undefined

/** A path and the value it gets; `undefined` removes an optional value. */
type Setting = readonly [path: string, value: unknown]

export interface Store {
  readonly get: () => State
  readonly subscribe: StoreApi<State>['subscribe']
  /** Puts another scenario in place; undo brings the former one back. */
  open(scenario: Scenario, origin: Origin, label: string): void
  /** Puts kept work in place. */
  restore(work: Work): void
  /**
   * Changes the value at every place of a path. `final` is false while a drag goes on. Without a label the
   * history words the change itself. Locked values are refused.
   */
  edit(path: string, value: unknown, label?: string, final?: boolean): Outcome
  /** Changes several values as one step. */
  editAll(settings: readonly Setting[], label?: string, final?: boolean): Outcome
  /**
   * Puts what an edit made of the current scenario in its place as one step, unless it changes a locked
   * value.
   */
  rework(edited: Edited, label?: string): Outcome
  /** Opened scenario with one variant applied, or as it was opened. */
  applyVariant(id: string | undefined, label: string): Outcome
  /**
   * Takes back what one step changed, as a new step; what was done since to other values and entries stays.
   */
  revert(command: Command): Outcome
  undo(): Command | undefined
  redo(): Command | undefined
  /** Moves to the state after the first `count` steps; what comes later can be done again. */
  goTo(count: number): void
  /** Recomputes the whole run under the current scenario, as one step. */
  recomputeRun(label: string): void
  select(selection: Selection | undefined): void
  set(settings: Partial<Settings>): void
  /** Takes the current state as saved under this name. */
  saved(): void
}

export function isDirty({ document }: State): boolean {
  return document !== undefined && document.scenario !== document.opened
}

/** Whether a step can be taken back: its scenario is still open, and something of it is left. */
export function isRevertible({ document }: State, { after, changes }: Command): boolean {
  if (document === undefined || document.origin !== after.origin) return false
  return changes.some((change) => {
    const now = getAt(document.scenario, change.path)
    return differencesBetween(now, takenBack(now, change.before, change.after)).length > 0
  })
}

/** The settings that take changes back and leave alone what was done since. */
function settingsBack(scenario: Scenario, changes: readonly SettingChange[]): Setting[] {
  return changes.map(({ path, before, after }) => [path, takenBack(getAt(scenario, path), before, after)])
}

/** `today` returns the day of the run on which a change applies when the run is to go on. */
export function createPageStore(settings: Settings, today: () => number = () => 0): Store {
  const store = createStore<State>(() => ({
    document: undefined,
    history: EMPTY_HISTORY,
    selection: undefined,
    settings,
  }))

  /**
   * Logs a step that changed these values; the document before it is that of `start` where a drag goes on.
   */
  function commit(
    after: Document,
    step: Omit<Step, 'before' | 'after'>,
    start?: Document,
    final = true,
  ): void {
    const { document, history } = store.getState()
    const before = start ?? document
    const log = before === undefined ? history : logged(history, { ...step, before, after }, final)
    store.setState({ document: after, history: log })
  }

  /** Puts another state of the open scenario in its place; `changes` are those to the current state. */
  function change(
    { scenario: edited, changes: latest }: Edited & { ok: true },
    label: string | undefined,
    path = '',
    final = true,
  ): undefined {
    const { document, history } = store.getState()
    if (document === undefined) return
    const start = dragStart(history, path)
    const before = start ?? document
    const isSame = latest.length === 0
    const next = isSame ? document.scenario : settled({ ...document, scenario: edited })
    const changes = start === undefined ? latest : differencesBetween(start.scenario, next)
    const scenario = changes.length === 0 ? before.scenario : next
    const course = isSame ? document.course : courseUnder(before.course, scenario)
    commit({ ...document, scenario, course }, { label, path, changes }, start, final)
  }

  /** What becomes of the course of a run under a changed scenario. */
  function courseUnder(course: Course, scenario: Scenario): Course {
    const goesOn = store.getState().settings.whenChanged === 'continue'
    return goesOn ? continuedCourse(course, scenario, today()) : wholeCourse(scenario)
  }

  function editAll(settings: readonly Setting[], label?: string, final = true): Outcome {
    const { document } = store.getState()
    if (document === undefined) return undefined
    return rework(setAll(document.scenario, settings), label, settings.map(([path]) => path).join(' '), final)
  }

  function rework(edited: Edited, label?: string, path?: string, final?: boolean): Outcome {
    if (!edited.ok) return edited.issues
    const { document } = store.getState()
    const refused = document === undefined ? [] : lockedIssues(document.scenario, edited)
    return refused.length > 0 ? refused : change(edited, label, path, final)
  }

  function moveTo(count: number): void {
    const { document, history } = store.getState()
    const steps = stepsOf(history)
    const moved = movedTo(history, count)
    const target = moved.done.at(-1)?.after ?? steps[0]?.before
    if (document !== undefined && target !== undefined)
      store.setState({ document: comparedWithSaved(document, target), history: moved })
  }

  return {
    get: store.getState,
    subscribe: store.subscribe,
    open(scenario, origin, label) {
      const opened = { scenario, opened: scenario, origin, course: wholeCourse(scenario) }
      commit(opened, { label, path: '', changes: [] })
      store.setState({ selection: undefined })
    },
    restore(work) {
      store.setState(work)
    },
    edit: (path, value, label, final) => editAll([[path, value]], label, final),
    editAll,
    rework: (edited, label) => rework(edited, label),
    applyVariant(id, label) {
      const { document } = store.getState()
      if (document === undefined) return undefined
      const varied =
        id === undefined ? { ok: true as const, scenario: document.opened } : withVariant(document.opened, id)
      if (!varied.ok) return varied.issues
      return change({ ...varied, changes: differencesBetween(document.scenario, varied.scenario) }, label)
    },
    revert({ changes }) {
      const { document } = store.getState()
      return document && editAll(settingsBack(document.scenario, changes))
    },
    undo() {
      const { done } = store.getState().history
      if (done.length > 0) moveTo(done.length - 1)
      return done.at(-1)
    },
    redo() {
      const { done, undone } = store.getState().history
      if (undone.length > 0) moveTo(done.length + 1)
      return undone.at(-1)
    },
    goTo: moveTo,
    recomputeRun(label) {
      const { document } = store.getState()
      if (document !== undefined)
        commit({ ...document, course: wholeCourse(document.scenario) }, { label, path: '', changes: [] })
    },
    select(selection) {
      store.setState({ selection })
    },
    set(changed) {
      store.setState({ settings: { ...store.getState().settings, ...changed } })
    },
    saved() {
      const { document } = store.getState()
      if (document !== undefined) store.setState({ document: { ...document, opened: document.scenario } })
    },
  }
}
