/** Summary: what the map shows, in two or three sentences, for screen readers. */

import type { DayFrame } from '../../analysis'
import { flowsByRoute, type RunRecord, seizuresByCheckpoint, sumOf } from '../../analysis'
import type { ModelSpec } from '../../engine'
import { text } from '../../text'
import { h, write } from '../../ui'
import { date, mass, percent } from '../../words'
import { hasResults, type PageState } from '../state'

const words = text.help.summary

/**
 * The state of the run at the end of a day: totals, the route that carries most, the checkpoint that seized
 * most.
 */
export function summaryOf(spec: ModelSpec, record: RunRecord, frame: DayFrame): string {
  const { counters, day } = frame
  const dispatched = sumOf(counters.dispatchedGrams)
  const seized = sumOf(counters.seizedGrams)
  const totals = words.paused(
    String(day),
    date(spec.startEpochDay + day),
    mass(sumOf(counters.deliveredGrams)),
    mass(seized),
    dispatched === 0 ? text.page.headline.none : percent(seized / dispatched),
  )
  const [busiest] = flowsByRoute(spec, record, frame).sort((a, b) => b.share - a.share)
  const [strictest] = seizuresByCheckpoint(spec, counters)
  return [
    totals,
    busiest === undefined || busiest.share === 0 ? '' : words.busiest(busiest.name, percent(busiest.share)),
    strictest === undefined || strictest.grams === 0
      ? ''
      : words.strictest(strictest.label, mass(strictest.grams)),
  ]
    .filter(Boolean)
    .join(' ')
}

export interface Spoken {
  readonly element: HTMLElement
  /** Speaks of a run when it comes to rest at another result, never while it plays. */
  show(state: PageState): void
}

/** Words that are read out and not seen. */
export function createSpoken(): Spoken {
  const element = h('p', { class: 'only-spoken', role: 'status', 'data-testid': 'spoken' })
  let said: string | undefined
  return {
    element,
    show(state) {
      if (!hasResults(state)) return
      const { frame, spec, record } = state
      if (state.isPlaying) said = undefined
      if (state.isPlaying || frame.digest === undefined || frame.digest === said) return
      said = frame.digest
      // The timeline announces its day itself.
      if (document.activeElement?.matches('input[type="range"]') !== true)
        write(element, summaryOf(spec, record, frame))
    },
  }
}
