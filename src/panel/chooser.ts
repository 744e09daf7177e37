/** Chooser: the list from which one entry is chosen, or several at once. */
import type { Scenario } from '../scenario'
import { text } from '../text'
import { h, html, render, type View } from '../ui'
import { placeWords } from '../words'
import { entriesOf, type Scope } from './scope'
import type { EntrySection } from './sections'
import { createSeveral } from './several'

const words = text.page.panel
const own = text.panel

export interface Chooser {
  readonly element: HTMLElement
  /** The chosen entries; undefined where there are none to choose from. */
  readonly scope: Scope | undefined
  /** Name of what is chosen. */
  readonly scopeName: string
  /**
   * Lists the entries and marks those in `changed` (`section/id`). A choice is kept while its entries exist.
   */
  show(scenario: Scenario, changed: ReadonlySet<string>): void
  choose(scope: Scope): void
}

export function createChooser(sections: readonly EntrySection[], onChoose: (scope: Scope) => void): Chooser {
  const [only] = sections.length === 1 ? sections : []
  const name = only === undefined ? words.otherSections : words.sections[only]
  const select = h('select', { 'aria-label': name })
  const several = createSeveral((ids) => scope && onChoose({ ...scope, ids }))
  const toggle = h('button', { type: 'button', class: 'quiet', title: own.severalName }, own.several)
  const head = h('div', { class: 'entry-head' }, h('span', {}, name), toggle)
  const empty = h('p', { class: 'nothing' }, own.none(name.toLowerCase()))
  let scope: Scope | undefined
  let scopeName = ''
  let isSeveral = false

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

  function showChosen(scenario: Scenario): void {
    select.hidden = isSeveral || scope === undefined
    empty.hidden = scope !== undefined
    several.element.hidden = !isSeveral
    toggle.setAttribute('aria-pressed', String(isSeveral))
    toggle.hidden = scope === undefined || scenario[scope.section].length < 2
    if (scope === undefined) return
    const { section, ids } = scope
    const path = `${section}.${ids[0] ?? ''}`
    select.value = path.replace('.', '/')
    if (isSeveral) several.show(scenario, section, ids)
    scopeName = isSeveral ? text.history.places(ids.length, section, '') : placeWords(scenario, path).entry
  }

  return {
    element: h('div', { class: 'entry' }, head, select, several.element, empty),
    get scope() {
      return scope
    },
    get scopeName() {
      return scopeName
    },
    show(scenario, changed) {
      if (scope === undefined || !exists(scenario, scope, isSeveral)) {
        isSeveral = false
        scope = firstOf(scenario, sections)
      }
      render(optionsView(scenario, sections, changed), select)
      showChosen(scenario)
    },
    choose(next) {
      if (!sections.includes(next.section)) return
      scope = next
      if (next.ids.length > 1) isSeveral = true
    },
  }
}

/** The entries by section; without a heading where there is only one. */
function optionsView(
  scenario: Scenario,
  sections: readonly EntrySection[],
  changed: ReadonlySet<string>,
): View {
  const groups = sections.map((section) => {
    const options = entriesOf(scenario, section).map(({ id, name }) => {
      const value = `${section}/${id}`
      return html`<option value=${value}>${changed.has(value) ? own.marked(name) : name}</option>`
    })
    if (sections.length === 1) return html`${options}`
    return html`<optgroup label=${words.sections[section]}>${options}</optgroup>`
  })
  return html`${groups}`
}

function exists(scenario: Scenario, { section, ids }: Scope, mayBeEmpty: boolean): boolean {
  const known = new Set(scenario[section].map(({ id }) => id))
  return ids.every((id) => known.has(id)) && (mayBeEmpty || ids.length > 0)
}

function firstOf(scenario: Scenario, sections: readonly EntrySection[]): Scope | undefined {
  for (const section of sections) {
    const [first] = entriesOf(scenario, section)
    if (first !== undefined) return { section, ids: [first.id] }
  }
  return undefined
}
