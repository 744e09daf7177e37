/** Panel: every parameter of the scenario, with search, help, reset and what a change does to the run. */
import { type Evidence, type EvidenceIndex, evidenceIndexOf, getAt, type Scenario } from '../scenario'
import { changesBetween, type Selection, type Store, WHEN_CHANGED } from '../store'
import { text } from '../text'
import type { ControlHost } from './control'
import { h } from './element'
import { createPane, type SettingsPane } from './pane'
import { ENTRY_SECTIONS, type EntrySection, type Setting } from './rows'
import { createTab, type DerivedRow, type Entry, type SettingsTab } from './tab'
import { createTabList } from './tablist'
import { evidenceText, rangeText, valueText } from './words'

const words = text.page.panel
const HELP_ID = 'panel-help'
const OWN_TABS: readonly EntrySection[] = ['organisations', 'checkpoints']
const OTHER_SECTIONS = ENTRY_SECTIONS.filter((section) => !OWN_TABS.includes(section))
const SECTION_OF: Readonly<Record<Exclude<Selection['kind'], 'shipment'>, EntrySection>> = {
  node: 'nodes',
  leg: 'legs',
  checkpoint: 'checkpoints',
  route: 'routes',
}

export interface PanelOptions {
  readonly store: Store
  /** Numbers derived from an entry's parameters, e.g. its live odds. */
  readonly derivedOf: (entry: Entry) => readonly DerivedRow[]
}

export interface Panel {
  focusSearch(): void
  /** Shows derived values anew. */
  refresh(): void
}

export function createPanel(host: HTMLElement, { store, derivedOf }: PanelOptions): Panel {
  const help = h('div', { class: 'panel-help', id: HELP_ID })
  const search = h('input', {
    type: 'search',
    placeholder: words.search,
    'aria-label': words.search,
    class: 'search',
  })
  const found = h('div', { class: 'pane', hidden: true })
  const resetAll = h('button', { type: 'button', class: 'quiet', onclick: () => resetEverything() })
  let foundPane: SettingsPane | undefined
  let evidence: { of: Scenario; index: EvidenceIndex } | undefined
  let explained: Setting | undefined

  const controlHost: ControlHost = {
    helpId: HELP_ID,
    edit(setting, value, final) {
      const issues = store.edit(
        setting.path,
        value,
        words.changed(setting.title, valueText(setting.row, value)),
        final,
      )
      if (issues === undefined) return
      show()
      explain(setting, issues.map(({ message, expected }) => words.refused(message, expected)).join(' '))
    },
    reset(setting) {
      const { document } = store.get()
      if (document === undefined) return
      store.reset([[setting.path, getAt(document.opened, setting.path)]], words.resetDone(setting.title))
    },
    explain: (setting) => explain(setting),
  }
  const sectionNames = words.sections
  const tabs: Readonly<Record<keyof typeof words.tabs, SettingsTab>> = {
    global: createTab({ sections: [], sectionNames, controlHost, onChoose: choose }),
    organisation: createTab({ sections: ['organisations'], sectionNames, controlHost, onChoose: choose }),
    checkpoint: createTab({ sections: ['checkpoints'], sectionNames, controlHost, onChoose: choose }),
    network: createTab({
      sections: OTHER_SECTIONS,
      sectionNames,
      controlHost,
      onChoose: choose,
    }),
  }
  const tabList = createTabList(
    words.tabsName,
    Object.entries(tabs).map(([id, { element }]) => ({
      id,
      title: words.tabs[id as keyof typeof tabs],
      element,
    })),
    () => show(),
  )

  function resetEverything(): void {
    store.applyVariant(undefined, words.resetAllDone)
  }

  function choose(entry: Entry): void {
    const kind = (Object.keys(SECTION_OF) as (keyof typeof SECTION_OF)[]).find(
      (name) => SECTION_OF[name] === entry.section,
    )
    for (const tab of Object.values(tabs)) tab.choose(entry)
    if (kind !== undefined) store.select({ kind, id: entry.id })
    show()
  }

  function evidenceFor(path: string): Evidence | undefined {
    const { document } = store.get()
    if (document === undefined) return undefined
    if (evidence?.of !== document.opened)
      evidence = { of: document.opened, index: evidenceIndexOf(document.opened) }
    return evidence.index.get(path)
  }

  function explain(setting: Setting, warning?: string): void {
    if (explained === setting && warning === undefined) return
    explained = setting
    const { row, title, path } = setting
    help.replaceChildren(
      h(
        'p',
        { class: 'help-title' },
        h('strong', {}, title),
        h('span', { class: 'help-role' }, words.roleNames[row.role]),
      ),
      warning === undefined
        ? h('p', {}, row.help)
        : h('p', { class: 'help-warning', role: 'alert' }, warning),
      h(
        'p',
        { class: 'help-source' },
        [rangeText(row), evidenceText(evidenceFor(path))].filter(Boolean).join(' · '),
      ),
    )
  }

  function show(): void {
    const { document } = store.get()
    if (document === undefined) return
    const { scenario, opened } = document
    tabs[tabList.selected as keyof typeof tabs].show(scenario, opened)
    foundPane?.show(scenario, opened)
    const count = changesBetween(opened, scenario)
    resetAll.hidden = count === 0
    resetAll.textContent = words.resetAll(count)
    refresh()
  }

  function refresh(): void {
    const tab = tabs[tabList.selected as keyof typeof tabs]
    tab.showDerived(tab.entry === undefined ? [] : derivedOf(tab.entry))
  }

  function find(): void {
    const { document } = store.get()
    const query = search.value.trim().toLowerCase()
    foundPane?.dispose()
    foundPane = undefined
    found.hidden = query === ''
    tabList.element.hidden = query !== ''
    if (query === '' || document === undefined) return
    for (const tab of Object.values(tabs)) tab.show(document.scenario, document.opened)
    const matches = Object.entries(tabs).flatMap(([id, tab]) => {
      const place = [words.tabs[id as keyof typeof tabs], tab.entryName].filter(Boolean).join(' · ')
      return tab.settings
        .filter((setting) => matchesQuery(setting, query))
        .map((setting) => ({ ...setting, group: place }))
    })
    foundPane = createPane(found, matches, controlHost)
    if (matches.length === 0) found.append(h('p', { class: 'nothing' }, words.nothingFound))
    show()
  }

  search.addEventListener('input', find)
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || search.value === '') return
    event.stopPropagation()
    search.value = ''
    find()
  })
  host.append(
    h('div', { class: 'panel-head' }, search, resetAll),
    h('div', { class: 'panel-scroll' }, found, tabList.element),
    help,
    h('div', { class: 'panel-foot' }, whenChanged(store)),
  )
  help.append(h('p', { class: 'help-source' }, words.helpHint))
  let selection: Selection | undefined
  store.subscribe((state) => {
    if (state.selection !== selection) {
      selection = state.selection
      if (selection !== undefined) reveal(selection)
    }
    show()
  })

  function reveal({ kind, id }: Selection): void {
    if (kind === 'shipment') return
    const section = SECTION_OF[kind]
    for (const tab of Object.values(tabs)) tab.choose({ section, id })
    tabList.select(section === 'checkpoints' ? 'checkpoint' : 'network')
  }

  return {
    focusSearch() {
      search.focus()
      search.select()
    },
    refresh,
  }
}

function matchesQuery({ title, group, path, row }: Setting, query: string): boolean {
  return [title, group, path, row.help, row.unit].some((part) => part.toLowerCase().includes(query))
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
