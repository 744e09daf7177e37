/** Standing: how many values differ from the file, with buttons to reset all and to open the history. */
import { text } from '../text'
import { h } from '../ui'

export interface Standing {
  readonly element: HTMLElement
  show(changes: number): void
  showHistory(visible: boolean): void
  focusHistory(): void
}

interface StandingHost {
  resetAll(): void
  toggleHistory(): void
}

export function createStanding(host: StandingHost): Standing {
  const count = h('span', {})
  const reset = h('button', { type: 'button', class: 'quiet', onclick: host.resetAll }, text.panel.resetAll)
  const history = h(
    'button',
    { type: 'button', class: 'quiet', 'aria-expanded': 'false', onclick: host.toggleHistory },
    text.history.open,
  )
  const acts = h('span', { class: 'panel-acts' }, reset, history)
  return {
    element: h('div', { class: 'panel-state' }, count, acts),
    show(changes) {
      reset.hidden = changes === 0
      count.textContent = text.history.changes(changes)
    },
    showHistory: (visible) => history.setAttribute('aria-expanded', String(visible)),
    focusHistory: () => history.focus(),
  }
}
