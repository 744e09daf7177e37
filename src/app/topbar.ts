/** Top bar: scenario picker, variants, files, undo, theme and help. */

import './topbar.css'
import type { Scenario } from '../scenario'
import { isDirty, type State, type Store } from '../store'
import { plainText, text } from '../text'
import { h, html, iconButton, keyed, label, render, reshape, write } from '../ui'
import { type Action, withKey } from './keys'

const words = text.page.bar

export interface TopbarOptions {
  readonly store: Store
  readonly act: (action: Action) => void
}

export interface Topbar {
  readonly element: HTMLElement
  /** The buttons that change, open and save the scenario. */
  readonly tools: HTMLElement
}

export function createTopbar({ store, act }: TopbarOptions): Topbar {
  const name = h('span', {})
  const picker = h('button', { type: 'button', class: 'picker', onclick: () => act('library') }, name)
  const variant = h('select', {})
  const unsaved = h('span', {
    class: 'unsaved',
    hidden: true,
    role: 'img',
    'aria-label': words.unsaved,
    title: words.unsaved,
  })
  const undo = iconButton(words.undo, 'undo', () => act('undo'), withKey(words.undo, 'undo'))
  const redo = iconButton(words.redo, 'redo', () => act('redo'), withKey(words.redo, 'redo'))
  const { theme: now } = store.get().settings
  const theme = iconButton(words.theme[now], now === 'dark' ? 'light' : 'dark', () => {
    store.set({ theme: store.get().settings.theme === 'dark' ? 'light' : 'dark' })
  })
  variant.addEventListener('change', () => {
    const { document } = store.get()
    const chosen = document?.opened.variants.find(({ id }) => id === variant.value)
    store.applyVariant(chosen?.id, text.page.notices.variant(chosen?.title ?? words.asOpened))
  })

  function show(state: State): void {
    const { document: open, settings, history } = state
    reshape(theme, words.theme[settings.theme], settings.theme === 'dark' ? 'light' : 'dark')
    undo.disabled = history.done.length === 0
    redo.disabled = history.undone.length === 0
    unsaved.hidden = !isDirty(state)
    if (open === undefined) return
    const { origin, opened, scenario } = open
    write(name, opened.title)
    picker.value = origin.kind === 'bundled' ? origin.name : ''
    const choose = text.help.library.choose(opened.title)
    label(picker, choose, withKey(choose, 'library'))
    offerVariants(variant, `${origin.kind}/${origin.name}`, opened.variants)
    document.title = plainText(`${isDirty(state) ? '• ' : ''}${scenario.title} – ${text.page.title}`)
    if (!isDirty(state)) variant.value = ''
  }
  const tools = h(
    'div',
    { class: 'bar-group bar-end' },
    undo,
    redo,
    iconButton(text.editing.name, 'pencil', () => act('edit'), withKey(text.editing.name, 'edit')),
    iconButton(text.editing.blank.open, 'add', () => act('new')),
    iconButton(words.open, 'open', () => act('open'), withKey(words.open, 'open')),
    iconButton(words.save, 'save', () => act('save'), withKey(words.save, 'save')),
    theme,
    iconButton(words.help, 'help', () => act('help'), withKey(words.help, 'help')),
  )
  const about = iconButton(
    text.help.about.button,
    'about',
    () => act('about'),
    withKey(text.help.about.button, 'about'),
  )
  const element = h(
    'header',
    { class: 'topbar' },
    h('h1', { class: 'brand' }, text.page.title),
    h('div', { class: 'bar-group' }, picker, about, unsaved),
    h('label', { class: 'bar-group variant' }, h('span', { class: 'dim' }, words.variant), variant),
    tools,
  )
  store.subscribe(show)
  show(store.get())
  return { element, tools }
}

/** Offers the variants of a document; those of another begin with none chosen. */
function offerVariants(select: HTMLSelectElement, document: string, variants: Scenario['variants']): void {
  const options = variants.map(({ id, title }) => html`<option value=${id}>${title}</option>`)
  render(keyed(document, html`<option value="">${words.asOpened}</option>${options}`), select)
  if (select.parentElement !== null) select.parentElement.hidden = variants.length === 0
}
