/** Change marks: the days on which the run was changed, as buttons over the timeline that go there and say what changed. */
import { h } from '../panel'
import type { CourseChange } from '../store'
import { text } from '../text'
import { createTip } from './schedule/tip'

const words = text.timeline.changes

export interface ChangeMarks {
  readonly element: HTMLElement
  show(changes: readonly CourseChange[], horizon: number, dateOf: (day: number) => string): void
}

export function createChangeMarks(onSeek: (day: number) => void): ChangeMarks {
  const marks = h('div', { class: 'change-marks', role: 'group', 'aria-label': words.name })
  const tip = createTip('change-tip')
  const element = h('div', {}, marks, tip.element)

  function markOf({ day, lines }: CourseChange, horizon: number, date: string): HTMLElement {
    const heading = words.mark(day, date)
    const label = [heading, ...lines].join('. ')
    const mark = h('button', { type: 'button', class: 'change-mark', 'aria-label': label })
    mark.style.left = `${(day / Math.max(1, horizon)) * 100}%`
    const explain = () => tip.show(mark, marks, heading, lines, words.hint)
    mark.addEventListener('pointerenter', explain)
    mark.addEventListener('focus', explain)
    mark.addEventListener('pointerleave', tip.hide)
    mark.addEventListener('blur', tip.hide)
    mark.addEventListener('click', () => onSeek(day))
    return mark
  }

  return {
    element,
    show(changes, horizon, dateOf) {
      tip.hide()
      marks.hidden = changes.length === 0
      const within = changes.filter(({ day }) => day <= horizon)
      marks.replaceChildren(...within.map((change) => markOf(change, horizon, dateOf(change.day))))
    },
  }
}
