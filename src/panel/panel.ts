/** Panel: every parameter of the scenario, with search, help, reset, history and what a change does to the run. */
import { lockIndexOf, type Scenario } from '../scenario'
import { differencesBetween, type Selection, type Store, WHEN_CHANGED } from '../store'
import { text } from '../text'
import type { ControlHost } from './control'
import type { DerivedRow } from './derived'
import { createEdits } from './edits'
import { h } from './element'
import { createHelp } from './help'
import { createHistoryList } from './historyList'
import type { Headings, Values } from './pane'
import { createPreview } from './preview'
import { ENTRY_SECTIONS, type EntrySection } from './rows'
import { createSchedule } from './schedule'
import { entriesOf, readerOf, type Scope } from './scope'
import { createSearch, type FoundEntry, type PlacedSetting } from './search'
import { createTab, type SettingsTab } from './tab'
import { createTabList } from './tablist'

const words = text.page.panel
const HELP_ID = 'panel-help'
const OWN_TABS: readonly EntrySection[] = ['organisations', 'checkpoints']
const TAB_SECTIONS: Readonly<Record<keyof typeof words.tabs, readonly EntrySection[]>> = {
  global: [],
  organisation: ['organisations'],
  checkpoint: ['checkpoints'],
  network: ENTRY_SECTIONS.filter((section) => !OWN_TABS.includes(section)),
}
const TABS = Object.keys(TAB_SECTIONS) as (keyof typeof TAB_SECTIONS)[]
const SCHEDULE = 'schedule'
const SECTION_OF: Readonly<Record<Selection['kind'], EntrySection>> = {
  node: 'nodes',
  leg: 'legs',
  checkpoint: 'checkpoints',
}

export interface PanelOptions {
  readonly store: Store
  /** Numbers that follow from the parameters of some entries, e.g. their odds. */
  readonly derivedOf: (scenario: Scenario, scope: Scope) => readonly DerivedRow[]
}

export interface Panel {
  focusSearch(): void
  /** Shows or hides the history of changes. */
  toggleHistory(): void
}

