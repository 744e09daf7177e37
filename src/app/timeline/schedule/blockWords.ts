/** Block words: the dates of a block, and what its tip says of it. */
import { text } from '../../../text'
import { date } from '../../../words'
import type { Block, Span } from './blocks'

const words = text.timeline

/** First and last day in words; `startDay` is the first day of the run. */
export function datesOf({ from, until }: Span, startDay: number): string {
  const first = date(startDay + from)
  return until === Number.POSITIVE_INFINITY ? words.stays(first) : words.dates(first, date(startDay + until))
}

/** Why a block is as it is, what it does, and what its inner marks are; `does` says what it does. */
export function tipLines(
  { lock, steps, from, until }: Block,
  does: readonly string[],
  { startDay, horizon }: { readonly startDay: number; readonly horizon: number },
): string[] {
  const outside = from >= horizon ? [words.afterRun] : until <= 0 ? [words.beforeRun] : []
  const marks = steps.length === 0 ? [] : [words.steps(steps.map((day) => date(startDay + day)))]
  const held = lock === undefined ? [] : [text.panel.lockedBecause(lock)]
  return [...held, ...outside, ...does, ...marks]
}
