/** Editor: the dialog in which an intervention or operation is written, checked at every keystroke. */
import { isoDateOf, parseIsoDate } from '../../../engine'
import { freshId, LIMITS, type Scenario, type ScenarioIssue, setAll } from '../../../scenario'
import type { Store } from '../../../store'
import { text } from '../../../text'
import { h, html, iconButton, render, write } from '../../../ui'
import { scheduleOf } from '../../../words'
import { type Block, blockPath } from './blocks'
import { newChange, newOperation } from './drafts'
import { listWith, type ScheduleEdits } from './edits'
import { createInterventionFields, createOperationFields, type EntryFields } from './entryFields'
import { faultText, field, offer } from './form'

const words = text.scheduleEditor

type Section = Block['section']
const SECTIONS = ['interventions', 'operations'] as const

export interface EditorHost {
  readonly store: Store
  readonly edits: ScheduleEdits
  /** Day of the run on show, for new entries. */
  today(): number
  /** An entry was put in place, or a block is to be removed. */
  onSaved(path: string): void
  remove(block: Block): void
}

/** Opens the editor for a block, or for a new one. */
export function openEditor(host: EditorHost, block: Block | undefined): void {
  const { document: open, selection } = host.store.get()
  if (open === undefined) return
  const { scenario } = open
  const start = parseIsoDate(scenario.startDate) ?? 0
  const today = isoDateOf(start + Math.min(host.today(), scenario.days - 1))
  const title = h('input', { type: 'text', maxlength: LIMITS.name, autocomplete: 'off' })
  const enabled = h('input', { type: 'checkbox', role: 'switch', class: 'switch' })
  const kind = h('select', {})
  const titleField = field(words.title, title)
  const kindField = field(words.kind, kind)
  const body = h('div', {})
  const lines = h('ul', {})
  const summary = h('div', { class: 'editor-summary' }, h('h3', {}, words.summary), lines)
  const fault = h('p', { class: 'editor-fault', role: 'alert', hidden: true })
  let fields: EntryFields | undefined

  const before = block && entryOf(scenario, block)
  title.value = block?.title ?? words.newTitle.interventions
  enabled.checked = block?.enabled ?? true
  kindField.element.hidden = block !== undefined
  offer(
    kind,
    SECTIONS.map((name) => ({ value: name, label: words.kinds[name], heading: '' })),
    block?.section ?? 'interventions',
  )

  function sectionNow(): Section {
    return kind.value === 'operations' ? 'operations' : 'interventions'
  }

  function build(): void {
    if (sectionNow() === 'operations') {
      const entry = scenario.operations.find(({ id }) => id === block?.id)
      fields = createOperationFields(scenario, entry ?? newOperation(scenario, selection, today))
    } else {
      const entry = scenario.interventions.find(({ id }) => id === block?.id)
      const changes = entry?.changes ?? [newChange(scenario, selection, today)]
      fields = createInterventionFields(scenario, changes, check)
    }
    render(html`${fields.element}`, body)
  }

  /** The entry as it stands in the form, with its id. */
  function read(): { readonly id: string; readonly entry: object } {
    const others = [...scenario.interventions, ...scenario.operations]
    const style = { separator: '-', otherwise: sectionNow() }
    const id = block?.id ?? freshId(title.value, others, style)
    const name = sectionNow() === 'operations' ? { name: title.value } : { title: title.value }
    return { id, entry: { ...before, id, ...name, enabled: enabled.checked, ...fields?.read() } }
  }

  function show(issues: readonly ScenarioIssue[], id: string): void {
    const path = `${sectionNow()}.${id}`
    const isTitle = (issue: ScenarioIssue) => issue.path === `${path}.title` || issue.path === `${path}.name`
    titleField.fault(issues.filter(isTitle))
    const others = fields?.fault(issues, path) ?? issues
    const [rest] = others.filter((issue) => !isTitle(issue))
    fault.hidden = rest === undefined
    write(fault, rest === undefined ? '' : faultText(rest))
  }

  function check(): boolean {
    const { id, entry } = read()
    const checked = setAll(scenario, [listWith(scenario, sectionNow(), id, entry)])
    show(checked.ok ? [] : checked.issues, id)
    summary.hidden = !checked.ok
    if (checked.ok) {
      const item = scheduleOf(checked.scenario).find((one) => one.section === sectionNow() && one.id === id)
      render(
        [item?.dates ?? '', ...(item?.lines ?? [])].map((line) => html`<li>${line}</li>`),
        lines,
      )
    }
    return checked.ok
  }

  function save(): void {
    const { id, entry } = read()
    const issues = check() ? host.edits.put(sectionNow(), id, title.value, entry) : undefined
    if (issues?.length === 0) {
      dialog.close()
      host.onSaved(`${sectionNow()}.${id}`)
      return
    }
    if (issues !== undefined) show(issues, id)
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  const heading = block === undefined ? words.add : words.edit(block.title)
  const removal = h(
    'button',
    { type: 'button', class: 'button danger', hidden: block === undefined, onclick: remove },
    words.remove,
  )
  const form = h(
    'form',
    { class: 'editor', novalidate: true },
    h(
      'div',
      { class: 'dialog-body' },
      kindField.element,
      titleField.element,
      h('label', {}, enabled, h('span', {}, words.enabled)),
      body,
      fault,
      summary,
    ),
    h(
      'div',
      { class: 'dialog-foot' },
      removal,
      h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, words.cancel),
      h('button', { type: 'submit', class: 'button main' }, words.save),
    ),
  )
  const dialog = h(
    'dialog',
    { class: 'schedule-editor', 'aria-label': heading },
    h(
      'div',
      { class: 'dialog-head' },
      h('h2', {}, heading),
      iconButton(words.close, 'close', () => dialog.close()),
    ),
    form,
  )

  function remove(): void {
    dialog.close()
    if (block !== undefined) host.remove(block)
  }

  kind.addEventListener('change', () => {
    const isUntouched = SECTIONS.some((name) => title.value === words.newTitle[name])
    if (isUntouched) title.value = words.newTitle[sectionNow()]
    build()
    check()
  })
  form.addEventListener('input', check)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    save()
  })
  dialog.addEventListener('close', () => dialog.remove())
  build()
  document.body.append(dialog)
  dialog.showModal()
  check()
  title.focus()
  title.select()
}

function entryOf(scenario: Scenario, block: Block): object | undefined {
  const list: readonly { readonly id: string }[] = scenario[block.section]
  return list.find((entry) => `${block.section}.${entry.id}` === blockPath(block))
}
