/** Keys: what a press does, and when a control keeps it for itself. */
import { describe, expect, it } from 'vitest'
import {
  ACTIONS,
  type Action,
  actionOf,
  type FocusedControl,
  KEYS,
  keyText,
  withKey,
} from '../../src/app/keys'

const plain = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  defaultPrevented: false,
}

function pressed(
  press: { readonly key: string } & Partial<typeof plain>,
  focused: FocusedControl = 'none',
  isPressed = false,
): Action | undefined {
  return actionOf({ ...plain, ...press }, focused, isPressed)
}

describe('a key', () => {
  it('does each action that has one, alone or with Control as the table says', () => {
    for (const action of ACTIONS)
      for (const { key, control = false, shift = false } of KEYS[action])
        expect([key, pressed({ key, ctrlKey: control, shiftKey: shift })]).toEqual([key, action])
  })

  it('does the same in upper case, and with Command in place of Control', () => {
    expect(pressed({ key: 'T', shiftKey: true })).toBe('tables')
    expect(pressed({ key: 'z', metaKey: true })).toBe('undo')
    expect(pressed({ key: 'Z', metaKey: true, shiftKey: true })).toBe('redo')
  })

  it.each([
    { key: 't', ctrlKey: true },
    { key: 't', altKey: true },
    { key: 't', isComposing: true },
    { key: 't', defaultPrevented: true },
    { key: 'z' },
    { key: 'x' },
  ])('does nothing as %o', (press) => {
    expect(pressed(press)).toBeUndefined()
  })

  it('has no second meaning: no two actions share one', () => {
    const all = Object.values(KEYS).flat().map(keyText)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('the focused control', () => {
  it.each<readonly [FocusedControl, string, boolean, Action | undefined]>([
    ['writing', 't', false, undefined],
    ['writing', 't', true, undefined],
    ['dialog', ' ', true, undefined],
    ['choice', 't', false, undefined],
    ['choice', 't', true, 'tables'],
    ['range', 'Home', false, undefined],
    ['range', ' ', false, 'play'],
    ['tick', ' ', false, undefined],
    ['tick', ' ', true, 'play'],
    ['tick', 't', false, 'tables'],
    ['button', ' ', false, undefined],
    ['button', ' ', true, 'play'],
    ['button', '.', false, 'forward'],
  ])('%s leaves "%s" (pressed with a pointer: %s) to the page as %s', (focused, key, isPressed, action) => {
    expect(pressed({ key }, focused, isPressed)).toBe(action)
  })

  it('never keeps Escape, saving and opening', () => {
    expect(pressed({ key: 'Escape' }, 'writing')).toBe('escape')
    expect(pressed({ key: 's', ctrlKey: true }, 'dialog')).toBe('save')
    expect(pressed({ key: 'o', ctrlKey: true }, 'writing')).toBe('open')
  })
})

it('keys are written as people write them', () => {
  expect(KEYS.redo.map(keyText)).toEqual(['Ctrl+Shift+Z', 'Ctrl+Y'])
  expect(keyText({ key: ' ' })).toBe('Space')
  expect(withKey('Undo', 'undo')).toBe('Undo (Ctrl+Z)')
  expect(withKey('New scenario', 'new')).toBe('New scenario')
})
