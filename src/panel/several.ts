/** Several: chooses the entries of a section to edit together, as a group or one by one. */
import type { Scenario } from '../scenario'
import { text } from '../text'
import { h, html, live, nothing, render, repeat, type View } from '../ui'
import { countryText } from '../words'
import { type EntryGroup, entriesOf, GROUP_FIELDS, groupsOf, type NamedEntry } from './scope'
import type { EntrySection } from './sections'

const words = text.panel

export interface Several {
  readonly element: HTMLElement
  show(scenario: Scenario, section: EntrySection, chosen: readonly string[]): void
  focus(): void
}

export function createSeveral(onChoose: (ids: readonly string[]) => void): Several {
  const groupSelect = h('select', { 'aria-label': words.chooseGroup })
  const ticks = h('fieldset', { class: 'several-ticks' })
  const count = h('p', { class: 'several-count', role: 'status' })
  const element = h('div', { class: 'several' }, groupSelect, ticks, count)
  let groups: readonly EntryGroup[] = []
  let entries: readonly NamedEntry[] = []

  groupSelect.addEventListener('change', () => {
    if (groupSelect.value === ALL) onChoose(entries.map(({ id }) => id))
    else if (groupSelect.value === NONE) onChoose([])
    else onChoose(groups[Number(groupSelect.value)]?.ids ?? [])
  })
  ticks.addEventListener('change', () => {
    const ticked = new Set(
      [...ticks.querySelectorAll<HTMLInputElement>(':checked')].map(({ value }) => value),
    )
    onChoose(entries.map(({ id }) => id).filter((id) => ticked.has(id)))
  })

  return {
    element,
    show(scenario, section, chosen) {
      entries = entriesOf(scenario, section)
      groups = groupsOf(scenario, section)
      const ids = new Set(chosen)
      const tick = ({ id, name }: NamedEntry) => html`<label>
        <input type="checkbox" value=${id} .checked=${live(ids.has(id))} /><span>${name}</span>
      </label>`
      render(html`<legend>${words.tick}</legend>${repeat(entries, ({ id }) => id, tick)}`, ticks)
      render(optionsView(groups, entries.length), groupSelect)
      count.textContent = words.chosen(ids.size, entries.length)
      groupSelect.value = choiceOf(groups, ids, entries.length)
      groupSelect.dataset.choice = groupSelect.value === '' ? 'own' : groupSelect.value
    },
    focus: () => groupSelect.focus(),
  }
}

const ALL = 'all'
const NONE = 'none'

/** What the list of groups shows for a choice of ids; empty where it is no group. */
function choiceOf(groups: readonly EntryGroup[], ids: ReadonlySet<string>, all: number): string {
  if (ids.size === all) return ALL
  if (ids.size === 0) return NONE
  const match = groups.findIndex(
    (group) => group.ids.length === ids.size && group.ids.every((id) => ids.has(id)),
  )
  return match < 0 ? '' : String(match)
}

function optionsView(groups: readonly EntryGroup[], all: number): View {
  return html`
    <option value="" hidden>${words.ownChoice}</option>
    <option value=${ALL}>${words.everyOne(all)}</option>
    <option value=${NONE}>${words.noOne}</option>
    ${GROUP_FIELDS.map((field) => groupView(groups, field))}
  `
}

function groupView(groups: readonly EntryGroup[], wanted: EntryGroup['field']): View {
  const options = groups.flatMap(({ field, value, ids }, i) => {
    const name = field === 'country' ? countryText(value) : value
    return field === wanted ? [html`<option value=${i}>${words.groupOf(name, ids.length)}</option>`] : []
  })
  if (options.length === 0) return nothing
  return html`<optgroup label=${words.fields[wanted]}>${options}</optgroup>`
}
