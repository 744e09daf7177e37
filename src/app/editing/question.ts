/** Question: what goes with an entry, said before it is removed. */
import { h } from '../../panel'
import { text } from '../../text'
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
    h('p', { id: 'edit-also' }, words.also(also)),
    h('div', { class: 'edit-actions' }, remove, keep),
  )
}
