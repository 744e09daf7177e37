/** Keyboard: the keys that a person presses on the page, as actions. */
import { type Action, actionOf, type FocusedControl } from './keys'

/**
 * Listens to the keys of a page. A control that was reached by the Tab key keeps its own keys; one that was
 * pressed with a pointer leaves them to the page, so that Space plays after a click on any button.
 */
export function listenToKeys(root: Window, act: (action: Action, key: string) => void): void {
  const pressed = new WeakSet<Element>()
  let isTabbing = false
  root.addEventListener(
    'pointerdown',
    ({ target }) => {
      const control = target instanceof Element ? controlOf(target) : null
      if (control !== null) pressed.add(control)
    },
    true,
  )
  root.addEventListener(
    'keydown',
    ({ key }) => {
      isTabbing = key === 'Tab'
    },
    true,
  )
  root.addEventListener('focusin', ({ target }) => {
    if (isTabbing && target instanceof Element) pressed.delete(target)
  })
  root.addEventListener('keydown', (event) => {
    const { target } = event
    const isPressed = target instanceof HTMLElement && pressed.has(target)
    const action = actionOf(event, focusedControl(target), isPressed)
    if (action === undefined) return
    if (action !== 'escape') event.preventDefault()
    // Some browsers press a button when Space is released, whatever became of its keydown.
    if (isPressed && action === 'play') target.blur()
    act(action, event.key)
  })
}

/** The control that a press on an element leads to. */
function controlOf(element: Element): Element | null {
  return element.closest('label')?.control ?? element.closest('button, select, summary, a, input')
}

function focusedControl(target: EventTarget | null): FocusedControl {
  if (!(target instanceof Element)) return 'none'
  if (target.closest('dialog[open]')) return 'dialog'
  if (target instanceof HTMLTextAreaElement) return 'writing'
  if (target instanceof HTMLSelectElement) return 'choice'
  if (target instanceof HTMLInputElement) {
    if (target.type === 'range') return 'range'
    return target.type === 'checkbox' || target.type === 'radio' ? 'tick' : 'writing'
  }
  return target.closest('button, summary, a, [role="tab"]') === null ? 'none' : 'button'
}
