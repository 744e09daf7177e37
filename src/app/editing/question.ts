/** Question: what goes with an entry, by number and by name, said before it is removed. */

import { text } from '../../text'
import { html, type View } from '../../ui'
import { byName } from '../../words'
import type { PendingRemoval } from './editState'
import type { NetworkEditor } from './networkEditor'

const words = text.editing

export function removalQuestion(editor: NetworkEditor, { entry, name, also }: PendingRemoval): View {
  const asked = words.ask(words.kinds[entry.kind], name)
  const answer = (isYes: boolean) => () => editor.answerRemoval(isYes)
  return html`<div class="edit-question" role="group" aria-label=${asked}>
    <p><strong>${asked}</strong></p>
    <details><summary id="edit-also">${words.also(also)}</summary>${also.map(alsoView)}</details>
    <div class="edit-actions">
      <button type="button" class="button main" aria-describedby="edit-also" @click=${answer(true)}>
        ${words.remove}
      </button>
      <button type="button" class="quiet" @click=${answer(false)}>${words.keep}</button>
    </div>
  </div>`
}

/** Everything of one kind, by name. */
function alsoView({ list, names }: PendingRemoval['also'][number]): View {
  const items = [...names].sort(byName).map((name) => html`<li>${name}</li>`)
  return html`<section><h4>${words.counted(list, names.length)}</h4><ul>${items}</ul></section>`
}
