/** History: every change in words, newest first. Each can be reverted, and every point returned to. */
import { type Command, isRevertible, type Store, stepsOf } from '../store'
import { text } from '../text'
import { h, html, nothing, render, repeat, type View } from '../ui'

const words = text.history

export interface HistoryList {
  readonly element: HTMLElement
  show(): void
  focus(): void
}

export interface HistoryHost {
  readonly store: Store
  /** A change could not be reverted. */
  onRefused(reason: string): void
  onClose(): void
}

export function createHistoryList({ store, onRefused, onClose }: HistoryHost): HistoryList {
  const list = h('ol', { class: 'history-list', reversed: true })
  const empty = h('p', { class: 'nothing' }, words.empty)
  const close = h('button', { type: 'button', class: 'quiet', onclick: onClose }, words.close)
  const heading = h('h2', { tabindex: -1 }, words.name)
  const element = h(
    'section',
    { 'aria-label': words.name, hidden: true },
    h('div', { class: 'history-head' }, heading, close),
    h('p', { class: 'history-hint' }, words.hint),
    empty,
    list,
  )
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  })

  function revert(command: Command): void {
    const [issue] = store.revert(command) ?? []
    if (issue !== undefined) onRefused(text.page.panel.refused(issue.message, issue.expected))
  }

  function rowOf(command: Command, step: number, doneCount: number): View {
    const isDone = step <= doneCount
    const isNow = step === doneCount
    const canRevert = isDone && isRevertible(store.get(), command)
    const goTo = action(words.goTo, words.goToName(command.label), !isNow, () => store.goTo(step))
    const putBack = action(words.revert, words.revertName(command.label), canRevert, () => revert(command))
    const state = isNow ? words.now : isDone ? '' : words.undone
    return html`<li
      class=${isDone ? 'history-step' : 'history-step history-undone'}
      aria-current=${isNow ? 'step' : nothing}
    >
      <p>${command.label}${stateMark(state)}</p>
      <div class="history-actions">${goTo}${isDone && command.changes.length > 0 ? putBack : nothing}</div>
    </li>`
  }

  function startRow(isNow: boolean): View {
    const goTo = action(words.goTo, words.goToStart, !isNow, () => store.goTo(0))
    return html`<li class="history-step" aria-current=${isNow ? 'step' : nothing}>
      <p>${words.start}${stateMark(isNow ? words.now : '')}</p>
      <div class="history-actions">${goTo}</div>
    </li>`
  }

  return {
    element,
    show() {
      if (element.hidden) return
      const { history } = store.get()
      const steps = stepsOf(history).map((command, i) => ({ command, step: i + 1 }))
      const { length } = history.done
      empty.hidden = steps.length > 0
      list.hidden = steps.length === 0
      const rows = repeat(
        steps.reverse(),
        ({ step }) => step,
        ({ command, step }) => rowOf(command, step, length),
      )
      render(html`${rows}${startRow(length === 0)}`, list)
    },
    focus: () => heading.focus(),
  }
}

function stateMark(state: string): View {
  return state === '' ? nothing : html`<span class="history-state">${state}</span>`
}

/** A button that stays focusable while it is disabled, so that the focus is not lost. */
function action(title: string, name: string, works: boolean, onClick: () => void): View {
  return html`<button
    type="button"
    class="quiet"
    aria-label=${name}
    aria-disabled=${works ? nothing : 'true'}
    @click=${works ? onClick : nothing}
  >${title}</button>`
}
