/**
 * Panel: every parameter of the scenario, with search, help, reset, history and the effect of changes on the
 * run.
 */
import type { Scenario } from '../scenario'
import { changesSinceOpened, type Store, WHEN_CHANGED } from '../store'
import { text } from '../text'
import { h } from '../ui'
import type { ControlHost } from './control'
import type { DerivedRow } from './derived'
import { createEdits } from './edits'
import { rememberedHeadings } from './headings'
import { createHelp } from './help'
import { createHistoryList } from './historyList'
import { createPreview } from './preview'
import type { Scope } from './scope'
import { createSearch } from './search'
import { foundEntries, settingsOfEntry } from './searchable'
import { createStanding } from './standing'
import { createTabSet, valuesOf } from './tabSet'
import { scopeOf, selectionOf } from './tabs'

const words = text.page.panel
const HELP_ID = 'panel-help'
export interface PanelOptions {
  readonly store: Store
  /** Numbers that follow from the parameters of some entries, e.g. their odds. */
  readonly derivedOf: (scenario: Scenario, scope: Scope) => readonly DerivedRow[]
}

export interface Panel {
  focusSearch(): void
  /** Shows or hides the history of changes. */
  toggleHistory(): void
  /** Id of the tab on show. */
  readonly tab: string
  /** Shows a tab; an unknown id is ignored. */
  showTab(id: string): void
}

export function createPanel(host: HTMLElement, { store, derivedOf }: PanelOptions): Panel {
  const documentNow = () => store.get().document
  const help = createHelp(HELP_ID, documentNow)
  const preview = createPreview(() => documentNow()?.scenario, showDerived)
  const controlHost: ControlHost = {
    helpId: HELP_ID,
    ...createEdits(store),
    typing: preview.type,
    explain: help.explain,
  }
  const tabs = createTabSet({
    controlHost,
    headings: rememberedHeadings(store),
    scheduleHost: {
      switch({ path, title }, on) {
        const [issue] = store.edit(path, on) ?? []
        if (issue === undefined) return
        show()
        help.warn(title, words.refused(issue.message, issue.expected))
      },
      openParameters: ({ id }) => open({ section: 'operations', ids: [id] }),
    },
    onChoose: choose,
    onSelect: show,
  })
  const search = createSearch({
    controlHost,
    settings: () => withDocument(tabs.settings) ?? [],
    entries: () => withDocument(foundEntries) ?? [],
    settingsIn: (entry) => withDocument((scenario) => settingsOfEntry(scenario, entry)) ?? [],
    onOpen: open,
    onToggle() {
      if (search.active) toggleHistory(false)
      showView()
      show()
    },
  })
  const standing = createStanding({
    resetAll: () => store.applyVariant(undefined, words.resetAllDone),
    toggleHistory: () => toggleHistory(),
  })
  const history = createHistoryList({
    store,
    onRefused: (reason) => help.warn(text.history.name, reason),
    onClose() {
      toggleHistory(false)
      standing.focusHistory()
    },
  })
  const scroll = h('div', { class: 'panel-scroll' }, search.results, tabs.panels, history.element)

  /** Calls with the scenario, with what was opened, and with the paths whose values differ. */
  function withDocument<T>(
    act: (scenario: Scenario, opened: Scenario, changed: readonly string[]) => T,
  ): T | undefined {
    const document = documentNow()
    if (document === undefined) return undefined
    const changed = changesSinceOpened(document).map(({ path }) => path)
    return act(document.scenario, document.opened, changed)
  }

  function choose(scope: Scope): void {
    tabs.choose(scope)
    const selection = selectionOf(scope)
    if (selection !== undefined) store.select(selection)
    show()
  }

  /** Closes search and history and shows the parameters of some entries. */
  function open(scope: Scope): void {
    search.clear()
    toggleHistory(false)
    tabs.open(scope)
    choose(scope)
  }

  function show(): void {
    withDocument((scenario, opened, changed) => {
      tabs.show(scenario, opened, changed)
      search.show(valuesOf(scenario, opened))
      standing.show(changed.length)
    })
    history.show()
    help.refresh()
    preview.refresh()
  }

  function showDerived(scenario: Scenario, isPreview: boolean): void {
    const { scope } = tabs
    tabs.showDerived(scope === undefined ? [] : derivedOf(scenario, scope), isPreview)
  }

  function showView(): void {
    const isHistory = !history.element.hidden
    search.results.hidden = !search.active || isHistory
    tabs.panels.hidden = search.active || isHistory
    tabs.list.hidden = tabs.panels.hidden
    scroll.scrollTop = 0
  }

  function toggleHistory(visible = history.element.hidden !== false): void {
    history.element.hidden = !visible
    standing.showHistory(visible)
    showView()
    if (!visible) return
    history.show()
    history.focus()
  }

  host.append(
    h('div', { class: 'panel-head' }, search.input),
    standing.element,
    tabs.list,
    scroll,
    help.element,
    h('div', { class: 'panel-foot' }, createWhenChanged(store)),
  )
  store.subscribe(({ selection, document }, before) => {
    if (document?.origin !== before.document?.origin) search.clear()
    const scope = selection && scopeOf(selection)
    if (selection !== before.selection && scope !== undefined) tabs.open(scope)
    show()
  })
  return {
    focusSearch() {
      search.input.focus()
      search.input.select()
    },
    toggleHistory: () => toggleHistory(),
    get tab() {
      return tabs.selected
    },
    showTab: tabs.select,
  }
}

/** Chooses what a change does to the run. */
function createWhenChanged(store: Store): HTMLElement {
  const options = WHEN_CHANGED.map((choice) => h('option', { value: choice }, words.whenChanged[choice]))
  const select = h('select', {}, ...options)
  select.value = store.get().settings.whenChanged
  select.addEventListener('change', () => {
    const chosen = WHEN_CHANGED.find((choice) => choice === select.value)
    if (chosen !== undefined) store.set({ whenChanged: chosen })
  })
  return h('label', { class: 'when-changed' }, h('span', {}, words.whenChangedName), select)
}
