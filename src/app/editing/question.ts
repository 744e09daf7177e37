/** Question: what goes with an entry, by number and by name, said before it is removed. */

import { text } from '../../text'
import { h } from '../../ui'
import { byName } from '../../words'
import type { Desk, PendingRemoval } from './desk'

const words = text.editing

export function removalQuestion(desk: Desk, { entry, name, also }: PendingRemoval): HTMLElement {
  const asked = words.ask(words.kinds[entry.kind], name)
  const remove = h(
    'button',
    {
      type: 'button',
      class: 'edit-button',
      'aria-describedby': 'edit-also',
      onclick: () => desk.answerRemoval(true),
    },
    words.remove,
  )
  const keep = h(
    'button',
    { type: 'button', class: 'quiet', onclick: () => desk.answerRemoval(false) },
    words.keep,
  )
  return h(
    'div',
    { class: 'edit-question', role: 'group', 'aria-label': asked },
    h('p', {}, h('strong', {}, asked)),
    h('details', {}, h('summary', { id: 'edit-also' }, words.also(also)), ...also.map(alsoList)),
    h('div', { class: 'edit-actions' }, remove, keep),
  )
}

/** Everything of one kind, by name. */
function alsoList({ list, names }: PendingRemoval['also'][number]): HTMLElement {
  const items = [...names].sort(byName).map((name) => h('li', {}, name))
  return h('section', {}, h('h4', {}, words.counted(list, names.length)), h('ul', {}, ...items))
}
