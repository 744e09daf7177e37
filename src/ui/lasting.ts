/**
 * Lasting notes: they stay until somebody acts on them or closes them, and are announced when they appear.
 */

import { text } from '../text'
import { iconButton } from './button'
import { h } from './element'

export interface NoteAction {
  readonly name: string
  readonly act: () => void
}

export interface Lasting {
  readonly element: HTMLElement
  /** Shows a note. Showing the same one again has no effect, even after it was closed. */
  show(message: string, ...actions: readonly NoteAction[]): void
  /** Shows a note with several points, replacing the last one with this heading. */
  list(heading: string, points: readonly string[]): void
  /** Removes a note, so that it may be shown again. */
  clear(message: string): void
}

export function createLasting(): Lasting {
  const element = h('div', { class: 'lasting', role: 'status' })
  const notes = new Map<string, HTMLElement>()

  function add(name: string, ...content: readonly HTMLElement[]): void {
    const close = iconButton(text.keeping.close, 'close', () => note.remove())
    const note = h('div', { class: 'lasting-note', 'data-testid': 'lasting-note' }, ...content, close)
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
