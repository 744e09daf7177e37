/** Form parts: labelled controls with a hint and a mistake beside them. */

import type { ScenarioIssue } from '../../../scenario'
import { text } from '../../../text'
import { h, html, render, uniqueId, write } from '../../../ui'

export type Control = HTMLInputElement | HTMLSelectElement

export interface FormField {
  readonly element: HTMLElement
  hint(words: string): void
  /** Shows the first of these mistakes, or that there is none. */
  fault(issues: readonly ScenarioIssue[]): void
}

/** A control below its label. */
export function field(label: string, control: Control | HTMLElement, className = ''): FormField {
  const hintId = uniqueId('field-hint')
  const faultId = uniqueId('field-fault')
  const hint = h('small', { class: 'field-hint', id: hintId, hidden: true })
  const mistake = h('small', { class: 'field-fault', id: faultId, hidden: true })
  const isControl = control instanceof HTMLInputElement || control instanceof HTMLSelectElement
  const name = h('span', { class: 'field-label' }, label)
  const frame = isControl ? h('label', {}, name, control) : h('div', {}, name, control)
  if (!isControl) {
    control.setAttribute('role', 'group')
    control.setAttribute('aria-label', label)
  }
  control.setAttribute('aria-describedby', `${hintId} ${faultId}`)
  return {
    element: h('div', { class: `field ${className}`.trim() }, frame, hint, mistake),
    hint(words) {
      hint.textContent = words
      hint.hidden = words === ''
    },
    fault([issue]) {
      mistake.hidden = issue === undefined
      write(mistake, issue === undefined ? '' : faultText(issue))
      if (isControl) control.setAttribute('aria-invalid', String(issue !== undefined))
    },
  }
}

/** A mistake as the form shows it. */
export function faultText({ message, expected }: ScenarioIssue): string {
  return text.scheduleEditor.issue(message, expected)
}

/** A number as typed; not a number where the field is empty or holds something else. */
export function typedNumber({ value }: HTMLInputElement): number {
  return value.trim() === '' ? Number.NaN : Number(value)
}

export interface Choice {
  readonly value: string
  readonly label: string
  readonly heading: string
}

/** Puts choices into a select, those under one heading together; `value` is chosen. */
export function offer(select: HTMLSelectElement, choices: readonly Choice[], value: string): void {
  const headings = [...new Set(choices.map(({ heading }) => heading))]
  const groups = headings.flatMap((heading) => {
    const options = choices
      .filter((choice) => choice.heading === heading)
      .map((choice) => html`<option value=${choice.value}>${choice.label}</option>`)
    return heading === '' ? options : [html`<optgroup label=${heading}>${options}</optgroup>`]
  })
  render(groups, select)
  select.value = value
}
