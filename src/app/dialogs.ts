/** Dialogs: help with the key table, and the mistakes of a file that was not opened. */
import { h } from '../panel'
import type { Rejected } from '../store'
import { text } from '../text'
import { iconButton } from './button'
import { ACTIONS, KEYS, keyText } from './keys'

/** A modal dialog with a title and a button to close it; so do Esc and a click beside it. */
export function createDialog(title: string, ...content: readonly HTMLElement[]): HTMLDialogElement {
  const heading = h('h2', {}, title)
  const dialog = h('dialog', { 'aria-label': title })
  const close = iconButton(text.page.help.close, 'close', () => dialog.close())
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

export function createHelp(): HTMLDialogElement {
  const words = text.page.help
  const rows = ACTIONS.filter((action) => KEYS[action].length > 0).map((action) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, ...KEYS[action].map((key) => h('kbd', {}, keyText(key)))),
      h('td', {}, text.page.keys[action]),
    ),
  )
  return createDialog(
    words.title,
    h('p', {}, words.what),
    h('ol', {}, ...words.steps.map((step) => h('li', {}, step))),
    h('h3', {}, words.keys),
    h('table', { class: 'keys' }, h('tbody', {}, ...rows)),
    h('p', { class: 'dim' }, text.page.keys.sliders),
  )
}

/** Shows all mistakes of a file; `onClose` when the person has seen them. */
export function showRejected({ file, issues }: Rejected, onClose: () => void): void {
  const words = text.page.files
  const { columns } = words
  const head = Object.values(columns).map((name) => h('th', { scope: 'col' }, name))
  const rows = issues.map(({ path, line, message, expected, found }) =>
    h(
      'tr',
      {},
      h('td', {}, h('code', {}, path === '' ? words.wholeFile : path)),
      h('td', { class: 'number' }, line === undefined ? '' : String(line)),
      h('td', {}, message),
      h('td', {}, expected),
      h('td', {}, h('code', {}, found)),
    ),
  )
  const table = h('table', { class: 'issues' }, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...rows))
  const scroller = h(
    'div',
    { class: 'issues-scroll', tabindex: 0, role: 'region', 'aria-label': words.columns.message },
    table,
  )
  const dialog = createDialog(words.rejected(file, issues.length), h('p', {}, words.rejectedNote), scroller)
  dialog.dataset.testid = 'issues'
  dialog.classList.add('wide')
  dialog.addEventListener('close', () => {
    dialog.remove()
    onClose()
  })
  dialog.showModal()
}
