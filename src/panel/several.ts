/** Several: chooses entries of a section to be edited together: a group with something in common, or ticked one by one. */
import type { Scenario } from '../scenario'
import { text } from '../text'
import { h } from '../ui'
import { countryText } from '../words'
import { type EntryGroup, entriesOf, GROUP_FIELDS, groupsOf } from './scope'
import type { EntrySection } from './sections'

const words = text.panel

export interface Several {
  readonly element: HTMLElement
  show(scenario: Scenario, section: EntrySection, chosen: readonly string[]): void
  focus(): void
}

export function createSeveral(onChoose: (ids: readonly string[]) => void): Several {
  const groupSelect = h('select', { class: 'several-group', 'aria-label': words.chooseGroup })
  const ticks = h('fieldset', { class: 'several-ticks' })
  const count = h('p', { class: 'several-count', role: 'status' })
  const element = h('div', { class: 'several' }, groupSelect, ticks, count)
  let groups: readonly EntryGroup[] = []
  let everyId: readonly string[] = []
  let boxes: ReadonlyMap<string, HTMLInputElement> = new Map()
  let listed = ''

  groupSelect.addEventListener('change', () => {
    if (groupSelect.value === ALL) onChoose(everyId)
    else if (groupSelect.value === NONE) onChoose([])
    else onChoose(groups[Number(groupSelect.value)]?.ids ?? [])
  })
  ticks.addEventListener('change', () => onChoose(everyId.filter((id) => boxes.get(id)?.checked ?? false)))

  function list(scenario: Scenario, section: EntrySection): void {
    const entries = entriesOf(scenario, section)
    const key = `${section}:${entries.map(({ id }) => id).join()}`
    if (key === listed) return
    listed = key
    everyId = entries.map(({ id }) => id)
    groups = groupsOf(scenario, section)
    boxes = new Map(entries.map(({ id }) => [id, h('input', { type: 'checkbox', value: id })]))
    const rows = entries.map(({ id, name }) => h('label', {}, boxes.get(id), h('span', {}, name)))
    ticks.replaceChildren(h('legend', {}, words.tick), ...rows)
    groupSelect.replaceChildren(
      h('option', { value: '', hidden: true }, words.ownChoice),
      h('option', { value: ALL }, words.everyOne(everyId.length)),
      h('option', { value: NONE }, words.noOne),
      ...GROUP_FIELDS.flatMap((field) => optionsOf(groups, field)),
    )
  }

  return {
    element,
    show(scenario, section, chosen) {
      list(scenario, section)
      const ids = new Set(chosen)
      for (const [id, box] of boxes) box.checked = ids.has(id)
      count.textContent = words.chosen(ids.size, everyId.length)
      const match = groups.findIndex(
        (group) => group.ids.length === ids.size && group.ids.every((id) => ids.has(id)),
      )
      const all = ids.size === everyId.length ? ALL : ids.size === 0 ? NONE : ''
      groupSelect.value = all !== '' || match < 0 ? all : String(match)
      groupSelect.dataset.choice = groupSelect.value === '' ? 'own' : groupSelect.value
    },
    focus: () => groupSelect.focus(),
  }
}

const ALL = 'all'
const NONE = 'none'

function optionsOf(groups: readonly EntryGroup[], wanted: EntryGroup['field']): HTMLElement[] {
  const options = groups.flatMap(({ field, value, ids }, i) => {
    const name = field === 'country' ? countryText(value) : value
    return field === wanted ? [h('option', { value: String(i) }, words.groupOf(name, ids.length))] : []
  })
  return options.length === 0 ? [] : [h('optgroup', { label: words.fields[wanted] }, ...options)]
}
