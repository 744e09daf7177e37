/**
 * Views: what follows from the state is written as a template and rendered again; only what differs is
 * touched (D23).
 */
import { type nothing, render as renderTemplate, type TemplateResult, html as template } from 'lit-html'
import type { DirectiveResult } from 'lit-html/directive.js'
import { plainLines } from '../text'

export { nothing } from 'lit-html'
export { keyed } from 'lit-html/directives/keyed.js'
export { live } from 'lit-html/directives/live.js'
export { repeat } from 'lit-html/directives/repeat.js'

export type View = TemplateResult | typeof nothing | DirectiveResult

/**
 * A template of HTML. Texts and attributes are written as they read, as `h` does; values of properties
 * (`.value`) are data and stay as they are. Styles are set by `.style`, since the page's policy forbids the
 * attribute.
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): TemplateResult {
  return template(strings, ...values.map((value, i) => (isProperty(strings[i]) ? value : plain(value))))
}

function isProperty(before: string | undefined): boolean {
  return before !== undefined && /\s\.\w+=$/.test(before)
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return plainLines(value)
  return Array.isArray(value) ? value.map(plain) : value
}

/**
 * Makes the content of an element that of a view. Elements of the last rendering stay, with what was typed
 * into them, their focus, selection and scroll position. The host holds nothing else.
 */
export function render(view: View | readonly View[], host: HTMLElement): void {
  const focused = document.activeElement
  renderTemplate(view, host)
  // An element that moved has lost the focus.
  if (focused instanceof HTMLElement && focused !== document.activeElement && host.contains(focused))
    focused.focus({ preventScroll: true })
}
