/** Tab: the settings of one entry, with a list to choose the entry from. */
import type { Scenario, Section } from '../scenario'
import { text } from '../text'
import type { ControlHost } from './control'
import { h } from './element'
import { createPane, type SettingsPane } from './pane'
import { type EntrySection, GLOBAL_SECTIONS, type Setting, settingsOf } from './rows'

/** A row of a derived value, e.g. live odds. */
export interface DerivedRow {
  readonly label: string
  readonly value: string
}

export interface Entry {
  readonly section: EntrySection
  readonly id: string
}

export interface SettingsTab {
  readonly element: HTMLElement
  readonly settings: readonly Setting[]
  readonly entry: Entry | undefined
  /** Name of the chosen entry; empty for the global settings. */
  readonly entryName: string
  /** Builds anew only when other settings are due, else refreshes. */
  show(scenario: Scenario, opened: Scenario): void
  choose(entry: Entry): void
  showDerived(rows: readonly DerivedRow[]): void
}

interface TabOptions {
  /** Sections whose entries can be chosen; none for the global settings. */
  readonly sections: readonly EntrySection[]
  readonly sectionNames: Readonly<Record<EntrySection, string>>
  readonly controlHost: ControlHost
  readonly onChoose: (entry: Entry) => void
}

export function createTab({ sections, sectionNames, controlHost, onChoose }: TabOptions): SettingsTab {
  const derived = h('dl', { class: 'derived' })
  const paneHost = h('div', { class: 'pane' })
  const select = h('select', { class: 'entry-select' })
  const label = h('label', { class: 'entry' }, h('span', {}, ''), select)
  const element = h('div', { class: 'tab-body' }, sections.length > 0 ? label : undefined, derived, paneHost)
  let pane: SettingsPane | undefined
  let settings: readonly Setting[] = []
  let entry: Entry | undefined
  let listed = ''
  let built = ''

  select.addEventListener('change', () => {
    const [section, id] = select.value.split('/')
    const chosen = sections.find((candidate) => candidate === section)
    if (chosen !== undefined && id !== undefined) onChoose({ section: chosen, id })
  })

  function list(scenario: Scenario): void {
    const names = sections.flatMap((section) => scenario[section].map(({ id }) => `${section}/${id}`))
    if (entry === undefined || !names.includes(`${entry.section}/${entry.id}`)) entry = firstOf(scenario)
    if (names.join() !== listed) {
      listed = names.join()
      const [only] = sections.length === 1 ? sections : []
      const name = only === undefined ? text.page.panel.otherSections : sectionNames[only]
      label.firstElementChild?.replaceChildren(name)
      const groups = sections.map((section) => {
        const options = entriesOf(scenario, section).map(({ id, name }) =>
          h('option', { value: `${section}/${id}` }, name),
        )
        return sections.length === 1 ? options : [h('optgroup', { label: sectionNames[section] }, ...options)]
      })
      select.replaceChildren(...groups.flat())
    }
    if (entry !== undefined) select.value = `${entry.section}/${entry.id}`
  }

  function firstOf(scenario: Scenario): Entry | undefined {
    for (const section of sections) {
      const [first] = entriesOf(scenario, section)
      if (first !== undefined) return { section, id: first.id }
    }
    return undefined
  }

  function present(scenario: Scenario): Setting[] {
    if (sections.length === 0)
      return GLOBAL_SECTIONS.flatMap((section: Section) => settingsOf(scenario, section))
    return entry === undefined ? [] : settingsOf(scenario, entry.section, entry.id)
  }

  return {
    element,
    get settings() {
      return settings
    },
    get entryName() {
      return select.selectedOptions[0]?.textContent ?? ''
    },
    get entry() {
      return entry
    },
    show(scenario, opened) {
      list(scenario)
      settings = present(scenario)
      const wanted = settings.map(({ path, group }) => `${group}:${path}`).join()
      if (wanted !== built) {
        built = wanted
        pane?.dispose()
        pane = createPane(paneHost, settings, controlHost)
      }
      pane?.show(scenario, opened)
    },
    choose(next) {
      if (sections.includes(next.section)) entry = next
    },
    showDerived(rows) {
      derived.hidden = rows.length === 0
      derived.replaceChildren(
        ...rows.map(({ label: name, value }) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
      )
    },
  }
}

/** Entries of a section by name. */
function entriesOf(scenario: Scenario, section: EntrySection): { id: string; name: string }[] {
  const entries: readonly { id: string; name?: string }[] = scenario[section]
  return entries
    .map(({ id, name }) => ({ id, name: name ?? id }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
