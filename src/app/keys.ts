/** Keys: one table that feeds the handler, the help dialog and the tooltips. */
import { LAYERS } from '../store'
import { text } from '../text'

const words = text.keys

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

/** The part of a key press that shortcuts look at. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'defaultPrevented'
>

/** The control that a key is pressed on, as far as it has keys of its own. */
export type FocusedControl = 'none' | 'dialog' | 'writing' | 'choice' | 'range' | 'tick' | 'button'

/**
 * The action of a key press, if it is one; never while the person types, nor against a control's own keys.
 * `isPressed`: the control was pressed with a pointer.
 */
export function actionOf(press: KeyPress, focused: FocusedControl, isPressed: boolean): Action | undefined {
  const control = press.ctrlKey || press.metaKey
  if (press.altKey || press.isComposing || press.defaultPrevented) return undefined
  const key = press.key.toLowerCase()
  const action = ACTIONS.find((candidate) =>
    KEYS[candidate].some((wanted) => {
      const shifted = wanted.shift === undefined ? !control || !press.shiftKey : press.shiftKey
      return wanted.key === key && (wanted.control ?? false) === control && shifted
    }),
  )
  if (action === undefined || action === 'escape' || action === 'save' || action === 'open') return action
  return keepsKey(focused, key, isPressed) ? undefined : action
}

/**
 * Whether the focused control needs the key for itself; one that was pressed with a pointer needs only what
 * is typed.
 */
function keepsKey(focused: FocusedControl, key: string, isPressed: boolean): boolean {
  if (focused === 'dialog' || focused === 'writing') return true
  if (focused === 'choice') return !isPressed
  if (focused === 'range') return key === 'home' || key === 'end'
  return focused !== 'none' && key === ' ' && !isPressed
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
