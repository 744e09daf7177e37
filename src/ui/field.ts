/** Fields: labelled controls of the edit forms. A value is handed over when the person is done with it. */
import { h } from './element'

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

/** A box that goes back to what it was where `onChange` answers that the choice was not taken. */
export function checkField(
  name: string,
  label: string,
  checked: boolean,
  onChange: (checked: boolean) => boolean,
): HTMLLabelElement {
  const onchange = () => {
    if (!onChange(box.checked)) box.checked = !box.checked
  }
  const box = h('input', { type: 'checkbox', name, onchange })
  box.checked = checked
  return h('label', { class: 'edit-check' }, box, h('span', {}, label))
}

/** A form whose button hands over its values as texts; it is emptied when they were taken. */
export function submitForm(
  button: string,
  onSubmit: (values: (name: string) => string) => boolean,
  ...fields: readonly HTMLElement[]
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
    if (onSubmit((name) => String(data.get(name) ?? '').trim())) form.reset()
  })
  return form
}

/** Replaces the content of a part. What is half typed stays, and the control in use keeps its focus. */
export function refill(part: HTMLElement, content: readonly (HTMLElement | undefined)[]): void {
  const active = document.activeElement
  const used = isControl(active) && part.contains(active) ? active.name : undefined
  const typed = controlsOf(part).filter((control) => isHalfTyped(control, used))
  part.replaceChildren(...content.filter((child) => child !== undefined))
  const controls = controlsOf(part)
  for (const { name, value } of typed) {
    const next = controls.find((control) => control.name === name)
    if (next !== undefined) next.value = value
  }
  controls.find(({ name }) => name === used)?.focus()
}

function controlsOf(part: HTMLElement): Control[] {
  return [...part.querySelectorAll<Control>('[name]')].filter(isControl)
}

/** Whether a control holds what nobody has taken yet: in a form that was not handed in, or where somebody types. */
function isHalfTyped(control: Control, used: string | undefined): boolean {
  if (control.type === 'checkbox') return false
  if (control instanceof HTMLSelectElement) return control.form !== null && control.value !== ''
  return (control.form !== null || control.name === used) && control.value !== control.defaultValue
}

function isControl(element: Element | null): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  )
}
