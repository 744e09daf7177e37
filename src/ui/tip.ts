/** Tip: what the block or mark under the pointer or with the focus means, in words. */

import { text } from '../text'
import { h, write } from './element'

const GAP_PIXELS = 6
/** Most lines that are spelled out. */
const MAX_LINES = 6

export interface Tip {
  readonly element: HTMLElement
  readonly shown: boolean
  /** Above everything of `frame`, so that no other block is hidden; `hint` says what can be done. */
  show(target: HTMLElement, frame: HTMLElement, heading: string, lines: readonly string[], hint: string): void
  hide(): void
}

/** `id` names the tip in the page. */
export function createTip(id: string): Tip {
  const heading = h('strong', {})
  const list = h('ul', {})
  const hint = h('small', {})
  const element = h('div', { class: 'block-tip', role: 'tooltip', id, hidden: true }, heading, list, hint)
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
    show(next, frame, title, lines, act) {
      hide()
      target = next
      target.setAttribute('aria-describedby', id)
      write(heading, title)
      write(hint, act)
      const rest = lines.length - MAX_LINES
      const more = rest > 0 ? [text.panel.moreFound(rest)] : []
      list.replaceChildren(...[...lines.slice(0, MAX_LINES), ...more].map((line) => h('li', {}, line)))
      element.hidden = false
      const left = Math.min(next.getBoundingClientRect().left, innerWidth - element.offsetWidth - GAP_PIXELS)
      element.style.left = `${Math.max(GAP_PIXELS, left)}px`
      element.style.bottom = `${innerHeight - frame.getBoundingClientRect().top + GAP_PIXELS}px`
    },
    hide,
  }
}
