/** Top bar: scenario picker, variants, files, undo, theme and help. */

import { isDirty, type State, type Store } from '../store'
import { plainText, text } from '../text'
import { h, iconButton, label, reshape, write } from '../ui'
import { type Action, withKey } from './keys'

const words = text.page.bar

export interface TopbarOptions {
  readonly store: Store
  readonly act: (action: Action) => void
}

export function createTopbar({ store, act }: TopbarOptions): HTMLElement {
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

  let listed = ''
  function show(state: State): void {
    const { document: open, settings, history } = state
    reshape(theme, words.theme[settings.theme], settings.theme === 'dark' ? 'light' : 'dark')
    undo.disabled = history.done.length === 0
    redo.disabled = history.undone.length === 0
    unsaved.hidden = !isDirty(state)
    if (open === undefined) return
    const { origin, opened, scenario } = open
    const key = `${origin.kind}/${origin.name}/${opened.title}/${opened.variants.map(({ id }) => id).join()}`
    if (key !== listed) {
      listed = key
      write(name, opened.title)
      picker.value = origin.kind === 'bundled' ? origin.name : ''
      const choose = text.help.library.choose(opened.title)
      label(picker, choose, withKey(choose, 'library'))
      fillVariants(variant, opened.variants)
    }
    document.title = plainText(`${isDirty(state) ? '• ' : ''}${scenario.title} – ${text.page.title}`)
    if (!isDirty(state)) variant.value = ''
  }
  store.subscribe(show)
  show(store.get())

  return h(
    'header',
    { class: 'topbar' },
    h('h1', { class: 'brand' }, text.page.title),
    h(
      'div',
      { class: 'bar-group' },
      picker,
      iconButton(
        text.help.about.button,
        'about',
        () => act('about'),
        withKey(text.help.about.button, 'about'),
      ),
      unsaved,
    ),
    h('label', { class: 'bar-group variant' }, h('span', { class: 'dim' }, words.variant), variant),
    h(
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
    ),
  )
}

function fillVariants(select: HTMLSelectElement, variants: readonly { id: string; title: string }[]): void {
  const options = variants.map(({ id, title }) => h('option', { value: id }, title))
  select.replaceChildren(h('option', { value: '' }, words.asOpened), ...options)
  if (select.parentElement !== null) select.parentElement.hidden = variants.length === 0
}
