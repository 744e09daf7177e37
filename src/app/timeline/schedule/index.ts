/** Schedule: strip, controls and editor of interventions and operations, wired to the store. */

import './schedule.css'
import './editor.css'
import { parseIsoDate } from '../../../engine'
import type { Scenario } from '../../../scenario'
import type { Store } from '../../../store'
import { text } from '../../../text'
import type { Notices } from '../../../ui'
import { h, iconButton, reshape } from '../../../ui'
import type { Block } from './blocks'
import { type EditorHost, openEditor } from './editor'
import { createScheduleEdits } from './edits'
import { createStrip } from './strip'

const words = text.timeline

export interface Schedule {
  /** The lanes with their blocks. */
  readonly lanes: HTMLElement
  /** Buttons to add a block and to show more lanes. */
  readonly controls: HTMLElement
  /** Whether there is any block. */
  readonly hasBlocks: boolean
  show(scenario: Scenario, horizon: number): void
}

export interface ScheduleOptions {
  readonly store: Store
  readonly notices: Notices
  /** Day of the run on show. */
  readonly today: () => number
}

export function createSchedule({ store, notices, today }: ScheduleOptions): Schedule {
  const startDay = () => parseIsoDate(store.get().document?.scenario.startDate ?? '') ?? 0
  const edits = createScheduleEdits(store, notices, startDay)
  const add = iconButton(words.addName, 'plus', () => openEditor(host, undefined))
  add.classList.add('schedule-add')
  const more = iconButton(words.showAll, 'up', expand)
  const count = h('span', { class: 'schedule-count dim' })
  const controls = h('div', { class: 'schedule-controls' }, add, more, count)
  const strip = createStrip({
    edits,
    edit: (block: Block) => openEditor(host, block),
    focusElsewhere: () => add.focus(),
  })
  const host: EditorHost = {
    store,
    edits,
    today,
    onSaved: (path) => requestAnimationFrame(() => strip.focus(path)),
    remove(block) {
      if (edits.remove(block)) add.focus()
    },
  }

  function expand(): void {
    const isAll = strip.element.classList.toggle('all')
    reshape(more, isAll ? words.showFewer : words.showAll, isAll ? 'down' : 'up')
    more.setAttribute('aria-expanded', String(isAll))
  }
  more.setAttribute('aria-expanded', 'false')

  return {
    lanes: strip.element,
    controls,
    get hasBlocks() {
      return strip.blocks.length > 0
    },
    show(scenario, horizon) {
      strip.show(scenario, horizon)
      const { blocks } = strip
      const on = blocks.filter(({ enabled }) => enabled).length
      count.textContent = blocks.length === 0 ? '' : words.count(on, blocks.length)
      more.hidden = strip.lanes <= 2
    },
  }
}
