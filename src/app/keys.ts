/** Keys: one table that feeds the handler, the help dialog and the tooltips. */
import { LAYERS } from '../store'
import { text } from '../text'

const words = text.page.keys

export const ACTIONS = [
  'play',
  'forward',
  'back',
  'slower',
  'faster',
  'start',
  'end',
  'restart',
  'undo',
  'redo',
  'save',
  'open',
  'search',
  'charts',
  'history',
  'place',
  'layers',
  'layer',
  'tables',
  'library',
  'about',
  'edit',
  'remove',
  'new',
  'help',
  'escape',
] as const
export type Action = (typeof ACTIONS)[number]

interface Key {
  /** Value of `KeyboardEvent.key`, letters in lower case. */
  readonly key: string
  readonly control?: boolean
  readonly shift?: boolean
}

/** Keys of each action; the first is the one that tooltips show. */
export const KEYS: Readonly<Record<Action, readonly Key[]>> = {
  play: [{ key: ' ' }],
  forward: [{ key: '.' }],
  back: [{ key: ',' }],
  slower: [{ key: '[' }],
  faster: [{ key: ']' }],
  start: [{ key: 'home' }],
  end: [{ key: 'end' }],
  restart: [{ key: 'r' }],
  undo: [{ key: 'z', control: true }],
  redo: [
    { key: 'z', control: true, shift: true },
    { key: 'y', control: true },
  ],
  save: [{ key: 's', control: true }],
  open: [{ key: 'o', control: true }],
  search: [{ key: '/' }],
  charts: [{ key: 'c' }],
  history: [{ key: 'h' }],
  place: [{ key: 'g' }],
  layers: [{ key: 'l' }],
  layer: LAYERS.map((_, i) => ({ key: String(i + 1) })),
  tables: [{ key: 't' }],
  library: [{ key: 'o' }],
  about: [{ key: 'i' }],
  edit: [{ key: 'e' }],
  remove: [{ key: 'delete' }],
  new: [],
  help: [{ key: '?' }],
  escape: [{ key: 'escape' }],
}

/**
 * Listens to the keys of a page. A control that was reached by the Tab key keeps its own keys; one that was pressed with a
 * pointer leaves them to the page, so that Space plays after a click on any button.
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
    const action = actionOf(event, isPressed)
    if (action === undefined) return
    if (action !== 'escape') event.preventDefault()
    // Some browsers press a button when Space is let go, whatever became of its keydown.
    if (isPressed && action === 'play') target.blur()
    act(action, event.key)
  })
}

/** The control that a press on an element leads to. */
function controlOf(element: Element): Element | null {
  return element.closest('label')?.control ?? element.closest('button, select, summary, a, input')
}

/**
 * The action of a key press, if it is one; never while the person types, nor against a control's own keys.
 */
function actionOf(event: KeyboardEvent, isPressed: boolean): Action | undefined {
  const control = event.ctrlKey || event.metaKey
  if (event.altKey || event.isComposing || event.defaultPrevented) return undefined
  const key = event.key.toLowerCase()
  const action = ACTIONS.find((candidate) =>
    KEYS[candidate].some((wanted) => {
      const shifted = wanted.shift === undefined ? !control || !event.shiftKey : event.shiftKey
      return wanted.key === key && (wanted.control ?? false) === control && shifted
    }),
  )
  if (action === undefined || action === 'escape' || action === 'save' || action === 'open') return action
  return keepsKey(event.target, key, isPressed) ? undefined : action
}

/**
 * Whether the focused control needs the key for itself; one that was pressed with a pointer needs only what
 * is typed.
 */
function keepsKey(target: EventTarget | null, key: string, isPressed: boolean): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('dialog[open]')) return true
  if (target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement) return !isPressed
  if (target instanceof HTMLInputElement) {
    if (target.type === 'range') return key === 'home' || key === 'end'
    return target.type !== 'checkbox' && target.type !== 'radio' ? true : key === ' ' && !isPressed
  }
  return key === ' ' && !isPressed && target.closest('button, summary, a, [role="tab"]') !== null
}

/** A key as people write it, e.g. `Ctrl+Z`. */
export function keyText({ key, control, shift }: Key): string {
  const names: Readonly<Record<string, string>> = {
    ' ': words.names.space,
    escape: words.names.escape,
    home: words.names.home,
    end: words.names.end,
    delete: words.names.delete,
  }
  const name = names[key] ?? key.toUpperCase()
  return [control ? words.names.control : '', shift ? words.names.shift : '', name].filter(Boolean).join('+')
}

/** A name with its key, for tooltips. */
export function withKey(name: string, action: Action): string {
  const [first] = KEYS[action]
  return first === undefined ? name : `${name} (${keyText(first)})`
}
