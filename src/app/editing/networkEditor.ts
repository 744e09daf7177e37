/**
 * Network editor: the tool in use, what is half drawn, and the edits themselves, each one step of the
 * history.
 */
import {
  type Added,
  addCheckpoint,
  addLeg,
  addNode,
  addRoute,
  type Edited,
  givenLegsAt,
  moveNode,
  type NewNode,
  nameNode,
  type Place,
  removalOf,
  type Scenario,
  type ScenarioIssue,
  shortestWay,
} from '../../scenario'
import type { EntrySelection, Store } from '../../store'
import { text } from '../../text'
import { nameOf } from '../../words'
import { AT_REST, type EditState, FIRST_STATE, organisationFor } from './editState'
import { entryName, LISTS, withNames } from './entries'

const words = text.editing

export interface NetworkEditor {
  readonly state: EditState
  readonly scenario: Scenario | undefined
  activate(active: boolean): void
  /** Takes another tool, or other choices for the current one. */
  choose(choices: Partial<Pick<EditState, 'tool' | 'kind' | 'mode' | 'bothWays' | 'organisation'>>): void
  addPlace(place: Omit<NewNode, 'kind' | 'name'> & { readonly name?: string }): boolean
  addLeg(from: string, to: string): boolean
  addCheckpoint(node: string, name?: string): boolean
  move(node: string, place: Place): void
  /** Goes on to a place with the leg or route that is being drawn; a route ends at a place clicked twice. */
  goTo(node: string): void
  /** Takes back the last places of what is being drawn: one, or all. */
  takeBack(count: 'one' | 'all'): void
  finishRoute(): void
  /** Removes an entry that nothing depends on, else asks first. */
  askRemoval(entry: EntrySelection): void
  answerRemoval(removes: boolean): void
  name(node: string, name: string): void
  /**
   * Performs another edit of the scenario; returns whether it was applied. `notice` is shown instead of the
   * label.
   */
  edit(edited: Edited, label?: string, notice?: string): boolean
  /** Shows why an edit by path was refused, if it was; returns whether it was applied. */
  report(issues: readonly ScenarioIssue[] | undefined): boolean
  complain(problem: string): void
  /**
   * Cancels what is half done, else drops the tool, the selection, the mode; false if there is nothing to
   * leave.
   */
  escape(): boolean
}

