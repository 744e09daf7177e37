/** Rejected: the dialog with the mistakes of a file that was not opened. */
import type { Mistakes } from '../../scenario'
import { text } from '../../text'
import { createDialog, h } from '../../ui'

/** Shows all mistakes of a file. */
export function showRejected(file: string, { issues, unlisted }: Mistakes): void {
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
    unlisted > 0 ? h('p', {}, text.issues.moreMistakes(unlisted)) : '',
  )
  const title = words.rejected(file, issues.length + unlisted)
  const dialog = createDialog(title, h('p', {}, words.rejectedNote), scroller)
  dialog.dataset.testid = 'issues'
  dialog.classList.add('wide')
  dialog.addEventListener('close', () => dialog.remove())
  dialog.showModal()
}
