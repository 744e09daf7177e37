/** Search: settings of all tabs, and entries by their names, that match some words. */
import { text } from '../text'
import { h, html, nothing, render, type View } from '../ui'
import type { ControlHost } from './control'
import { OPEN_HEADINGS } from './headings'
import { holdsAll, matchesIn, namedIn, type PlacedSetting, wordsOf } from './matching'
import { createPane, type SettingsPane, type Values } from './pane'
import type { Scope } from './scope'
import type { FoundEntry } from './searchable'

const words = text.page.panel
const own = text.panel
const MAX_ENTRIES = 12
const MAX_SETTINGS = 40

export interface SearchHost {
  readonly controlHost: ControlHost
  /** Settings on show in all tabs. */
  settings(): readonly PlacedSetting[]
  entries(): readonly FoundEntry[]
  /** Settings of an entry, on show or not. */
  settingsIn(entry: FoundEntry): readonly PlacedSetting[]
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
  const paneHost = h('div', {})
  const results = h('div', { hidden: true })
  let pane: SettingsPane | undefined

  function find(): void {
    const typed = wordsOf(input.value)
    pane?.dispose()
    pane = undefined
    if (typed.length === 0) render(nothing, results)
    else fill(typed)
    host.onToggle()
  }

  function fill(typed: readonly string[]): void {
    const all = host.entries()
    const entries = all.filter(({ about }) => holdsAll(typed, about))
    const settings = settingsWith(typed, all)
    const rows = settings.slice(0, MAX_SETTINGS).map(({ setting, place }) => {
      return { ...setting, group: [place, setting.group].filter(Boolean).join(' · ') }
    })
    if (rows.length > 0) pane = createPane(paneHost, rows, host.controlHost, OPEN_HEADINGS)
    const more = settings.length - MAX_SETTINGS
    const isEmpty = settings.length + entries.length === 0
    render(
      html`
        ${entries.length === 0 ? nothing : html`<div class="found-entries">${linksTo(entries)}</div>`}
        ${paneHost}
        ${more > 0 ? html`<p class="nothing">${own.moreFound(more)}</p>` : nothing}
        ${isEmpty ? html`<p class="nothing">${words.nothingFound}</p>` : nothing}
      `,
      results,
    )
  }

  /** Settings on show, and those of other entries that the words name. */
  function settingsWith(typed: readonly string[], entries: readonly FoundEntry[]): PlacedSetting[] {
    const shown = matchesIn(host.settings(), typed)
    const paths = new Set(shown.map(({ setting }) => setting.path))
    const named = entries.filter(({ about }) => typed.some((word) => holdsAll([word], about)))
    const others = typed.length > 1 ? named.flatMap((entry) => host.settingsIn(entry)) : []
    return [...shown, ...namedIn(others, typed).filter(({ setting }) => !paths.has(setting.path))]
  }

  function linksTo(entries: readonly FoundEntry[]): View {
    const more = entries.length - MAX_ENTRIES
    const links = entries.slice(0, MAX_ENTRIES).map(({ scope, name, kind }) => {
      const open = () => host.onOpen(scope)
      return html`<button type="button" class="link" @click=${open}>
        ${name} <span class="dim">${kind}</span>
      </button>`
    })
    return html`${links}${more > 0 ? html`<p class="dim">${own.moreFound(more)}</p>` : nothing}`
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
