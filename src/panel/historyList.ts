/** History: every change in words, newest first, each of which can be put back, and every point gone back to. */
import { type Command, type History, isRevertible, type Store, stepsOf } from '../store'
import { text } from '../text'
import { h } from '../ui'

const words = text.history

export interface HistoryList {
  readonly element: HTMLElement
  show(): void
  focus(): void
}

export interface HistoryHost {
  readonly store: Store
  /** A change that could not be put back. */
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
    { class: 'history', 'aria-label': words.name, hidden: true },
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
  let shown: History | undefined

  function revert(command: Command): void {
    const [issue] = store.revert(command) ?? []
    if (issue !== undefined) onRefused(text.page.panel.refused(issue.message, issue.expected))
  }

  function rowOf(command: Command, step: number, doneCount: number): HTMLElement {
    const isDone = step <= doneCount
    const isNow = step === doneCount
    const goTo = actionButton(`go-${step}`, words.goTo, words.goToName(command.label), !isNow, () =>
      store.goTo(step),
    )
    const canRevert = isDone && isRevertible(store.get(), command)
    const putBack = actionButton(
      `revert-${step}`,
      words.revert,
      words.revertName(command.label),
      canRevert,
      () => revert(command),
    )
    const state = isNow ? words.now : isDone ? '' : words.undone
    return h(
      'li',
      {
        class: isDone ? 'history-step' : 'history-step history-undone',
        'aria-current': isNow ? 'step' : undefined,
      },
      h('p', {}, command.label, state === '' ? '' : h('span', { class: 'history-state' }, state)),
      h('div', { class: 'history-actions' }, goTo, isDone && command.changes.length > 0 ? putBack : ''),
    )
  }

  function startRow(doneCount: number): HTMLElement {
    const isNow = doneCount === 0
    const goTo = actionButton('go-0', words.goTo, words.goToStart, !isNow, () => store.goTo(0))
    return h(
      'li',
      { class: 'history-step', 'aria-current': isNow ? 'step' : undefined },
      h('p', {}, words.start, isNow ? h('span', { class: 'history-state' }, words.now) : ''),
      h('div', { class: 'history-actions' }, goTo),
    )
  }

  function build(): void {
    const { history } = store.get()
    const steps = stepsOf(history)
    const { length } = history.done
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined
    empty.hidden = steps.length > 0
    list.hidden = steps.length === 0
    list.replaceChildren(
      ...steps.map((command, i) => rowOf(command, i + 1, length)).reverse(),
      startRow(length),
    )
    if (focused !== undefined) list.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus()
  }

  return {
    element,
    show() {
      const { history } = store.get()
      if (element.hidden || shown === history) return
      shown = history
      build()
    },
    focus: () => heading.focus(),
  }
}

/** A button that stays in the tab order while it has nothing to do, so that the focus is not lost. */
function actionButton(
  key: string,
  title: string,
  name: string,
  works: boolean,
  onClick: () => void,
): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'data-key': key,
      'aria-label': name,
      'aria-disabled': works ? undefined : 'true',
      onclick: () => {
        if (works) onClick()
      },
    },
    title,
  )
}
