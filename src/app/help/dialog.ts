/** Help: how to begin, the key table, the longer pages and the glossary, in one dialog. */
import { text } from '../../text'
import { createDialog, createProse, createTabList, h, markTerms } from '../../ui'
import { ACTIONS, KEYS, keyText } from '../keys'
import { type HelpPage, linkedFrom, PAGES, type PageId, type PageLink } from './pages'
import type { Tour } from './tour'

const words = text.help.dialog

export interface Help {
  toggle(): void
}

export function createHelp(tour: Tour): Help {
  const begin = h('button', { type: 'button', class: 'button main' })
  const pages = PAGES.map((page) => createPage(page, open))
  const parts = [
    { id: 'help-start', title: words.tabs.start, element: startPart(begin) },
    { id: 'help-keys', title: words.tabs.keys, element: keysPart() },
    ...pages,
    { id: 'help-glossary', title: words.tabs.glossary, element: glossaryPart() },
  ]
  const pageAt = (id: string) => pages.find((page) => page.id === id)
  const tabs = createTabList(words.tabsName, parts, () => void pageAt(tabs.selected)?.show())
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

  function open({ page, anchor }: PageLink): void {
    tabs.select(tabOf(page))
    void pageAt(tabOf(page))?.show(anchor)
  }
}

const tabOf = (page: PageId) => `help-${page}`

/** One page as a tab; it is fetched when it is first shown. `open` follows its links to other pages. */
function createPage({ id, title, load }: HelpPage, open: (link: PageLink) => void) {
  const prose = createProse((href) => {
    const link = linkedFrom(id, href)
    return link && (() => open(link))
  })
  let shown: Promise<void> | undefined
  return {
    id: tabOf(id),
    title,
    element: h('div', {}, prose.element),
    async show(anchor?: string) {
      shown ??= prose.show(load)
      await shown
      if (anchor !== undefined) prose.goTo(anchor)
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
    row(KEYS[action].map(keyText), text.keys[action]),
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
