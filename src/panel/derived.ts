/**
 * Derived values: what follows from the parameters shown, e.g. odds and costs, even while a number is being
 * typed.
 */
import { text } from '../text'
import { h, html, nothing, render } from '../ui'

/** A row of a derived value. */
export interface DerivedRow {
  readonly label: string
  readonly value: string
}

export interface Derived {
  readonly element: HTMLElement
  /** Shows rows, marked as a preview while the value is not entered yet. */
  show(rows: readonly DerivedRow[], isPreview: boolean): void
}

export function createDerived(): Derived {
  const element = h('div', { class: 'derived', hidden: true, 'data-testid': 'derived' })
  return {
    element,
    show(rows, isPreview) {
      element.hidden = rows.length === 0
      element.classList.toggle('derived-preview', isPreview)
      const list = rows.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)
      const note = html`<p class="derived-note">${text.panel.derivedPreview}</p>`
      render(html`<dl>${list}</dl>${isPreview ? note : nothing}`, element)
    },
  }
}
