/**
 * Keys of blocks: left and right move and resize, Space toggles, Delete removes, up and down go to another
 * block.
 */
import type { Part } from './reshape'

const WEEK_DAYS = 7

export interface BlockKeysHost {
  reshape(path: string, part: Part, days: number, final: boolean): void
  toggle(path: string): void
  remove(path: string): void
  /** Goes to the next (1) or former (-1) block. */
  neighbour(path: string, step: number): void
  hideTip(): void
  readonly tipShown: boolean
}

/** What an arrow with its modifiers does to a block; undefined for other keys. */
export function shiftOf({
  key,
  altKey,
  shiftKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>):
  | { readonly part: Part; readonly days: number }
  | undefined {
  const direction = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  if (direction === 0 || ctrlKey || metaKey) return undefined
  if (altKey) return { part: shiftKey ? 'start' : 'end', days: direction }
  return { part: 'whole', days: shiftKey ? direction * WEEK_DAYS : direction }
}

/** Listens to the keys of the blocks in `area`. Held arrows are one step. */
export function onBlockKeys(area: HTMLElement, host: BlockKeysHost): void {
  let held: { readonly path: string; readonly part: Part } | undefined

  function release(): void {
    if (held !== undefined) host.reshape(held.path, held.part, 0, true)
    held = undefined
  }

  area.addEventListener('keydown', (event) => {
    const path = pathAt(event.target)
    if (path === undefined) return
    const shift = shiftOf(event)
    if (shift !== undefined) {
      if (held !== undefined && held.part !== shift.part) release()
      held = { path, part: shift.part }
      host.reshape(path, shift.part, shift.days, false)
    } else if (event.key === ' ') {
      if (!event.repeat) host.toggle(path)
    } else if (event.key === 'Delete' || event.key === 'Backspace') host.remove(path)
    else if (event.key === 'ArrowDown') host.neighbour(path, 1)
    else if (event.key === 'ArrowUp') host.neighbour(path, -1)
    else if (event.key === 'Escape' && host.tipShown) {
      host.hideTip()
      event.stopPropagation()
      return
    } else return
    event.preventDefault()
  })
  area.addEventListener('keyup', (event) => {
    // Space would press the button when it is released.
    if (event.key === ' ' && pathAt(event.target) !== undefined) event.preventDefault()
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') release()
  })
  area.addEventListener('focusout', release)
}

function pathAt(target: EventTarget | null): string | undefined {
  return target instanceof HTMLElement ? target.closest<HTMLElement>('.block')?.dataset.path : undefined
}
