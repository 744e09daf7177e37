/** Entry form: all fields of an intervention or operation, checked at every keystroke. */
import { freshId, LIMITS, type Scenario, type ScenarioIssue, setAll } from '../../../scenario'
import type { Selection } from '../../../store'
import { text } from '../../../text'
import { h, html, render, write } from '../../../ui'
import { scheduleOf } from '../../../words'
import type { Block } from './blocks'
import { newChange, newOperation } from './drafts'
import { listWith } from './edits'
import { createInterventionFields, createOperationFields, type EntryFields } from './entryFields'
import { faultText, field, offer } from './form'

const words = text.scheduleEditor

type Section = Block['section']
const SECTIONS = ['interventions', 'operations'] as const

export interface EntryForm {
  readonly element: HTMLElement
  /** The entry as typed, valid or not. */
  read(): {
    readonly section: Section
    readonly id: string
    readonly title: string
    readonly entry: object
  }
  /** Whether the entry is valid; shows beside its fields what is wrong, or else what the entry does. */
  check(): boolean
  /** Shows mistakes beside their fields. */
  fault(issues: readonly ScenarioIssue[]): void
  focus(): void
}

/** What a form begins with: the entry of a block, or a new one about what is selected, on a day. */
export interface EntryFormOptions {
  readonly scenario: Scenario
  readonly block: Block | undefined
  readonly selection: Selection | undefined
  readonly today: string
}

export function createEntryForm({ scenario, block, selection, today }: EntryFormOptions): EntryForm {
  const title = h('input', { type: 'text', maxlength: LIMITS.name, autocomplete: 'off' })
  const enabled = h('input', { type: 'checkbox', role: 'switch', class: 'switch' })
  const kind = h('select', {})
  const titleField = field(words.title, title)
  const kindField = field(words.kind, kind)
  const body = h('div', {})
  const lines = h('ul', {})
  const summary = h('div', { class: 'editor-summary' }, h('h3', {}, words.summary), lines)
  const problem = h('p', { class: 'editor-fault', role: 'alert', hidden: true })
  const before = block && entryOf(scenario, block.section, block.id)
  title.value = block?.title ?? words.newTitle.interventions
  enabled.checked = block?.enabled ?? true
  kindField.element.hidden = block !== undefined
  offer(
    kind,
    SECTIONS.map((name) => ({ value: name, label: words.kinds[name], heading: '' })),
    block?.section ?? 'interventions',
  )
  let fields = fieldsNow()
  render(html`${fields.element}`, body)

  function sectionNow(): Section {
    return kind.value === 'operations' ? 'operations' : 'interventions'
  }

  function fieldsNow(): EntryFields {
    if (sectionNow() === 'operations') {
      const entry = scenario.operations.find(({ id }) => id === block?.id)
      return createOperationFields(scenario, entry ?? newOperation(scenario, selection, today))
    }
    const entry = scenario.interventions.find(({ id }) => id === block?.id)
    const changes = entry?.changes ?? [newChange(scenario, selection, today)]
    return createInterventionFields(scenario, changes, check)
  }

  function read(): ReturnType<EntryForm['read']> {
    const section = sectionNow()
    const others = [...scenario.interventions, ...scenario.operations]
    const id = block?.id ?? freshId(title.value, others, { separator: '-', otherwise: section })
    const name = section === 'operations' ? { name: title.value } : { title: title.value }
    const entry = { ...before, id, ...name, enabled: enabled.checked, ...fields.read() }
    return { section, id, title: title.value, entry }
  }

  function fault(issues: readonly ScenarioIssue[]): void {
    const { section, id } = read()
    const path = `${section}.${id}`
    const isTitle = (issue: ScenarioIssue) => issue.path === `${path}.title` || issue.path === `${path}.name`
    titleField.fault(issues.filter(isTitle))
    const [rest] = fields.fault(issues, path).filter((issue) => !isTitle(issue))
    problem.hidden = rest === undefined
    write(problem, rest === undefined ? '' : faultText(rest))
  }

  function check(): boolean {
    const { section, id, entry } = read()
    const checked = setAll(scenario, [listWith(scenario, section, id, entry)])
    fault(checked.ok ? [] : checked.issues)
    summary.hidden = !checked.ok
    if (checked.ok) {
      const item = scheduleOf(checked.scenario).find((one) => one.section === section && one.id === id)
      const details = [item?.dates ?? '', ...(item?.lines ?? [])]
      render(
        details.map((line) => html`<li>${line}</li>`),
        lines,
      )
    }
    return checked.ok
  }

  kind.addEventListener('change', () => {
    const isUntouched = SECTIONS.some((name) => title.value === words.newTitle[name])
    if (isUntouched) title.value = words.newTitle[sectionNow()]
    fields = fieldsNow()
    render(html`${fields.element}`, body)
    check()
  })
  const element = h(
    'div',
    { class: 'dialog-body' },
    kindField.element,
    titleField.element,
    h('label', {}, enabled, h('span', {}, words.enabled)),
    body,
    problem,
    summary,
  )
  return {
    element,
    read,
    check,
    fault,
    focus() {
      title.focus()
      title.select()
    },
  }
}

function entryOf(scenario: Scenario, section: Section, id: string): object | undefined {
  const list: readonly { readonly id: string }[] = scenario[section]
  return list.find((entry) => entry.id === id)
}
