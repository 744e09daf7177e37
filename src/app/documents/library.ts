/** Library: the scenarios to choose from, by family, with what each is about; searched by typing. */

import { text } from '../../text'
import { createDialog, h, html, nothing, render, repeat, type View } from '../../ui'
import { type Bundled, bundledScenarios, type Family, FIRST_SCENARIO, familiesOf } from './bundled'

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

/** The families with the members whose title, description or id holds a query. */
export function familiesWith(families: readonly Family[], query: string): Family[] {
  const wanted = query.trim().toLowerCase()
  const isFound = ({ title, description, id }: Bundled) =>
    `${title} ${description} ${id}`.toLowerCase().includes(wanted)
  return families
    .map(({ root, members }) => ({ root, members: members.filter(isFound) }))
    .filter(({ members }) => members.length > 0)
}

export function createLibrary({ openBundled, openFile, current }: LibraryOptions): Library {
  const families = familiesOf(bundledScenarios(), FIRST_SCENARIO)
  const titles = new Map(families.flatMap(({ members }) => members.map(({ id, title }) => [id, title])))
  const search = h('input', { type: 'search', placeholder: words.search, 'aria-label': words.search })
  const found = h('span', { class: 'dim', role: 'status' })
  const list = h('div', { class: 'library-list' })
  const file = h('button', { type: 'button', class: 'quiet' }, words.openFile)
  const dialog = createDialog(words.title, h('div', { class: 'library-search' }, search, found, file), list)
  dialog.classList.add('library')

  function choose(id: string): void {
    dialog.close()
    openBundled(id)
  }

  function show(): void {
    const shown = familiesWith(families, search.value)
    found.textContent = words.found(shown.flatMap(({ members }) => members).length)
    const views = repeat(shown, ({ root }) => root, familyView)
    render(shown.length > 0 ? html`${views}` : html`<p class="dim">${words.nothingFound}</p>`, list)
  }

  function familyView({ root, members }: Family): View {
    const title = root && titles.get(root)
    const rows = repeat(
      members,
      ({ id }) => id,
      (scenario) => html`<li>${rowView(scenario, root)}</li>`,
    )
    return html`<section>
      <h3>${title === undefined ? words.teaching : words.family(title)}</h3>
      <ul>${rows}</ul>
    </section>`
  }

  function rowView({ id, title, description, base }: Bundled, root: string | undefined): View {
    const isDerived = base !== undefined && base !== root
    return html`<button
      type="button"
      class=${isDerived ? 'library-row derived-row' : 'library-row'}
      value=${id}
      aria-current=${id === current() ? 'true' : nothing}
      @click=${() => choose(id)}
    ><strong>${title}</strong><span>${description}</span></button>`
  }

  search.addEventListener('input', show)
  search.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') list.querySelector('button')?.click()
  })
  file.addEventListener('click', () => {
    dialog.close()
    openFile()
  })
  dialog.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const stops = [search, ...list.querySelectorAll('button')]
    const at = stops.findIndex((stop) => stop.matches(':focus'))
    stops[Math.max(0, Math.min(stops.length - 1, at + by))]?.focus()
  })

  return {
    toggle() {
      if (dialog.open) return dialog.close()
      search.value = ''
      show()
      dialog.showModal()
      search.focus()
    },
  }
}
