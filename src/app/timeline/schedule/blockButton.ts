/**
 * Block button: the button of one block, with title, inner steps, and arrows where it extends beyond the run.
 */

import { LOCK_PATH } from '../../../panel'
import { plainText, text } from '../../../text'
import { h, html, icon, render, write } from '../../../ui'
import type { Place, PlacedBlock } from './lanes'

const words = text.timeline

export interface BlockButton {
  readonly element: HTMLButtonElement
  show(placed: PlacedBlock, dates: string, pixelsOf: (day: number) => number): void
  /** Moves it within its lane during a drag. */
  move(place: Place): void
}

export function createBlockButton(path: string): BlockButton {
  const title = h('span', { class: 'block-title' })
  const steps = h('span', { class: 'block-steps' })
  const lock = h('span', { class: 'block-lock', hidden: true, 'data-testid': 'lock' }, icon(LOCK_PATH))
  const element = h(
    'button',
    { type: 'button', class: 'block', 'data-path': path, tabindex: -1 },
    steps,
    lock,
    title,
  )

  function move({ left, width, before, beyond }: Place): void {
    element.style.left = `${left}px`
    element.style.width = `${width}px`
    element.classList.toggle('before', before)
    element.classList.toggle('beyond', beyond)
  }

  return {
    element,
    move,
    show(placed, dates, pixelsOf) {
      const { block, lane, titleAt } = placed
      move(placed)
      element.style.setProperty('--lane-at', String(lane))
      element.dataset.section = block.section
      element.classList.toggle('off', !block.enabled)
      element.classList.toggle('fixed', block.isFixed)
      element.dataset.title = titleAt
      lock.hidden = block.lock === undefined
      const name = words.block(block.title, block.enabled ? words.on : words.off, dates)
      const held = block.lock === undefined ? [] : [text.panel.lockedBecause(block.lock)]
      element.setAttribute('aria-label', plainText([name, ...held].join('. ')))
      write(title, block.title)
      const marks = block.steps.map((day) => html`<i .style=${`left: ${pixelsOf(day) - placed.left}px`}></i>`)
      render(marks, steps)
    },
  }
}
