/** Editor: the dialog in which an intervention or operation is written. */
import { isoDateOf, parseIsoDate } from '../../../engine'
import type { Store } from '../../../store'
import { text } from '../../../text'
import { dialogFrame, h } from '../../../ui'
import { type Block, blockPath } from './blocks'
import type { ScheduleEdits } from './edits'
import { createEntryForm } from './entryForm'

const words = text.scheduleEditor

export interface EditorHost {
  readonly store: Store
  readonly edits: ScheduleEdits
  /** Day of the run on show, for new entries. */
  today(): number
  /** An entry was put in place. */
  onSaved(path: string): void
  remove(block: Block): void
}

/** Opens the editor for a block, or for a new one. */
export function openEditor(
  { store, edits, today, onSaved, remove }: EditorHost,
  block: Block | undefined,
): void {
  const { document: open, selection } = store.get()
  if (open === undefined) return
  const { scenario } = open
  const start = parseIsoDate(scenario.startDate) ?? 0
  const day = isoDateOf(start + Math.min(today(), scenario.days - 1))
  const fields = createEntryForm({ scenario, block, selection, today: day })

  function save(): void {
    const { section, id, title, entry } = fields.read()
    const issues = fields.check() ? edits.put(section, id, title, entry) : undefined
    if (issues?.length === 0) {
      dialog.close()
      onSaved(blockPath({ section, id }))
      return
    }
    if (issues !== undefined) fields.fault(issues)
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  function removeBlock(): void {
    dialog.close()
    if (block !== undefined) remove(block)
  }

  const close = () => dialog.close()
  const foot = h(
    'div',
    { class: 'dialog-foot' },
    h(
      'button',
      { type: 'button', class: 'button danger', hidden: block === undefined, onclick: removeBlock },
      words.remove,
    ),
    h('button', { type: 'button', class: 'button', onclick: close }, words.cancel),
    h('button', { type: 'submit', class: 'button main' }, words.save),
  )
  const form = h('form', { class: 'editor', novalidate: true }, fields.element, foot)
  const heading = block === undefined ? words.add : words.edit(block.title)
  const dialog = dialogFrame(heading, form, words.close)
  dialog.classList.add('schedule-editor')
  form.addEventListener('input', fields.check)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    save()
  })
  dialog.addEventListener('close', () => dialog.remove())
  dialog.showModal()
  fields.check()
  fields.focus()
}
