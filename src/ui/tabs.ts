/** Tab list: a row of tabs after the ARIA pattern: arrows move, one tab stop. */
import { plainText } from '../text'
import { h } from './element'

export interface TabList {
  /** The row of tabs; the panels are the items' own elements. */
  readonly element: HTMLElement
  readonly selected: string
  select(id: string): void
  /** Marks the tabs with these ids; `reason` says of each why. */
  mark(ids: ReadonlySet<string>, reason: string): void
}

interface TabItem {
  readonly id: string
  readonly title: string
  readonly element: HTMLElement
}

export function createTabList(name: string, items: readonly TabItem[], onSelect: () => void): TabList {
  let selected = items[0]?.id ?? ''
  const buttons = items.map(({ id, title }) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${id}`,
        'aria-controls': `tab-panel-${id}`,
        onclick: () => choose(id),
      },
      title,
    ),
  )
  for (const { id, element } of items) {
    element.id = `tab-panel-${id}`
    element.setAttribute('role', 'tabpanel')
    element.setAttribute('aria-labelledby', `tab-${id}`)
  }

  function choose(id: string): void {
    selected = id
    for (const [i, item] of items.entries()) {
      const active = item.id === id
      item.element.hidden = !active
      buttons[i]?.setAttribute('aria-selected', String(active))
      buttons[i]?.setAttribute('tabindex', active ? '0' : '-1')
    }
    onSelect()
  }

  const element = h('div', { role: 'tablist', 'aria-label': name, class: 'tabs' }, ...buttons)
  element.addEventListener('keydown', (event) => {
    const at = items.findIndex(({ id }) => id === selected)
    const next = event.key === 'ArrowRight' ? at + 1 : event.key === 'ArrowLeft' ? at - 1 : undefined
    const item = next === undefined ? undefined : items.at(next % items.length)
    if (item === undefined) return
    event.preventDefault()
    choose(item.id)
    buttons[items.indexOf(item)]?.focus()
  })
  const handle: TabList = {
    element,
    get selected() {
      return selected
    },
    select: choose,
    mark(ids, reason) {
      for (const [i, { id }] of items.entries()) {
        const marked = ids.has(id)
        buttons[i]?.classList.toggle('tab-marked', marked)
        if (marked) buttons[i]?.setAttribute('title', plainText(reason))
        else buttons[i]?.removeAttribute('title')
      }
    },
  }
  for (const [i, item] of items.entries()) {
    item.element.hidden = i > 0
    buttons[i]?.setAttribute('aria-selected', String(i === 0))
    buttons[i]?.setAttribute('tabindex', i === 0 ? '0' : '-1')
  }
  return handle
}
