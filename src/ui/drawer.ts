/** Drawers: sections that open above the transport at the press of a button; only one is open at a time. */
import { iconButton } from './button'
import { h } from './element'

export interface DrawerFrame {
  readonly element: HTMLElement
  readonly isOpen: boolean
  toggle(): void
}

export interface DrawerOptions {
  readonly id: string
  readonly name: string
  /** Toggles the drawer, and regains the focus when it closes. */
  readonly button: HTMLButtonElement
  readonly close: { readonly name: string; readonly title: string }
  readonly content: readonly HTMLElement[]
  readonly onToggle: (isOpen: boolean) => void
}

/** The drawers of one place. */
export interface Drawers {
  add(options: DrawerOptions): DrawerFrame
}

/** `host` has the class `has-drawer` while one of its drawers is open. */
export function createDrawers(host: HTMLElement): Drawers {
  let open: DrawerFrame | undefined

  function add({ id, name, button, close, content, onToggle }: DrawerOptions): DrawerFrame {
    const closeButton = iconButton(close.name, 'close', toggle, close.title)
    closeButton.classList.add('drawer-close')
    const element = h('section', { class: id, id, 'aria-label': name, hidden: true }, closeButton, ...content)
    button.setAttribute('aria-controls', id)
    button.setAttribute('aria-expanded', 'false')
    button.addEventListener('click', toggle)

    function toggle(): void {
      const opens = open !== frame
      const hadFocus = element.contains(document.activeElement)
      if (opens) open?.toggle()
      open = opens ? frame : undefined
      element.hidden = !opens
      button.setAttribute('aria-expanded', String(opens))
      host.classList.toggle('has-drawer', opens)
      if (hadFocus) button.focus()
      onToggle(opens)
    }

    const frame: DrawerFrame = {
      element,
      get isOpen() {
        return open === frame
      },
      toggle,
    }
    return frame
  }

  return { add }
}
