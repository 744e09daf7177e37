/** Fold-out: what opens above the transport at the press of its button; only one is open at a time. */

/**
 * Opens or closes the fold-out, says so on its button and gives the focus back to it. `onOpen` is called before it opens.
 * Returns whether it is open now.
 */
export function toggleFoldOut(element: HTMLElement, button: HTMLElement, onOpen: () => void): boolean {
  const opens = element.hidden !== false
  const hadFocus = element.contains(document.activeElement)
  if (opens) onOpen()
  element.hidden = !opens
  button.setAttribute('aria-expanded', String(opens))
  element.parentElement?.classList.toggle('has-drawer', opens)
  if (!opens && hadFocus) button.focus()
  return opens
}
