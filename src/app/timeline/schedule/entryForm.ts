/** Entry form: all fields of an intervention or operation, checked at every keystroke. */
import { LIMITS, type Scenario, type ScenarioIssue } from '../../../scenario'
import type { Selection } from '../../../store'
import { text } from '../../../text'
import { h, html, render, write } from '../../../ui'
import { type Block, blockPath } from './blocks'
import { newChange, newOperation } from './drafts'
import { draftOf, type EntryDraft, isOfTitle, judge } from './entryDraft'
import { createInterventionFields, createOperationFields, type EntryFields } from './entryFields'
import { faultText, field, offer } from './form'

const words = text.scheduleEditor

type Section = Block['section']
const SECTIONS = ['interventions', 'operations'] as const

export interface EntryForm {
  readonly element: HTMLElement
  /** The entry as typed, valid or not. */
  read(): EntryDraft
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

  function read(): EntryDraft {
    const written = { title: title.value, enabled: enabled.checked, content: fields.read() }
    return draftOf(scenario, block, { section: sectionNow(), ...written })
  }

  function fault(issues: readonly ScenarioIssue[]): void {
    const draft = read()
    const isTitle = (issue: ScenarioIssue) => isOfTitle(issue, draft)
    titleField.fault(issues.filter(isTitle))
    const [rest] = fields.fault(issues, blockPath(draft)).filter((issue) => !isTitle(issue))
    problem.hidden = rest === undefined
    write(problem, rest === undefined ? '' : faultText(rest))
  }

  function check(): boolean {
    const { issues, summary: details } = judge(scenario, read())
    const isRight = issues.length === 0
    fault(issues)
    summary.hidden = !isRight
    if (isRight) render(html`${details.map((line) => html`<li>${line}</li>`)}`, lines)
    return isRight
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
