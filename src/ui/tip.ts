/** Tip: explains the block or mark that is hovered or focused. */

import { text } from '../text'
import { h } from './element'
import { moveBeside } from './placement'
import { uniqueId } from './uniqueId'
import { html, render } from './view'

/** Lines shown in full; the rest are counted. */
const MAX_LINES = 6

export interface Tip {
  readonly element: HTMLElement
  readonly shown: boolean
  /** Shows the tip above `frame`, so that it covers no other block; `hint` says what can be done. */
  show(target: HTMLElement, frame: HTMLElement, heading: string, lines: readonly string[], hint: string): void
  hide(): void
}

export function createTip(): Tip {
  const id = uniqueId('tip')
  const element = h('div', { class: 'tip floating', role: 'tooltip', id, hidden: true })
  let target: HTMLElement | undefined

  function hide(): void {
    element.hidden = true
    target?.removeAttribute('aria-describedby')
    target = undefined
  }

  return {
    element,
    get shown() {
      return !element.hidden
    },
    show(next, frame, heading, lines, hint) {
      hide()
      target = next
      target.setAttribute('aria-describedby', id)
      const more = lines.length > MAX_LINES ? [text.panel.moreFound(lines.length - MAX_LINES)] : []
      const items = [...lines.slice(0, MAX_LINES), ...more].map((line) => html`<li>${line}</li>`)
      render(html`<strong>${heading}</strong><ul>${items}</ul><small>${hint}</small>`, element)
      element.hidden = false
      const { left, right } = next.getBoundingClientRect()
      const { top, bottom } = frame.getBoundingClientRect()
      moveBeside(element, { left, right, top, bottom }, { sides: ['above'], gap: 6, margin: 6 })
    },
    hide,
  }
}
