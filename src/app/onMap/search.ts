/** Search: a combobox over the map; choosing a match selects it and flies there. */

import type { Scenario } from '../../scenario'
import type { Selection } from '../../store'
import { text } from '../../text'
import { h, html, render } from '../../ui'
import { withKey } from '../keys'
import { matchesOf, type Place, placesOf } from './finder'

const words = text.map

export interface Search {
  readonly element: HTMLElement
  focus(): void
}

export function createSearch(
  scenario: () => Scenario | undefined,
  onChoose: (selection: Selection) => void,
): Search {
  const input = h('input', {
    type: 'search',
    role: 'combobox',
    'aria-label': words.search,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'place-list',
    placeholder: words.searchHint,
    title: withKey(words.search, 'place'),
    autocomplete: 'off',
    spellcheck: false,
  })
  const list = h('ul', {
    id: 'place-list',
    class: 'floating',
    role: 'listbox',
    'aria-label': words.results,
    hidden: true,
  })
  const count = h('p', { class: 'only-spoken', role: 'status' })
  const element = h('search', { class: 'place-search' }, input, list, count)
  let matches: readonly Place[] = []
  let active = 0
  let cached: { readonly of: Scenario; readonly places: readonly Place[] } | undefined

  function places(): readonly Place[] {
    const present = scenario()
    if (present === undefined) return []
    if (cached?.of !== present) cached = { of: present, places: placesOf(present) }
    return cached.places
  }

  function open(isOpen: boolean): void {
    list.hidden = !isOpen
    input.setAttribute('aria-expanded', String(isOpen))
    if (!isOpen) input.removeAttribute('aria-activedescendant')
  }

  function activate(next: number): void {
    active = matches.length === 0 ? 0 : (next + matches.length) % matches.length
    for (const [i, item] of [...list.children].entries())
      item.setAttribute('aria-selected', String(i === active))
    const item = list.children[active]
    if (item === undefined) return
    input.setAttribute('aria-activedescendant', item.id)
    item.scrollIntoView({ block: 'nearest' })
  }

  function look(): void {
    matches = matchesOf(places(), input.value)
    const items = matches.map(
      (place, i) => html`<li
        id="place-${i}"
        role="option"
        @pointerdown=${(event: Event) => take(event, place)}
      ><span>${place.name}</span><span class="dim">${place.kind}</span></li>`,
    )
    render(items, list)
    count.textContent = input.value.trim() === '' ? '' : words.found(matches.length)
    open(matches.length > 0)
    if (matches.length > 0) activate(0)
  }

  function take(event: Event, place: Place): void {
    event.preventDefault()
    open(false)
    // The keys go back to the page, which shows what was chosen.
    input.blur()
    onChoose(place.selection)
  }

  input.addEventListener('input', look)
  input.addEventListener('blur', () => {
    open(false)
    input.value = ''
    count.textContent = ''
  })
  input.addEventListener('keydown', (event) => {
    const place = matches[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (list.hidden) look()
      else activate(active + (event.key === 'ArrowDown' ? 1 : -1))
    } else if (event.key === 'Enter' && !list.hidden && place !== undefined) take(event, place)
    else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      event.stopPropagation()
      open(false)
    }
  })
  return { element, focus: () => input.focus() }
}
