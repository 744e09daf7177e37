/** Buttons with an icon and a name; the title may add more, such as a keyboard shortcut. */

import { h, icon, label } from './element'
import { ICONS } from './icons'

export function iconButton(
  name: string,
  shape: keyof typeof ICONS,
  onClick?: () => void,
  title = name,
): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': name, title, onclick: onClick },
    icon(ICONS[shape]),
  )
}

/** Gives an icon button another name and icon. */
export function reshape(
  button: HTMLButtonElement,
  name: string,
  shape: keyof typeof ICONS,
  title = name,
): void {
  if (button.getAttribute('aria-label') === name) return
  label(button, name, title)
  button.querySelector('path')?.setAttribute('d', ICONS[shape])
}
