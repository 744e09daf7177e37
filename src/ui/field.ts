/**
 * Fields: labelled controls of the edit forms. A value is reported when the person has finished entering it.
 */
import { html, live, render, type View } from './view'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

interface FieldOptions {
  readonly value?: string | undefined
  /** Called with the new value once it is final. */
  readonly onChange?: (value: string) => void
}

export function textField(name: string, label: string, { value, onChange }: FieldOptions = {}): View {
  return labelled(
    label,
    html`<input
      type="text"
      name=${name}
      autocomplete="off"
      spellcheck="false"
      maxlength="200"
      .defaultValue=${value ?? ''}
      @change=${handOver(onChange)}
    />`,
  )
}

export function longField(name: string, label: string, { value, onChange }: FieldOptions = {}): View {
  return labelled(
    label,
    html`<textarea
      name=${name}
      rows="3"
      maxlength="20000"
      .defaultValue=${value ?? ''}
      @change=${handOver(onChange)}
    ></textarea>`,
  )
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
  { value, onChange }: FieldOptions = {},
): View {
  return labelled(
    label,
    html`<input
      type="number"
      name=${name}
      min=${min}
      max=${max}
      step="any"
      .defaultValue=${value ?? ''}
      @change=${handOver(onChange)}
    />`,
  )
}

export function choiceField(
  name: string,
  label: string,
  choices: readonly (readonly [value: string, title: string])[],
  { value, onChange }: FieldOptions = {},
): View {
  const options = choices.map(
    ([id, title]) => html`<option value=${id} ?selected=${id === value}>${title}</option>`,
  )
  return labelled(label, html`<select name=${name} @change=${handOver(onChange)}>${options}</select>`)
}

/** A box that reverts when `onChange` returns that the choice was refused. */
export function checkField(
  name: string,
  label: string,
  checked: boolean,
  onChange: (checked: boolean) => boolean,
): View {
  const change = ({ currentTarget: box }: Event) => {
    if (box instanceof HTMLInputElement && !onChange(box.checked)) box.checked = !box.checked
  }
  return html`<label>
    <input type="checkbox" name=${name} .checked=${live(checked)} @change=${change} />
    <span>${label}</span>
  </label>`
}

/** A form whose button submits its values as texts; it is reset once they are accepted. */
export function submitForm(
  button: string,
  onSubmit: (values: (name: string) => string) => boolean,
  ...fields: readonly View[]
): View {
  const submit = (event: Event) => {
    event.preventDefault()
    const { currentTarget: form } = event
    if (!(form instanceof HTMLFormElement)) return
    const data = new FormData(form)
    if (onSubmit((name) => String(data.get(name) ?? '').trim())) form.reset()
  }
  return html`<form class="edit-fields" novalidate @submit=${submit}>
    ${fields}<button type="submit" class="button main">${button}</button>
  </form>`
}

/** Renders a form. Half-typed input stays; every other control shows the current value of its field. */
export function renderForm(view: View, host: HTMLElement): void {
  const halfTyped = new Set(controlsOf(host).filter(isHalfTyped))
  render(view, host)
  for (const control of controlsOf(host))
    if (control.type !== 'checkbox' && !halfTyped.has(control)) control.value = givenValue(control)
}

function labelled(label: string, control: View): View {
  return html`<label class="edit-field"><span>${label}</span>${control}</label>`
}

function handOver(onChange: FieldOptions['onChange']) {
  return ({ currentTarget }: Event) => {
    if (isControl(currentTarget)) onChange?.(currentTarget.value)
  }
}

function controlsOf(host: HTMLElement): Control[] {
  return [...host.querySelectorAll('[name]')].filter(isControl)
}

/** Whether a control holds input not yet submitted: in an open form, or in the field being typed into. */
function isHalfTyped(control: Control): boolean {
  const isOpen = control.form !== null || (control === document.activeElement && !isSelect(control))
  return isOpen && control.type !== 'checkbox' && control.value !== givenValue(control)
}

/** The value that a field was last rendered with. */
function givenValue(control: Control): string {
  if (!isSelect(control)) return control.defaultValue
  const options = [...control.options]
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? ''
}

function isSelect(control: Control): control is HTMLSelectElement {
  return control instanceof HTMLSelectElement
}

function isControl(element: EventTarget | null): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  )
}
