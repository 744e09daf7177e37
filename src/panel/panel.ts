/**
 * Panel: every parameter of the scenario, with search, help, reset, history and what a change does to the
 * run.
 */
import { lockIndexOf, type Scenario } from '../scenario'
import { changesSinceOpened, type Selection, type Store } from '../store'
import { text } from '../text'
import { createTabList, h } from '../ui'
import type { ControlHost } from './control'
import type { DerivedRow } from './derived'
import { createEdits } from './edits'
import { createHelp } from './help'
import { createHistoryList } from './historyList'
import type { PlacedSetting } from './matching'
import type { Headings, Values } from './pane'
import { createPreview } from './preview'
import { entrySettings } from './rows'
import { createSchedule } from './schedule'
import { aboutEntry, entriesOf, readerOf, type Scope } from './scope'
import { createSearch, type FoundEntry } from './search'
import { ENTRY_SECTIONS } from './sections'
import { createStanding } from './standing'
import { createTab, type SettingsTab } from './tab'
import { markedTabs, SCHEDULE, scopeOf, selectionOf, TAB_SECTIONS, TABS, type TabId, tabOf } from './tabs'
import { createWhenChanged } from './whenChanged'

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
  /** Shows a tab; nothing where there is none of that id. */
  showTab(id: string): void
}

export function createPanel(host: HTMLElement, { store, derivedOf }: PanelOptions): Panel {
  const documentNow = () => store.get().document
  const help = createHelp(HELP_ID, documentNow)
  const preview = createPreview(() => documentNow()?.scenario, showDerived)
  const { edit, reset } = createEdits(store)
  const controlHost: ControlHost = {
    helpId: HELP_ID,
    edit,
    reset,
    typing: preview.type,
    explain: help.explain,
  }
  const headings = rememberedHeadings(store)
  const tabs = new Map(
    TABS.map((id) => {
      return [id, createTab({ sections: TAB_SECTIONS[id], controlHost, headings, onChoose: choose })] as const
    }),
  )
  const schedule = createSchedule({
    switch({ path, title }, on) {
      const [issue] = store.edit(path, on) ?? []
      if (issue === undefined) return
      show()
      help.warn(title, words.refused(issue.message, issue.expected))
    },
    openParameters: ({ id }) => open({ section: 'operations', ids: [id] }),
  })
  const tabList = createTabList(
    words.tabsName,
    [
      ...[...tabs].map(([id, { element }]) => ({ id, title: words.tabs[id], element })),
      { id: SCHEDULE, title: text.panel.schedule, element: schedule.element },
    ],
    () => show(),
  )
  const panels = h('div', {}, ...[...tabs.values()].map(({ element }) => element), schedule.element)
  const search = createSearch({
    controlHost,
    settings() {
      showTabs(TABS)
      return [...tabs].flatMap(([id, tab]) => placed(words.tabs[id], tab, documentNow()?.scenario))
    },
    entries: foundEntries,
    settingsIn({ scope, name, about }) {
      const scenario = documentNow()?.scenario
      if (scenario === undefined) return []
      return entrySettings(scenario, scope).map((setting) => ({ setting, place: name, about }))
    },
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

  const scroll = h('div', { class: 'panel-scroll' }, search.results, panels, history.element)

  function choose(scope: Scope): void {
    for (const tab of tabs.values()) tab.choose(scope)
    const selection = selectionOf(scope)
    if (selection !== undefined) store.select(selection)
    show()
  }

  /** Leaves search and history for the parameters of some entries. */
  function open(scope: Scope): void {
    search.clear()
    toggleHistory(false)
    tabList.select(tabOf(scope.section))
    choose(scope)
  }

  function foundEntries(): FoundEntry[] {
    const scenario = documentNow()?.scenario
    if (scenario === undefined) return []
    return ENTRY_SECTIONS.flatMap((section) =>
      entriesOf(scenario, section).map(({ id, name }) => {
        const scope = { section, ids: [id] }
        return { scope, name, kind: words.sections[section], about: aboutEntry(scenario, section, id) }
      }),
    )
  }

  /** Brings tabs up to date; returns what differs from the file. */
  function showTabs(ids: readonly TabId[]): readonly string[] {
    const document = documentNow()
    if (document === undefined) return []
    const { scenario, opened } = document
    const changed = changesSinceOpened(document).map(({ path }) => path)
    const now = readerOf(scenario)
    // What was added since has no former value to go back to.
    const values: Values = { now, opened: readerOf(opened, now), locks: lockIndexOf(scenario) }
    for (const id of ids) tabs.get(id)?.show(scenario, values, changed)
    if (tabList.selected === SCHEDULE) schedule.show(scenario, opened, values.locks)
    search.show(values)
    return changed
  }

  function show(): void {
    const changed = showTabs(TABS.filter((id) => id === tabList.selected))
    tabList.mark(markedTabs(changed), text.panel.hasChanges)
    standing.show(changed.length)
    history.show()
    help.refresh()
    preview.refresh()
  }

  function showDerived(scenario: Scenario, isPreview: boolean): void {
    const tab = tabs.get(tabList.selected as TabId)
    tab?.showDerived(tab.scope === undefined ? [] : derivedOf(scenario, tab.scope), isPreview)
  }

  function showView(): void {
    const isHistory = !history.element.hidden
    search.results.hidden = !search.active || isHistory
    panels.hidden = search.active || isHistory
    tabList.element.hidden = panels.hidden
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
    tabList.element,
    scroll,
    help.element,
    h('div', { class: 'panel-foot' }, createWhenChanged(store)),
  )
  store.subscribe(({ selection, document }, before) => {
    if (document?.origin !== before.document?.origin) search.clear()
    if (selection !== before.selection && selection !== undefined) reveal(selection)
    show()
  })

  function reveal(selected: Selection): void {
    const scope = scopeOf(selected)
    if (scope === undefined) return
    for (const tab of tabs.values()) tab.choose(scope)
    tabList.select(tabOf(scope.section))
  }

  return {
    focusSearch() {
      search.input.focus()
      search.input.select()
    },
    toggleHistory: () => toggleHistory(),
    get tab() {
      return tabList.selected
    },
    showTab(id) {
      if (id === SCHEDULE || TABS.some((tab) => tab === id)) tabList.select(id)
    },
  }
}

/** Settings of a tab with the name of its entry, or of the tab itself. */
function placed(
  title: string,
  { settings, scope, scopeName }: SettingsTab,
  scenario: Scenario | undefined,
): PlacedSetting[] {
  const [only, ...others] = scope?.ids ?? []
  const isOne = scenario && scope && only !== undefined && others.length === 0
  const place = scopeName || title
  const about = isOne ? aboutEntry(scenario, scope.section, only) : place
  return settings.map((setting) => ({ setting, place, about }))
}

/** Headings that stay as the person left them, over visits. */
function rememberedHeadings(store: Store): Headings {
  return {
    isOpen: (title) => !store.get().settings.closedGroups.includes(title),
    fold(title, open) {
      const others = store.get().settings.closedGroups.filter((other) => other !== title)
      store.set({ closedGroups: open ? others : [...others, title] })
    },
  }
}
