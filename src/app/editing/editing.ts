/** Editing: the mode in which the network is edited, with its bar, its form and its hold on the map. */
import type { MapTarget, TrafficMap } from '../../map'
import type { Scenario } from '../../scenario'
import type { Selection, Store, ViewStore } from '../../store'
import { text } from '../../text'
import { h, html, keyed, nothing, renderForm, write } from '../../ui'
import { createEditBar } from './bar'
import type { EditState } from './editState'
import { entryName } from './entries'
import { createNetworkEditor } from './networkEditor'
import { createPointer, isEntrySelection, placesOf } from './pointer'
import { entryFields, scenarioFields } from './properties'
import { removalQuestion } from './question'
import { TOOL_FORMS } from './toolForms'

const words = text.editing
/** Layers without which there is nothing to edit. */
const NEEDED = ['places', 'checkpoints', 'idleLegs', 'flows'] as const

export interface EditingOptions {
  readonly store: Store
  readonly map: TrafficMap
  readonly view: ViewStore
  readonly entryOf: (target: MapTarget) => Selection | undefined
  readonly say: (message: string) => void
}

export interface Editing {
  /** Bar and form, to lie over the map. */
  readonly elements: readonly HTMLElement[]
  toggle(): void
  /** Begins with a tool that adds places, e.g. for a new scenario. */
  start(): void
  /** Asks to remove what is selected. */
  removeSelected(): void
  /** Cancels one step of the mode; false if there is none to cancel. */
  escape(): boolean
}

export function createEditing({ store, map, view, entryOf, say }: EditingOptions): Editing {
  let scheduled = false
  /** What is on show. */
  let shown:
    | { readonly state: EditState; readonly scenario: unknown; readonly selection: Selection | undefined }
    | undefined
  const editor = createNetworkEditor(store, say, wake)
  const pointer = createPointer(editor, store, map, entryOf)
  const bar = createEditBar(editor)
  const title = h('h2', {})
  const hint = h('p', { class: 'dim' })
  const problem = h('p', { class: 'edit-problem', role: 'alert' })
  const body = h('div', { class: 'edit-body' })
  const form = h(
    'aside',
    { class: 'edit-form floating', 'aria-label': words.formName, hidden: true },
    h('div', { class: 'edit-head' }, title, hint),
    problem,
    body,
  )

  function wake(): void {
    if (scheduled) return
    scheduled = true
    requestAnimationFrame(show)
  }

  function show(): void {
    scheduled = false
    const { state, scenario } = editor
    const { selection } = store.get()
    const before = shown?.state
    const isSame =
      shown !== undefined &&
      shown.scenario === scenario &&
      shown.selection === selection &&
      isAlike(state, shown.state)
    shown = { state, scenario, selection }
    write(problem, state.problem)
    if (isSame) return
    bar.show()
    form.hidden = !state.active
    if (state.active !== before?.active) hold(state.active)
    if (!state.active || scenario === undefined) return
    const line = placesOf(scenario, state.way)
    if (state.way !== before?.way)
      map.show({ sketch: line.length === 0 ? undefined : { lines: [line], spots: line } })
    fill(state, scenario, selection)
    takeFocus(state, before)
  }

  /** The question that waits, else the form of the tool and what is selected. */
  function fill(state: EditState, scenario: Scenario, selection: Selection | undefined): void {
    const entry = selection !== undefined && isEntrySelection(selection) ? selection : undefined
    const properties = entry && entryFields(editor, store, scenario, entry)
    const name = entry && properties && entryName(scenario, entry)
    const isPlain = state.tool === 'select'
    title.textContent = (isPlain ? name : undefined) ?? words.titles[state.tool]
    hint.textContent = words.hints[state.tool]
    const heading = name === undefined || isPlain ? nothing : html`<h3>${name}</h3>`
    const tool = keyed(state.tool, TOOL_FORMS[state.tool](editor, scenario))
    const rest = properties ?? (isPlain ? scenarioFields(editor, store, scenario) : nothing)
    if (state.pending !== undefined) renderForm(removalQuestion(editor, state.pending), body)
    else renderForm(html`${tool}${heading}${rest}`, body)
  }

  /** Moves the focus to what comes next: the answer to a question, or the name of a new place. */
  function takeFocus(state: EditState, before: EditState | undefined): void {
    if (state.pending !== undefined && state.pending !== before?.pending)
      body.querySelector('button')?.focus()
    if (state.unnamed !== '' && state.unnamed !== before?.unnamed) {
      const name = body.querySelector<HTMLInputElement>('input[name="name"]')
      // On a touch screen the keyboard would cover the map.
      if (!matchMedia('(pointer: fine)').matches) return
      name?.focus()
      name?.select()
    }
  }

  /** Takes over the map, or releases it. */
  function hold(active: boolean): void {
    map.setEditor(active ? pointer : undefined)
    for (const layer of NEEDED) if (active && !view.get().layers.has(layer)) view.toggle(layer)
    if (active) bar.focus()
  }

  function toggle(): void {
    editor.activate(!editor.state.active)
  }

  store.subscribe(({ document: open }, before) => {
    // Discards what was half drawn in another scenario.
    if (open?.origin !== before.document?.origin) editor.choose({ tool: editor.state.tool })
    wake()
  })
  return {
    elements: [bar.element, form],
    toggle,
    start() {
      editor.activate(true)
      editor.choose({ tool: 'place' })
    },
    removeSelected() {
      const { selection } = store.get()
      if (editor.state.active && selection !== undefined && isEntrySelection(selection))
        editor.askRemoval(selection)
    },
    escape: editor.escape,
  }
}

/** Whether two states differ in nothing but the problem that they tell. */
function isAlike(a: EditState, b: EditState): boolean {
  return (Object.keys(a) as (keyof EditState)[]).every((key) => key === 'problem' || a[key] === b[key])
}
