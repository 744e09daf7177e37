/** Block buttons: the buttons of all blocks, one of which the Tab key leads to. */
import { type BlockButton, createBlockButton } from './blockButton'
import { blockPath } from './blocks'
import type { PlacedBlock } from './lanes'

export interface BlockButtonsHost {
  /** The pointer or the focus came to a block. */
  onPoint(path: string): void
  onLeave(): void
  onOpen(path: string): void
}

export interface BlockButtons {
  /** Path of the block that the Tab key leads to; empty where there is none. */
  readonly current: string
  get(path: string): BlockButton | undefined
  /** Makes them the buttons of these blocks; `show` brings each up to date. */
  keep(placed: readonly PlacedBlock[], show: (button: BlockButton, placed: PlacedBlock) => void): void
  focus(path: string): void
}

export function createBlockButtons(area: HTMLElement, host: BlockButtonsHost): BlockButtons {
  const buttons = new Map<string, BlockButton>()
  let current = ''

  function makeCurrent(path: string): void {
    current = path
    for (const [own, { element }] of buttons) element.tabIndex = own === path ? 0 : -1
  }

  function add(path: string): BlockButton {
    const button = createBlockButton(path)
    const { element } = button
    element.addEventListener('focus', () => {
      makeCurrent(path)
      if (element.matches(':focus-visible')) host.onPoint(path)
    })
    element.addEventListener('blur', host.onLeave)
    element.addEventListener('pointerenter', () => host.onPoint(path))
    element.addEventListener('pointerleave', host.onLeave)
    element.addEventListener('dblclick', () => host.onOpen(path))
    element.addEventListener('click', ({ detail, pointerType }) => {
      // Pressed by key, by assistive technology or by a finger; a mouse takes two clicks.
      if (detail === 0 || pointerType === 'touch') host.onOpen(path)
    })
    buttons.set(path, button)
    area.append(element)
    return button
  }

  return {
    get current() {
      return current
    },
    get: (path) => buttons.get(path),
    keep(placed, show) {
      const paths = placed.map(({ block }) => blockPath(block))
      for (const [path, { element }] of buttons) {
        if (paths.includes(path)) continue
        element.remove()
        buttons.delete(path)
      }
      for (const [i, one] of placed.entries()) {
        const path = paths[i] ?? ''
        show(buttons.get(path) ?? add(path), one)
      }
      makeCurrent(buttons.has(current) ? current : (paths[0] ?? ''))
    },
    focus(path) {
      const button = buttons.get(path)?.element
      button?.focus({ preventScroll: true })
      button?.scrollIntoView({ block: 'nearest' })
    },
  }
}
