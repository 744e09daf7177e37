/** Tab list: a row or column of tabs after the ARIA pattern: arrows move, one tab stop. */
import { plainText } from '../text'
import { h } from './element'

export interface TabList {
  /** The tabs; the panels are the items' own elements. */
  readonly element: HTMLElement
  /** Id of the tab on show. */
  readonly selected: string
  select(id: string): void
  /** Puts the focus on the tab on show. */
  focus(): void
  /** Marks the tabs with these ids; `reason` is their title. */
  mark(ids: ReadonlySet<string>, reason: string): void
}

interface TabItem {
  readonly id: string
  readonly title: string
  /** The panel; several tabs may share one. */
  readonly element: HTMLElement
}

interface TabOptions {
  readonly class?: string
  readonly isVertical?: boolean
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }
const VERTICAL_STEPS: Readonly<Record<string, number>> = { ...STEPS, ArrowDown: 1, ArrowUp: -1 }

/** The first tab is selected; `onSelect` is called for every later choice. */
export function createTabList(
  name: string,
  items: readonly TabItem[],
  onSelect: () => void,
  { class: className = 'tabs', isVertical = false }: TabOptions = {},
): TabList {
  let selected = items[0]?.id ?? ''
  const tabs = items.map((item) => ({ ...item, button: tabButton(item, () => choose(item.id)) }))
  const element = h(
    'div',
    {
      role: 'tablist',
      'aria-label': name,
      'aria-orientation': isVertical ? 'vertical' : undefined,
      class: className,
    },
    ...tabs.map(({ button }) => button),
  )

  function show(): void {
    const panel = tabs.find(({ id }) => id === selected)?.element
    panel?.setAttribute('aria-labelledby', `tab-${selected}`)
    for (const { id, element: own, button } of tabs) {
      own.hidden = own !== panel
      button.setAttribute('aria-selected', String(id === selected))
      button.tabIndex = id === selected ? 0 : -1
    }
  }

  function choose(id: string): void {
    selected = id
    show()
    onSelect()
  }

  function focus(): void {
    tabs.find(({ id }) => id === selected)?.button.focus()
  }

  element.addEventListener('keydown', (event) => {
    const step = (isVertical ? VERTICAL_STEPS : STEPS)[event.key]
    if (step === undefined) return
    const at = tabs.findIndex(({ id }) => id === selected)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (next === undefined) return
    event.preventDefault()
    choose(next.id)
    focus()
  })
  show()
  return {
    element,
    get selected() {
      return selected
    },
    select: choose,
    focus,
    mark(ids, reason) {
      for (const { id, button } of tabs) {
        const isMarked = ids.has(id)
        button.classList.toggle('tab-marked', isMarked)
        if (isMarked) button.title = plainText(reason)
        else button.removeAttribute('title')
      }
    },
  }
}

function tabButton({ id, title, element }: TabItem, onclick: () => void): HTMLButtonElement {
  if (element.id === '') element.id = `tab-panel-${id}`
  element.setAttribute('role', 'tabpanel')
  element.setAttribute('aria-labelledby', `tab-${id}`)
  const attributes = { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': element.id, onclick }
  return h('button', attributes, title)
}
