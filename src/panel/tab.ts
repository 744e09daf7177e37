/** Tab: the settings of one entry or of several at once, with a list to choose from. */
import type { Scenario } from '../scenario'
import { text } from '../text'
import { h, html, render } from '../ui'
import { placeWords } from '../words'
import type { ControlHost } from './control'
import { createDerived, type DerivedRow } from './derived'
import { createPane, type Headings, type SettingsPane, type Values } from './pane'
import { entrySettings, globalSettings, type Setting } from './rows'
import { entriesOf, type Scope } from './scope'
import type { EntrySection } from './sections'
import { createSeveral } from './several'

const words = text.page.panel
const own = text.panel

export interface SettingsTab {
  readonly element: HTMLElement
  readonly settings: readonly Setting[]
  /** The chosen entries; undefined for the global settings. */
  readonly scope: Scope | undefined
  /** Name of what is chosen; empty for the global settings. */
  readonly scopeName: string
  /**
   * Builds anew only when other settings are due, else refreshes. `changed` holds the paths that differ from
   * the file.
   */
  show(scenario: Scenario, values: Values, changed: readonly string[]): void
  choose(scope: Scope): void
  showDerived(rows: readonly DerivedRow[], isPreview: boolean): void
}

interface TabOptions {
  /** Sections whose entries can be chosen; none for the global settings. */
  readonly sections: readonly EntrySection[]
  readonly controlHost: ControlHost
  readonly headings: Headings
  readonly onChoose: (scope: Scope) => void
}

export function createTab({ sections, controlHost, headings, onChoose }: TabOptions): SettingsTab {
  const derived = createDerived()
  const paneHost = h('div')
  const [only] = sections.length === 1 ? sections : []
  const name = only === undefined ? words.otherSections : words.sections[only]
  const select = h('select', { class: 'entry-select', 'aria-label': name })
  const several = createSeveral((ids) => scope && onChoose({ ...scope, ids }))
  const toggle = h('button', { type: 'button', class: 'quiet', title: own.severalName }, own.several)
  const head = h('div', { class: 'entry-head' }, h('span', {}, name), toggle)
  const empty = h('p', { class: 'nothing' }, own.none(name.toLowerCase()))
  const entry = h('div', { class: 'entry' }, head, select, several.element, empty)
  const element = h('div', {}, sections.length > 0 ? entry : '', derived.element, paneHost)
  let pane: SettingsPane | undefined
  let settings: readonly Setting[] = []
  let scope: Scope | undefined
  let scopeName = ''
  let isSeveral = false
  let built = ''

  select.addEventListener('change', () => {
    const [chosen, id] = select.value.split('/')
    const section = sections.find((candidate) => candidate === chosen)
    if (section !== undefined && id !== undefined) onChoose({ section, ids: [id] })
  })
  toggle.addEventListener('click', () => {
    if (scope === undefined) return
    isSeveral = !isSeveral
    const [first] = scope.ids
    onChoose(isSeveral || first === undefined ? scope : { ...scope, ids: [first] })
    if (isSeveral) several.focus()
  })

  function list(scenario: Scenario, changed: readonly string[]): void {
    const known = (candidate: Scope) => {
      const ids = new Set(scenario[candidate.section].map(({ id }) => id))
      return candidate.ids.every((id) => ids.has(id)) && (isSeveral || candidate.ids.length > 0)
    }
    if (scope === undefined || !known(scope)) {
      isSeveral = false
      scope = firstOf(scenario, sections)
    }
    const entries = sections.map((section) => ({ section, list: entriesOf(scenario, section) }))
    const marked = new Set(changed.map((path) => path.split('.', 2).join('/')))
    const groups = entries.map(({ section, list }) => {
      const options = list.map(({ id, name: title }) => {
        const value = `${section}/${id}`
        return html`<option value=${value}>${marked.has(value) ? own.marked(title) : title}</option>`
      })
      if (sections.length === 1) return html`${options}`
      return html`<optgroup label=${words.sections[section]}>${options}</optgroup>`
    })
    render(groups, select)
    showChosen(scenario)
  }

  function showChosen(scenario: Scenario): void {
    const [first = ''] = scope?.ids ?? []
    select.hidden = isSeveral || scope === undefined
    empty.hidden = scope !== undefined
    several.element.hidden = !isSeveral
    toggle.setAttribute('aria-pressed', String(isSeveral))
    toggle.hidden = scope === undefined || scenario[scope.section].length < 2
    if (scope === undefined) return
    select.value = `${scope.section}/${first}`
    if (isSeveral) several.show(scenario, scope.section, scope.ids)
    scopeName = isSeveral
      ? text.history.places(scope.ids.length, scope.section, '')
      : placeWords(scenario, `${scope.section}.${first}`).entry
  }

  return {
    element,
    get settings() {
      return settings
    },
    get scope() {
      return scope
    },
    get scopeName() {
      return scopeName
    },
    show(scenario, values, changed) {
      list(scenario, changed)
      settings = scope === undefined ? globalSettings(scenario) : entrySettings(scenario, scope)
      if (sections.length > 0 && scope === undefined) settings = []
      const wanted = settings.map(({ path, group }) => `${group}:${path}`).join()
      if (wanted !== built) {
        built = wanted
        pane?.dispose()
        pane = createPane(paneHost, settings, controlHost, headings)
      }
      pane?.show(values)
    },
    choose(next) {
      if (!sections.includes(next.section)) return
      scope = next
      if (next.ids.length > 1) isSeveral = true
    },
    showDerived: derived.show,
  }
}

function firstOf(scenario: Scenario, sections: readonly EntrySection[]): Scope | undefined {
  for (const section of sections) {
    const [first] = entriesOf(scenario, section)
    if (first !== undefined) return { section, ids: [first.id] }
  }
  return undefined
}
