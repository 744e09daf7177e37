/** Buttons with an icon, a name and, where an action has one, its key. */
import { h, icon, label } from '../panel'
import { ICONS } from './icons'
import { type Action, withKey } from './keys'

export function iconButton(
  name: string,
  shape: keyof typeof ICONS,
  onClick: () => void,
  action?: Action,
): HTMLButtonElement {
  const title = action === undefined ? name : withKey(name, action)
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
  action?: Action,
): void {
  if (button.getAttribute('aria-label') === name) return
  label(button, name, action === undefined ? name : withKey(name, action))
  button.replaceChildren(icon(ICONS[shape]))
}
