/**
 * Change marks: buttons over the timeline on the days when the run was changed; each goes to its day and
 * shows what changed.
 */

import type { CourseChange } from '../../store'
import { text } from '../../text'
import { createTip, h, html, render, type View } from '../../ui'

const words = text.timeline.changes
/** Width of a mark; closer changes share one. */
const MARK_PIXELS = 24

export interface ChangeMarks {
  readonly element: HTMLElement
  show(changes: readonly CourseChange[], horizon: number, dateOf: (day: number) => string): void
}

/** Changes grouped into marks: a change less than `reach` days after the first of a mark joins it. */
export function gathered(changes: readonly CourseChange[], reach: number): CourseChange[][] {
  const marks: CourseChange[][] = []
  for (const change of changes) {
    const last = marks.at(-1)
    if (last?.[0] !== undefined && change.day - last[0].day < reach) last.push(change)
    else marks.push([change])
  }
  return marks
}

export function createChangeMarks(onSeek: (day: number) => void): ChangeMarks {
  const marks = h('div', { class: 'change-marks', role: 'group', 'aria-label': words.name })
  const tip = createTip()
  const element = h('div', {}, marks, tip.element)
  let count = 0

  function markOf(changes: readonly CourseChange[], horizon: number, lines: readonly string[]): View {
    const day = changes[0]?.day ?? 0
    const explain = ({ currentTarget: mark }: Event) => {
      if (mark instanceof HTMLElement) tip.show(mark, marks, words.heading(changes.length), lines, words.hint)
    }
    return html`<button
      type="button"
      class="change-mark"
      aria-label=${lines.join('. ')}
      .style=${`left: ${(day / Math.max(1, horizon)) * 100}%`}
      @pointerenter=${explain}
      @focus=${explain}
      @pointerleave=${tip.hide}
      @blur=${tip.hide}
      @click=${() => onSeek(day)}
    ></button>`
  }

  return {
    element,
    show(changes, horizon, dateOf) {
      const reach = Math.ceil((MARK_PIXELS * horizon) / Math.max(1, marks.clientWidth))
      const groups = gathered(
        changes.filter(({ day }) => day <= horizon),
        reach,
      )
      if (groups.length !== count) tip.hide()
      count = groups.length
      const views = groups.map((group) => {
        const lines = group.map(({ day, lines: what }) => words.mark(day, dateOf(day), what.join('; ')))
        return markOf(group, horizon, lines)
      })
      render(views, marks)
    },
  }
}
