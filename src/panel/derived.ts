/** Derived values: what follows from the parameters on show, e.g. odds and costs, also while a number is being typed. */
import { text } from '../text'
import { h } from '../ui'

/** A row of a derived value. */
export interface DerivedRow {
  readonly label: string
  readonly value: string
}

export interface Derived {
  readonly element: HTMLElement
  /** Shows rows; those of a value that is not entered yet are marked as such. */
  show(rows: readonly DerivedRow[], isPreview: boolean): void
}

export function createDerived(): Derived {
  const list = h('dl', {})
  const note = h('p', { class: 'derived-note', hidden: true }, text.panel.derivedPreview)
  const element = h('div', { class: 'derived', hidden: true }, list, note)
  let shown = ''
  return {
    element,
    show(rows, isPreview) {
      element.hidden = rows.length === 0
      element.classList.toggle('derived-preview', isPreview)
      note.hidden = !isPreview
      const key = JSON.stringify(rows)
      if (key === shown) return
      shown = key
      list.replaceChildren(
        ...rows.map(({ label, value }) => h('div', {}, h('dt', {}, label), h('dd', {}, value))),
      )
    },
  }
}
