/** Search: settings of all tabs, and entries by their names, that match some words. */
import { text } from '../text'
import type { ControlHost } from './control'
import { h } from './element'
import { createPane, type SettingsPane, type Values } from './pane'
import type { Setting } from './rows'
import type { Scope } from './scope'

const words = text.page.panel
const own = text.panel
const MOST_ENTRIES = 12

/** An entry that can be gone to. */
export interface FoundEntry {
  readonly scope: Scope
  readonly name: string
  readonly kind: string
}

/** A setting and the name of its place. */
export interface PlacedSetting {
  readonly setting: Setting
  readonly place: string
}

export interface SearchHost {
  readonly controlHost: ControlHost
  /** Settings on show in all tabs. */
  settings(): readonly PlacedSetting[]
  entries(): readonly FoundEntry[]
  onOpen(scope: Scope): void
  /** The query became empty, or no longer is. */
  onToggle(): void
}

export interface Search {
  readonly input: HTMLInputElement
  readonly results: HTMLElement
  readonly active: boolean
  show(values: Values): void
  clear(): void
}

export function createSearch(host: SearchHost): Search {
  const input = h('input', {
    type: 'search',
    placeholder: words.search,
    'aria-label': words.search,
    class: 'search',
  })
  const results = h('div', { class: 'pane', hidden: true })
  let pane: SettingsPane | undefined

  function find(): void {
    const query = input.value.trim().toLowerCase()
    pane?.dispose()
    pane = undefined
    results.replaceChildren()
    if (query !== '') fill(query)
    host.onToggle()
  }

  function fill(query: string): void {
    const settings = host.settings().flatMap(({ setting, place }) => {
      const group = [place, setting.group].filter(Boolean).join(' · ')
      return matches(setting, query) ? [{ ...setting, group }] : []
    })
    const entries = host.entries().filter(({ name }) => name.toLowerCase().includes(query))
    if (entries.length > 0) results.append(h('div', { class: 'found-entries' }, ...linksTo(entries)))
    if (settings.length > 0)
      pane = createPane(results, settings, host.controlHost, { isOpen: () => true, fold: () => {} })
    if (settings.length + entries.length === 0)
      results.append(h('p', { class: 'nothing' }, words.nothingFound))
  }

  function linksTo(entries: readonly FoundEntry[]): HTMLElement[] {
    const more = entries.length - MOST_ENTRIES
    const links = entries
      .slice(0, MOST_ENTRIES)
      .map(({ scope, name, kind }) =>
        h(
          'button',
          { type: 'button', class: 'link', onclick: () => host.onOpen(scope) },
          name,
          ' ',
          h('span', { class: 'dim' }, kind),
        ),
      )
    return more > 0 ? [...links, h('p', { class: 'dim' }, own.moreFound(more))] : links
  }

  function clear(): void {
    input.value = ''
    find()
  }

  input.addEventListener('input', find)
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || input.value === '') return
    event.stopPropagation()
    clear()
  })
  return {
    input,
    results,
    get active() {
      return input.value.trim() !== ''
    },
    show: (values) => pane?.show(values),
    clear,
  }
}

function matches({ title, group, path, row }: Setting, query: string): boolean {
  return [title, group, path, row.help, row.unit].some((part) => part.toLowerCase().includes(query))
}