export function createNetworkEditor(
  store: Store,
  say: (message: string) => void,
  onChange: () => void,
): NetworkEditor {
  let state = FIRST_STATE
  const present = () => store.get().document?.scenario

  function set(next: Partial<EditState>): void {
    state = { ...state, ...next }
    onChange()
  }

  function report(issues: readonly ScenarioIssue[] | undefined): boolean {
    const scenario = present()
    const named = (sentence: string) => (scenario === undefined ? sentence : withNames(scenario, sentence))
    const reasons = (issues ?? []).map(({ message, expected }) => words.refused(named(message), expected))
    set({ problem: [...new Set(reasons)].join(' ') })
    return reasons.length === 0
  }

  function edit(edited: Edited, label?: string, notice = label): boolean {
    const taken = report(store.rework(edited, label))
    if (taken && notice !== undefined) say(notice)
    return taken
  }

  /** Adds an entry, selects it and shows a notice. */
  function add(kind: EntrySelection['kind'], label: (name: string) => string, added: Added): boolean {
    if (!added.ok) return report(added.issues)
    const entry = added.scenario[LISTS[kind]].find(({ id }) => id === added.id)
    const name = kind === 'leg' ? entryName(added.scenario, { kind, id: added.id }) : nameOf(entry, added.id)
    if (!edit(added, label(name))) return false
    store.select({ kind, id: added.id })
    set(AT_REST)
    return true
  }

  /** Draws the route on to a place, along the shortest way where no leg leads there. */
  function extend(scenario: Scenario, node: string): void {
    const { way } = state
    const last = way.at(-1)
    const nameAt = (id: string) => entryName(scenario, { kind: 'node', id })
    const onward = last === undefined ? [node] : shortestWay(scenario, last, node, way)?.slice(1)
    if (last === node) finishRoute()
    else if (way.includes(node)) set({ problem: words.twice(nameAt(node)) })
    else if (onward === undefined) set({ problem: words.noWay(nameAt(last ?? ''), nameAt(node)) })
    else set({ way: [...way, ...onward], problem: '' })
  }

  function finishRoute(): void {
    const scenario = present()
    if (scenario === undefined) return
    const organisation = organisationFor(scenario, state)
    if (state.way.length < 2) set({ problem: words.shortRoute })
    else add('route', words.added.route, addRoute(scenario, { nodes: state.way, organisation }))
  }

  const editor: NetworkEditor = {
    get state() {
      return state
    },
    get scenario() {
      return present()
    },
    activate: (active) => set({ ...AT_REST, active, tool: 'select' }),
    choose: (choices) => set({ ...(choices.tool === undefined ? {} : AT_REST), ...choices }),
    addPlace(place) {
      const scenario = present()
      if (scenario === undefined) return false
      const name = place.name || words.newPlace(scenario.nodes.length + 1)
      const added = addNode(scenario, { ...place, name, kind: state.kind })
      const isAdded = add('node', words.added.place, added)
      if (isAdded && added.ok && !place.name) set({ unnamed: added.id })
      return isAdded
    },
    addLeg(from, to) {
      const scenario = present()
      if (scenario === undefined) return false
      const { mode, bothWays: bidirectional } = state
      return add('leg', words.added.leg, addLeg(scenario, { from, to, mode, bidirectional }))
    },
    addCheckpoint(node, name) {
      const scenario = present()
      if (scenario === undefined) return false
      return add('checkpoint', words.added.checkpoint, addCheckpoint(scenario, node, name || undefined))
    },
    move(node, place) {
      const scenario = present()
      if (scenario === undefined) return
      const name = entryName(scenario, { kind: 'node', id: node })
      const kept = givenLegsAt(scenario, node).map(({ id }) => entryName(scenario, { kind: 'leg', id }))
      const notice = kept.length === 0 ? words.moved(name) : words.movedKeeping(name, kept)
      edit(moveNode(scenario, node, place), words.moved(name), notice)
    },
    name(node, name) {
      const scenario = present()
      if (scenario === undefined) return
      const named = nameNode(scenario, node, name)
      const former = entryName(scenario, { kind: 'node', id: node })
      const hasNewId = named.ok && named.id !== node
      if (!edit(named, hasNewId ? words.named(former, name) : undefined) || !named.ok) return
      if (hasNewId) store.select({ kind: 'node', id: named.id })
    },
    goTo(node) {
      const scenario = present()
      const [from] = state.way
      if (scenario === undefined) return
      if (state.tool === 'route') extend(scenario, node)
      else if (from === undefined) set({ way: [node], problem: '' })
      else if (from === node) set({ problem: words.samePlace })
      else if (!editor.addLeg(from, node)) set({ way: [] })
    },
    takeBack: (count) => set({ way: count === 'one' ? state.way.slice(0, -1) : [], problem: '' }),
    finishRoute,
    askRemoval(entry) {
      const scenario = present()
      if (scenario === undefined) return
      const removal = removalOf(scenario, LISTS[entry.kind], entry.id)
      if (!removal.ok) return void report(removal.issues)
      set({ ...AT_REST, pending: { entry, name: entryName(scenario, entry), also: removal.also } })
      if (removal.also.length === 0) editor.answerRemoval(true)
    },
    answerRemoval(removes) {
      const { pending } = state
      const scenario = present()
      set({ pending: undefined })
      if (!removes || pending === undefined || scenario === undefined) return
      const { entry, name } = pending
      const label = words.removed(words.kinds[entry.kind], name)
      if (edit(removalOf(scenario, LISTS[entry.kind], entry.id), label)) store.select(undefined)
    },
    edit,
    report,
    complain: (problem) => set({ problem }),
    escape() {
      if (!state.active) return false
      if (state.pending !== undefined) editor.answerRemoval(false)
      else if (state.way.length > 0) editor.takeBack('all')
      else if (state.tool !== 'select') editor.choose({ tool: 'select' })
      else if (store.get().selection !== undefined) store.select(undefined)
      else editor.activate(false)
      return true
    },
  }
  return editor
}
