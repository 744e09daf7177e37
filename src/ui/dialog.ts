/** Dialog: the frame that all dialogs share. */

import { text } from '../text'
import { iconButton } from './button'
import { h } from './element'

/** A modal dialog with a title. A button, Escape, or a click outside closes it. */
export function createDialog(title: string, ...content: readonly HTMLElement[]): HTMLDialogElement {
  const heading = h('h2', {}, title)
  const dialog = h('dialog', { 'aria-label': title })
  const close = iconButton(text.help.dialog.close, 'close', () => dialog.close())
  dialog.append(
    h('div', { class: 'dialog-head' }, heading, close),
    h('div', { class: 'dialog-body', tabindex: 0 }, ...content),
  )
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  document.body.append(dialog)
  return dialog
}
