/** Lasting notes: what stays true until somebody acts on it or closes it; read out when it comes. */

import { text } from '../text'
import { iconButton } from './button'
import { h } from './element'

export interface NoteAction {
  readonly name: string
  readonly act: () => void
}

export interface Lasting {
  readonly element: HTMLElement
  /** Shows a note; the same one again changes nothing, not even after it was closed. */
  show(message: string, ...actions: readonly NoteAction[]): void
  /** Shows a note that has several points, in the place of the one before with this heading. */
  list(heading: string, points: readonly string[]): void
  /** Takes a note away, so that it may come again. */
  clear(message: string): void
}

export function createLasting(): Lasting {
  const element = h('div', { class: 'lasting', role: 'status' })
  const notes = new Map<string, HTMLElement>()

  function add(name: string, ...content: readonly HTMLElement[]): void {
    const close = iconButton(text.keeping.close, 'close', () => note.remove())
    const note = h('div', { class: 'lasting-note' }, ...content, close)
    notes.set(name, note)
    element.append(note)
  }

  function clear(name: string): void {
    notes.get(name)?.remove()
    notes.delete(name)
  }

  return {
    element,
    show(message, ...actions) {
      if (notes.has(message)) return
      add(message, h('p', {}, message), ...actions.map(({ name, act }) => actionButton(name, act)))
    },
    list(heading, points) {
      clear(heading)
      const list = h(
        'ul',
        { tabindex: 0, 'aria-label': heading },
        ...points.map((point) => h('li', {}, point)),
      )
      add(heading, h('div', { class: 'note-list' }, h('p', {}, heading), list))
    },
    clear,
  }
}

export function actionButton(name: string, act: () => void): HTMLButtonElement {
  return h('button', { type: 'button', class: 'button', onclick: act }, name)
}
