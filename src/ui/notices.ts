/** Notices: short messages that appear for a moment and are read out. */
import { h } from './element'
import { html, nothing, render } from './view'

/** A notice disappears after this many beats during which the page was visible and responsive. */
const BEATS = 8
const BEAT_MS = 500

export interface Notices {
  readonly element: HTMLElement
  say(message: string): void
}

export function createNotices(): Notices {
  const element = h('div', { class: 'notices', role: 'status', 'data-testid': 'notices' })
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    element,
    say(message) {
      render(html`<p class="floating">${message}</p>`, element)
      let left = BEATS
      clearInterval(timer)
      timer = setInterval(() => {
        if (document.visibilityState === 'hidden') return
        left -= 1
        if (left > 0) return
        clearInterval(timer)
        render(nothing, element)
      }, BEAT_MS)
    },
  }
}
