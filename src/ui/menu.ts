/** Menu: a button that opens a short list of actions above everything. */
import { iconButton } from './button'
import { h } from './element'
import { moveBeside } from './placement'
import { uniqueId } from './uniqueId'
import { html, render } from './view'

export interface MenuItem {
  /** Asked each time the menu opens. */
  readonly name: () => string
  readonly act: () => void
}

export function createMenu(name: string, items: readonly MenuItem[]): HTMLElement {
  const id = uniqueId('menu')
  const button = iconButton(name, 'more')
  button.setAttribute('popovertarget', id)
  button.classList.add('small', 'menu-button')
  const list = h('div', { id, popover: 'auto', class: 'menu floating' })

  function choose({ act }: MenuItem): void {
    list.hidePopover()
    act()
  }

  list.addEventListener('beforetoggle', ({ newState }) => {
    if (newState !== 'open') return
    const buttons = items.map(
      (item) =>
        html`<button type="button" class="menu-item" @click=${() => choose(item)}>${item.name()}</button>`,
    )
    render(buttons, list)
    // It has a size once it is open, which is before the next frame.
    requestAnimationFrame(() =>
      moveBeside(list, button.getBoundingClientRect(), { sides: ['below', 'above'], align: 'end' }),
    )
  })
  return h('span', {}, button, list)
}
