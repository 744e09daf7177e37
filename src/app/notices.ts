/** Notices: short messages that appear for a moment and are read out. */
import { h } from '../panel'

const SHOWN_MS = 4_000

export interface Notices {
  readonly element: HTMLElement
  say(message: string): void
}

export function createNotices(): Notices {
  const element = h('div', { class: 'notices', role: 'status' })
  return {
    element,
    say(message) {
      const notice = h('p', {}, message)
      element.replaceChildren(notice)
      setTimeout(() => notice.remove(), SHOWN_MS)
    },
  }
}
