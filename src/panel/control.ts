/** Control: one setting as a Tweakpane row, with the label, unit, reset, help and roles that Tweakpane lacks. */
import type { FolderApi } from '@tweakpane/core'
import { text } from '../text'
import { h, icon } from './element'
import { addMonths } from './months'
import { addNumber } from './number'
import { addChoice, addOptional, addText } from './plain'
import type { Setting } from './rows'
import { valueText } from './words'

const words = text.page.panel
const RESET_PATH = 'M12 5V2L7 6.5 12 11V8a5 5 0 1 1-5 5H4a8 8 0 1 0 8-8z'

/** What a control answers to. */
export interface ControlHost {
  /** Takes a value typed, chosen or dragged to. */
  edit(setting: Setting, value: unknown, final: boolean): void
  reset(setting: Setting): void
  /** The row is under the pointer or has the focus. */
  explain(setting: Setting): void
  /** Id of the element that then holds the help. */
  readonly helpId: string
}

/** The inner part of a row: shows values and reports new ones. */
export interface Field {
  readonly element: HTMLElement
  show(value: unknown): void
}

export type Report = (value: unknown, final: boolean) => void

export interface Control {
  readonly setting: Setting
  /** Shows the present value and, when it differs, that the file said `original`. */
  show(value: unknown, original: unknown): void
}

export function addControl(folder: FolderApi, setting: Setting, host: ControlHost): Control {
  const field = addField(folder, setting, (value, final) => host.edit(setting, value, final))
  const { element } = field
  const reset = h(
    'button',
    { type: 'button', class: 'row-reset', onclick: () => host.reset(setting) },
    icon(RESET_PATH),
  )
  dressLabel(element, setting, reset)
  const { unit } = setting.row
  const name = unit === '' ? setting.title : `${setting.title}, ${unit}`
  for (const input of element.querySelectorAll('input, select, [role="group"]')) {
    input.setAttribute('aria-label', name)
    input.setAttribute('aria-describedby', host.helpId)
  }
  element.classList.add('row')
  element.dataset.role = setting.row.role
  element.dataset.path = setting.path
  element.addEventListener('mouseenter', () => host.explain(setting))
  element.addEventListener('focusin', () => host.explain(setting))
  return {
    setting,
    show(value, original) {
      field.show(value)
      const changed = JSON.stringify(value) !== JSON.stringify(original)
      element.classList.toggle('row-changed', changed)
      reset.hidden = !changed
      if (!changed) return
      const label = words.reset(setting.title, valueText(setting.row, original))
      reset.setAttribute('aria-label', label)
      reset.title = label
    },
  }
}

function addField(folder: FolderApi, setting: Setting, report: Report): Field {
  const { row } = setting
  if (row.options !== undefined) return addChoice(folder, row.options, report)
  if (row.type === 'months') return addMonths(folder, report)
  if (row.type === 'text') return addText(folder, report)
  return row.optional ? addOptional(folder, report) : addNumber(folder, row, report)
}

function dressLabel(element: HTMLElement, setting: Setting, reset: HTMLElement): void {
  const label = element.querySelector('.tp-lblv_l')
  const mark = h('span', { class: 'row-role', title: words.roles[setting.row.role], 'aria-hidden': 'true' })
  const unit = setting.row.unit === '' ? undefined : h('span', { class: 'row-unit' }, setting.row.unit)
  const name = h('span', { class: 'row-name' }, h('span', { class: 'row-title' }, setting.title), unit)
  label?.replaceChildren(mark, name)
  label?.after(reset)
}
