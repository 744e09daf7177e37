/** Help: how to begin, the key table, the model and the glossary, in one dialog. */

import { text } from '../../text'
import { createDialog, createProse, createTabList, h, markTerms } from '../../ui'
import { ACTIONS, KEYS, keyText } from '../keys'
import type { Tour } from './tour'

const words = text.help.dialog
const documents = import.meta.glob<string>('../../engine/ODD.md', { query: '?raw', import: 'default' })

async function modelText(): Promise<string> {
  const load = documents['../../engine/ODD.md']
  if (load === undefined) throw new Error('the description of the model is not part of this build')
  return load()
}

export interface Help {
  toggle(): void
}

export function createHelp(tour: Tour): Help {
  const model = createProse()
  const begin = h('button', { type: 'button', class: 'tour-start' })
  let isShown = false
  const parts = [
    { id: 'help-start', title: words.tabs.start, element: startPart(begin) },
    { id: 'help-keys', title: words.tabs.keys, element: keysPart() },
    {
      id: 'help-model',
      title: words.tabs.model,
      element: h('div', {}, h('p', { class: 'dim' }, words.modelIntro), model.element),
    },
    { id: 'help-glossary', title: words.tabs.glossary, element: glossaryPart() },
  ]
  const tabs = createTabList(words.tabsName, parts, () => {
    if (tabs.selected !== 'help-model' || isShown) return
    isShown = true
    void model.show(modelText)
  })
  const body = h('div', { class: 'help-tabs' }, tabs.element, ...parts.map(({ element }) => element))
  const dialog = createDialog(words.title, body)
  dialog.classList.add('help')
  begin.addEventListener('click', () => {
    dialog.close()
    tour.start()
  })
  return {
    toggle() {
      if (dialog.open) return dialog.close()
      begin.textContent = tour.invitation()
      dialog.showModal()
    },
  }
}

function startPart(begin: HTMLElement): HTMLElement {
  const part = h(
    'div',
    { class: 'help-start' },
    h('p', {}, words.what),
    h('ol', {}, ...words.steps.map((step) => h('li', {}, step))),
    h('p', { class: 'dim' }, words.limits),
  )
  markTerms(part)
  part.append(h('p', { class: 'tour-line' }, begin, h('span', { class: 'dim' }, text.help.tour.startNote)))
  return part
}

function keysPart(): HTMLElement {
  const row = (keys: readonly string[], what: string) =>
    h('tr', {}, h('th', { scope: 'row' }, ...keys.map((key) => h('kbd', {}, key))), h('td', {}, what))
  const rows = ACTIONS.filter((action) => KEYS[action].length > 0).map((action) =>
    row(KEYS[action].map(keyText), text.page.keys[action]),
  )
  const onBlocks = text.timeline.keyTable.map(({ keys, what }) => row(keys, what))
  const heading = h('th', { colspan: 2, scope: 'rowgroup' }, text.timeline.keyTableName)
  return h(
    'div',
    {},
    h(
      'table',
      { class: 'keys' },
      h('tbody', {}, ...rows),
      h('tbody', {}, h('tr', { class: 'keys-group' }, heading), ...onBlocks),
    ),
    h('p', { class: 'dim' }, words.map),
    h('p', { class: 'dim' }, words.sliders),
  )
}

function glossaryPart(): HTMLElement {
  const entries = Object.values(text.glossary)
    .sort((a, b) => (a.term < b.term ? -1 : 1))
    .map(({ term, meaning }) => h('div', {}, h('dt', {}, term), h('dd', {}, meaning)))
  return h(
    'div',
    {},
    h('p', { class: 'dim' }, words.glossaryIntro),
    h('dl', { class: 'glossary' }, ...entries),
  )
}
