/** Fields: labelled controls of the edit forms. A value is handed over when the person is done with it. */
import { h } from '../../panel'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

interface FieldOptions {
  readonly value?: string | undefined
  /** Called with the new value once it is final. */
  readonly onChange?: (value: string) => void
}

/** `name` finds the control again when its form is built anew, and in the form's data. */
function labelled(label: string, control: Control, { value, onChange }: FieldOptions): HTMLLabelElement {
  if (value !== undefined && control instanceof HTMLSelectElement) control.value = value
  else if (value !== undefined && !(control instanceof HTMLSelectElement)) control.defaultValue = value
  if (onChange !== undefined) control.addEventListener('change', () => onChange(control.value))
  return h('label', { class: 'edit-field' }, h('span', {}, label), control)
}

export function textField(name: string, label: string, options: FieldOptions = {}): HTMLLabelElement {
  return labelled(
    label,
    h('input', { type: 'text', name, autocomplete: 'off', spellcheck: 'false', maxlength: 200 }),
    options,
  )
}

export function longField(name: string, label: string, options: FieldOptions): HTMLLabelElement {
  return labelled(label, h('textarea', { name, rows: 3, maxlength: 20_000 }), options)
}

/** The number in a field; NaN where there is none. */
export function numberIn(value: string): number {
  return value === '' ? Number.NaN : Number(value)
}

/** A number that may be typed with any number of digits. */
export function numberField(
  name: string,
  label: string,
  [min, max]: readonly [number, number],
  options: FieldOptions = {},
): HTMLLabelElement {
  return labelled(label, h('input', { type: 'number', name, min, max, step: 'any' }), options)
}

export function choiceField(
  name: string,
  label: string,
  choices: readonly (readonly [value: string, title: string])[],
  options: FieldOptions = {},
): HTMLLabelElement {
  const select = h('select', { name }, ...choices.map(([value, title]) => h('option', { value }, title)))
  return labelled(label, select, options)
}

export function checkField(
  name: string,
  label: string,
  checked: boolean,
  onChange: (checked: boolean) => void,
): HTMLLabelElement {
  const box = h('input', { type: 'checkbox', name, onchange: () => onChange(box.checked) })
  box.checked = checked
  return h('label', { class: 'edit-check' }, box, h('span', {}, label))
}

/** A form whose button hands over its values as texts. */
export function submitForm(
  button: string,
  onSubmit: (values: (name: string) => string) => void,
  ...fields: readonly (HTMLElement | undefined)[]
): HTMLFormElement {
  const form = h(
    'form',
    { class: 'edit-fields', novalidate: true },
    ...fields,
    h('button', { type: 'submit', class: 'edit-button' }, button),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const data = new FormData(form)
    onSubmit((name) => String(data.get(name) ?? '').trim())
  })
  return form
}

/** Replaces the content of a part; the control in use keeps its focus, and what is half typed in it. */
export function refill(part: HTMLElement, content: readonly (HTMLElement | undefined)[]): void {
  const active = document.activeElement
  const used = part.contains(active) && isControl(active) ? active : undefined
  const typed = used instanceof HTMLSelectElement ? undefined : used
  const [start, end] = typed?.type === 'text' ? [typed.selectionStart, typed.selectionEnd] : []
  const half = typed !== undefined && typed.value !== typed.defaultValue ? typed.value : undefined
  part.replaceChildren(...content.filter((child) => child !== undefined))
  if (used === undefined) return
  const next = [...part.querySelectorAll<Control>('[name]')].find(({ name }) => name === used.name)
  next?.focus()
  if (next === undefined || next instanceof HTMLSelectElement) return
  if (half !== undefined && next.type !== 'checkbox') next.value = half
  if (start !== undefined) next.setSelectionRange(start, end ?? start)
}

function isControl(element: Element | null): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  )
}
