/**
 * Control: one setting as a Tweakpane row, with the label, unit, reset, lock, help and role that Tweakpane
 * lacks.
 */
import type { FolderApi } from '@tweakpane/core'
import { isSameValue } from '../scenario'
import { text } from '../text'
import { h, icon, label, uniqueId, write } from '../ui'
import { valuesText } from '../words'
import { type Change, type Entered, type Field, isMixture, type Report } from './field'
import { addMonths } from './months'
import { addNumber } from './number'
import { addChoice, addOptional, addText } from './plain'
import { readNumber } from './reading'
import type { Setting } from './rows'

const words = text.page.panel
const own = text.panel
export const RESET_PATH = 'M12 5V2L7 6.5 12 11V8a5 5 0 1 1-5 5H4a8 8 0 1 0 8-8z'
export const LOCK_PATH =
  'M7 10V7a5 5 0 0 1 10 0v3h1v11H6V10zm2 0h6V7a3 3 0 0 0-6 0zm3 4a1.5 1.5 0 0 0-.5 2.9V19h1v-2.1A1.5 1.5 0 0 0 12 14z'

/** What a control reports to. */
export interface ControlHost {
  /**
   * Applies a value that was typed, chosen or dragged to; returns why it was refused. `final` is false during
   * a drag.
   */
  edit(setting: Setting, change: Change, final: boolean): string | undefined
  /** A number is being typed but not yet entered; undefined when it is no number or was abandoned. */
  typing(setting: Setting, value: number | undefined): void
  reset(settings: readonly Setting[], heading: string): void
  /** The row is under the pointer or has the focus. */
  explain(setting: Setting): void
  /** Id of the element that then holds the help. */
  readonly helpId: string
}

/** What a row shows: the values of its places now and as the file said, and why it is locked. */
export interface Shown {
  readonly values: readonly unknown[]
  readonly originals: readonly unknown[]
  readonly lock: string | undefined
}

export interface Control {
  readonly setting: Setting
  readonly changed: boolean
  show(shown: Shown): void
}

export function addControl(folder: FolderApi, setting: Setting, host: ControlHost): Control {
  const field = addField(folder, setting, (change, final) => take(host.edit(setting, change, final)))
  const { element } = field
  const input = element.querySelector<HTMLInputElement>('input[type="text"]')
  const fault = createFault(element, input, host.helpId)
  const reset = h(
    'button',
    { type: 'button', class: 'row-reset', onclick: () => host.reset([setting], setting.title) },
    icon(RESET_PATH),
  )
  const lockMark = h('span', { class: 'row-lock', role: 'img', tabindex: 0, hidden: true }, icon(LOCK_PATH))
  const inputs = element.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')
  dressLabel(element, setting, reset, lockMark)
  const { unit, role } = setting.row
  const name = unit === '' ? setting.title : `${setting.title}, ${unit}`
  element.classList.add('row')
  element.dataset.role = role
  element.dataset.path = setting.path
  element.addEventListener('pointermove', ({ movementX, movementY }) => {
    // A row that scrolls under a resting pointer does not take the help from the focused row.
    if (movementX !== 0 || movementY !== 0) host.explain(setting)
  })
  element.addEventListener('focusin', () => host.explain(setting))
  for (const control of element.querySelectorAll('input, select, [role="group"]'))
    control.setAttribute('aria-describedby', host.helpId)
  if (input !== null && field.read !== undefined)
    watchTyping(input, field.read, setting, host, { take, giveUp })
  let isChanged = false
  let present: readonly unknown[] = []

  /** After an edit: shows why it was refused and keeps what was typed, or else shows the value. */
  function take(refused: string | undefined, isTyped = false): void {
    fault.show(refused)
    if (refused === undefined || !isTyped) field.show(present)
  }

  function giveUp(): void {
    fault.show(undefined)
    field.show(present)
  }

  return {
    setting,
    get changed() {
      return isChanged
    },
    show({ values, originals, lock }) {
      const isNew = !isSameValue(values, present)
      present = values
      if (isNew) giveUp()
      const isMixed = isMixture(values)
      isChanged = !isSameValue(values, originals)
      element.classList.toggle('row-changed', isChanged)
      element.classList.toggle('row-mixed', isMixed)
      element.classList.toggle('row-locked', lock !== undefined)
      for (const control of element.querySelectorAll('input, select, [role="group"]'))
        control.setAttribute(
          'aria-label',
          isMixed ? own.mixedName(name, valuesText(setting.row, values)) : name,
        )
      for (const control of inputs) control.disabled = lock !== undefined
      for (const button of element.querySelectorAll<HTMLButtonElement>('.row-months button'))
        button.disabled = lock !== undefined
      lockMark.hidden = lock === undefined
      label(lockMark, own.locked(setting.title, lock ?? ''), own.lockedBecause(lock ?? ''))
      reset.hidden = !isChanged || lock !== undefined
      label(reset, words.reset(setting.title, valuesText(setting.row, originals)))
    },
  }
}

function addField(folder: FolderApi, setting: Setting, report: Report): Field {
  const { row } = setting
  if (row.options !== undefined) return addChoice(folder, row.options, report)
  if (row.type === 'months') return addMonths(folder, report)
  if (row.type === 'text') return addText(folder)
  return row.optional ? addOptional(folder, row) : addNumber(folder, row, report)
}

interface Typist {
  take(refused: string | undefined, isTyped: boolean): void
  giveUp(): void
}

/** Enters what is typed, reports it meanwhile, and abandons it on Escape. */
function watchTyping(
  input: HTMLInputElement,
  read: (typed: string) => Entered,
  setting: Setting,
  host: ControlHost,
  { take, giveUp }: Typist,
): void {
  const isNumber = setting.row.type === 'number' || setting.row.type === 'integer'
  // In the capture phase, before Tweakpane replaces a value that it cannot parse.
  input.parentElement?.addEventListener(
    'change',
    (event) => {
      event.stopPropagation()
      const typed = input.value.trim()
      const entered = read(typed)
      if ('to' in entered) take(host.edit(setting, entered, true), true)
      else take(own.unreadable(entered.expected, typed), true)
    },
    true,
  )
  input.addEventListener('input', () => {
    if (isNumber) host.typing(setting, readNumber(input.value, setting.row))
  })
  input.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    giveUp()
    host.typing(setting, undefined)
  })
  input.addEventListener('blur', () => host.typing(setting, undefined))
}

/** Says below a row why its last entry was refused, and ties that to its field. */
function createFault(row: HTMLElement, input: HTMLElement | null, helpId: string) {
  const id = uniqueId('row-fault')
  const element = h('p', { class: 'row-fault', id, role: 'alert', hidden: true })
  row.append(element)
  return {
    show(reason: string | undefined) {
      element.hidden = reason === undefined
      write(element, reason ?? '')
      input?.setAttribute('aria-invalid', String(reason !== undefined))
      input?.setAttribute('aria-describedby', reason === undefined ? helpId : `${id} ${helpId}`)
    },
  }
}

function dressLabel(
  element: HTMLElement,
  { title, row }: Setting,
  reset: HTMLElement,
  lock: HTMLElement,
): void {
  const label = element.querySelector('.tp-lblv_l')
  const mark = h('span', { class: 'row-role', title: words.roles[row.role], 'aria-hidden': 'true' })
  const unit = row.unit === '' ? undefined : h('span', { class: 'row-unit' }, row.unit)
  const name = h('span', { class: 'row-name' }, h('span', { class: 'row-title' }, title), unit)
  label?.replaceChildren(mark, name)
  label?.after(reset, lock)
}
