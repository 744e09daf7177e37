/** Arrow keys on a block: which part they move, and how far. */
import { describe, expect, it } from 'vitest'
import { shiftOf } from '../../../../src/app/timeline/schedule/keys'

describe('arrow keys', () => {
  const none = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false }
  it.each([
    ['ArrowRight', {}, { part: 'whole', days: 1 }],
    ['ArrowLeft', { shiftKey: true }, { part: 'whole', days: -7 }],
    ['ArrowRight', { altKey: true }, { part: 'end', days: 1 }],
    ['ArrowLeft', { altKey: true, shiftKey: true }, { part: 'start', days: -1 }],
    ['ArrowLeft', { ctrlKey: true }, undefined],
    ['a', {}, undefined],
  ])('%s with %o', (key, modifiers, shift) => {
    expect(shiftOf({ key, ...none, ...modifiers })).toEqual(shift)
  })
})
