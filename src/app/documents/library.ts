/** Library: the scenarios to choose from, by family, with what each is about; searched by typing. */

import { text } from '../../text'
import { createDialog, h } from '../../ui'
import { type Bundled, bundledScenarios, FIRST_SCENARIO, familiesOf } from './bundled'

const words = text.help.library

export interface LibraryOptions {
  readonly openBundled: (id: string) => void
  readonly openFile: () => void
  /** Id of the bundled scenario that is open. */
  readonly current: () => string | undefined
}

export interface Library {
  toggle(): void
}

export function createLibrary({ openBundled, openFile, current }: LibraryOptions): Library {
  const search = h('input', { type: 'search', placeholder: words.search, 'aria-label': words.search })
  const found = h('span', { class: 'dim', role: 'status' })
  const nothing = h('p', { class: 'dim', hidden: true }, words.nothingFound)
  const rows: { readonly button: HTMLButtonElement; readonly scenario: Bundled }[] = []
  const sections = familiesOf(bundledScenarios(), FIRST_SCENARIO).map(({ root, members }) => {
    const title = members.find(({ id }) => id === root)?.title
    const items = members.map((scenario) => h('li', {}, rowOf(scenario, root)))
    return h(
      'section',
      {},
      h('h3', {}, title === undefined ? words.teaching : words.family(title)),
      h('ul', {}, ...items),
    )
  })
  const file = h('button', { type: 'button', class: 'quiet' }, words.openFile)
  const dialog = createDialog(
    words.title,
    h('div', { class: 'library-search' }, search, found, file),
    nothing,
    h('div', { class: 'library-list' }, ...sections),
  )
  dialog.classList.add('library')

  function rowOf(scenario: Bundled, root: string | undefined): HTMLButtonElement {
    const isDerived = scenario.base !== undefined && scenario.base !== root
    const button = h(
      'button',
      { type: 'button', class: isDerived ? 'library-row derived-row' : 'library-row', value: scenario.id },
      h('strong', {}, scenario.title),
      h('span', {}, scenario.description),
    )
    button.addEventListener('click', () => choose(scenario.id))
    rows.push({ button, scenario })
    return button
  }

  function choose(id: string): void {
    dialog.close()
    openBundled(id)
  }

  function visible(): HTMLButtonElement[] {
    return rows.map(({ button }) => button).filter((button) => button.parentElement?.hidden === false)
  }

  function filter(): void {
    const query = search.value.trim().toLowerCase()
    for (const { button, scenario } of rows) {
      const item = button.parentElement
      const isFound = `${scenario.title} ${scenario.description} ${scenario.id}`.toLowerCase().includes(query)
      if (item !== null) item.hidden = !isFound
    }
    for (const section of sections) section.hidden = section.querySelector('li:not([hidden])') === null
    const count = visible().length
    nothing.hidden = count > 0
    found.textContent = words.found(count)
  }

  search.addEventListener('input', filter)
  search.addEventListener('keydown', (event) => {
    const [first] = visible()
    if (event.key === 'Enter' && first !== undefined) choose(first.value)
  })
  file.addEventListener('click', () => {
    dialog.close()
    openFile()
  })
  dialog.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const all: HTMLElement[] = [search, ...visible()]
    const at = all.indexOf(document.activeElement as HTMLElement)
    all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus()
  })

  return {
    toggle() {
      if (dialog.open) return dialog.close()
      search.value = ''
      filter()
      for (const { button, scenario } of rows)
        if (scenario.id === current()) button.setAttribute('aria-current', 'true')
        else button.removeAttribute('aria-current')
      dialog.showModal()
      search.focus()
    },
  }
}