export function createPanel(host: HTMLElement, { store, derivedOf }: PanelOptions): Panel {
  const documentNow = () => store.get().document
  const help = createHelp(HELP_ID, documentNow)
  const preview = createPreview(() => documentNow()?.scenario, showDerived)
  const { edit, reset } = createEdits(store, (setting, reason) => {
    show()
    help.explain(setting, reason)
  })
  const controlHost: ControlHost = {
    helpId: HELP_ID,
    edit,
    reset,
    typing: preview.type,
    explain: (setting) => help.explain(setting),
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
    settings: () => [...tabs].flatMap(([id, tab]) => placed(words.tabs[id], tab)),
    entries: foundEntries,
    onOpen: open,
    onToggle() {
      if (search.active) toggleHistory(false)
      showView()
      show()
    },
  })
  const count = h('span', {})
  const resetAll = h(
    'button',
    { type: 'button', class: 'quiet', onclick: resetEverything },
    text.panel.resetAll,
  )
  const historyButton = h('button', {
    type: 'button',
    class: 'quiet',
    'aria-expanded': 'false',
    onclick: () => toggleHistory(),
  })
  historyButton.append(text.history.open)
  const history = createHistoryList({
    store,
    onRefused: (reason) => help.warn(text.history.name, reason),
    onClose() {
      toggleHistory(false)
      historyButton.focus()
    },
  })

  const scroll = h('div', { class: 'panel-scroll' }, search.results, panels, history.element)

  function resetEverything(): void {
    store.applyVariant(undefined, words.resetAllDone)
  }

  function choose(scope: Scope): void {
    const kind = (Object.keys(SECTION_OF) as Selection['kind'][]).find(
      (name) => SECTION_OF[name] === scope.section,
    )
    for (const tab of tabs.values()) tab.choose(scope)
    const [id, ...others] = scope.ids
    if (kind !== undefined && id !== undefined && others.length === 0) store.select({ kind, id })
    show()
  }

  /** Leaves search and history for the parameters of some entries. */
  function open(scope: Scope): void {
    const tab = TABS.find((name) => TAB_SECTIONS[name].includes(scope.section))
    search.clear()
    toggleHistory(false)
    if (tab !== undefined) tabList.select(tab)
    choose(scope)
  }

  function foundEntries(): FoundEntry[] {
    const scenario = documentNow()?.scenario
    if (scenario === undefined) return []
    return ENTRY_SECTIONS.flatMap((section) =>
      entriesOf(scenario, section).map(({ id, name }) => {
        return { scope: { section, ids: [id] }, name, kind: words.sections[section] }
      }),
    )
  }

  function show(): void {
    const document = documentNow()
    if (document === undefined) return
    const { scenario, opened } = document
    const changed = differencesBetween(opened, scenario).map(({ path }) => path)
    const values: Values = { now: readerOf(scenario), opened: readerOf(opened), locks: lockIndexOf(scenario) }
    for (const [id, tab] of tabs)
      if (search.active || id === tabList.selected) tab.show(scenario, values, changed)
    if (tabList.selected === SCHEDULE) schedule.show(scenario, opened, values.locks)
    search.show(values)
    history.show()
    tabList.mark(markedTabs(changed), text.panel.hasChanges)
    resetAll.hidden = changed.length === 0
    count.textContent = text.history.changes(changed.length)
    help.refresh()
    preview.refresh()
  }

  function showDerived(scenario: Scenario, isPreview: boolean): void {
    const tab = tabs.get(tabList.selected as keyof typeof words.tabs)
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
    historyButton.setAttribute('aria-expanded', String(visible))
    showView()
    if (!visible) return
    history.show()
    history.focus()
  }

  host.append(
    h('div', { class: 'panel-head' }, search.input),
    h('div', { class: 'panel-state' }, count, h('span', { class: 'panel-acts' }, resetAll, historyButton)),
    tabList.element,
    scroll,
    help.element,
    h('div', { class: 'panel-foot' }, whenChanged(store)),
  )
  let selection: Selection | undefined
  store.subscribe((state) => {
    if (state.selection !== selection) {
      selection = state.selection
      if (selection !== undefined) reveal(selection)
    }
    show()
  })

  function reveal({ kind, id }: Selection): void {
    const section = SECTION_OF[kind]
    for (const tab of tabs.values()) tab.choose({ section, ids: [id] })
    tabList.select(section === 'checkpoints' ? 'checkpoint' : 'network')
  }

  return {
    focusSearch() {
      search.input.focus()
      search.input.select()
    },
    toggleHistory: () => toggleHistory(),
  }
}

/** Settings of a tab with the name of tab and entry. */
function placed(title: string, { settings, scopeName }: SettingsTab): PlacedSetting[] {
  const place = [title, scopeName].filter(Boolean).join(' · ')
  return settings.map((setting) => ({ setting, place }))
}

/** Tabs in which something differs from the file. */
function markedTabs(changed: readonly string[]): Set<string> {
  return new Set(
    changed.map((path) => {
      const [section] = path.split('.')
      if (section === 'interventions' || path.endsWith('.enabled')) return SCHEDULE
      return TABS.find((id) => TAB_SECTIONS[id].some((name) => name === section)) ?? 'global'
    }),
  )
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

function whenChanged(store: Store): HTMLElement {
  const options = WHEN_CHANGED.map((choice) => h('option', { value: choice }, words.whenChanged[choice]))
  const select = h('select', {}, ...options)
  select.value = store.get().settings.whenChanged
  select.addEventListener('change', () => {
    const chosen = WHEN_CHANGED.find((choice) => choice === select.value)
    if (chosen !== undefined) store.set({ whenChanged: chosen })
  })
  return h('label', { class: 'when-changed' }, h('span', {}, words.whenChangedName), select)
}
