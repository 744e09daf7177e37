/** Lasting notes: what stays true until somebody acts on it or closes it; read out when it comes. */
import { h } from '../panel'
import { text } from '../text'
import { iconButton } from './button'

export interface NoteAction {
  readonly name: string
  readonly act: () => void
}

export interface Lasting {
  readonly element: HTMLElement
  /** Shows a note; the same one again changes nothing, not even after it was closed. */
  show(message: string, ...actions: readonly NoteAction[]): void
  /** Takes a note away, so that it may come again. */
  clear(message: string): void
}

export function createLasting(): Lasting {
  const element = h('div', { class: 'lasting', role: 'status' })
  const notes = new Map<string, HTMLElement>()
  return {
    element,
    show(message, ...actions) {
      if (notes.has(message)) return
      const close = iconButton(text.keeping.close, 'close', () => note.remove())
      const buttons = actions.map(({ name, act }) => actionButton(name, act))
      const note = h('div', { class: 'lasting-note' }, h('p', {}, message), ...buttons, close)
      notes.set(message, note)
      element.append(note)
    },
    clear(message) {
      notes.get(message)?.remove()
      notes.delete(message)
    },
  }
}

export function actionButton(name: string, act: () => void): HTMLButtonElement {
  return h('button', { type: 'button', class: 'note-action', onclick: act }, name)
}
