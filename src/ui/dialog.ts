/** Dialog: the frame that all dialogs share. */

import { text } from '../text'
import { iconButton } from './button'
import { h } from './element'

/** A modal dialog with a title and a button to close it, as does Escape; `body` holds all below the title. */
export function dialogFrame(
  title: string,
  body: HTMLElement,
  closeName: string = text.help.dialog.close,
): HTMLDialogElement {
  const dialog = h('dialog', { 'aria-label': title })
  const close = iconButton(closeName, 'close', () => dialog.close())
  dialog.append(h('div', { class: 'dialog-head' }, h('h2', {}, title), close), body)
  document.body.append(dialog)
  return dialog
}

/** A modal dialog to read in or choose from; a click outside closes it, too. */
export function createDialog(title: string, ...content: readonly HTMLElement[]): HTMLDialogElement {
  const dialog = dialogFrame(title, h('div', { class: 'dialog-body', tabindex: 0 }, ...content))
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  return dialog
}
