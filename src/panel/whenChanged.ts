/** When changed: chooses what a change does to the run. */
import { type Store, WHEN_CHANGED } from '../store'
import { text } from '../text'
import { h } from '../ui'

const words = text.page.panel

export function createWhenChanged(store: Store): HTMLElement {
  const options = WHEN_CHANGED.map((choice) => h('option', { value: choice }, words.whenChanged[choice]))
  const select = h('select', {}, ...options)
  select.value = store.get().settings.whenChanged
  select.addEventListener('change', () => {
    const chosen = WHEN_CHANGED.find((choice) => choice === select.value)
    if (chosen !== undefined) store.set({ whenChanged: chosen })
  })
  return h('label', { class: 'when-changed' }, h('span', {}, words.whenChangedName), select)
}
