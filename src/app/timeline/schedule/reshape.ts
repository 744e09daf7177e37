/** Reshaping: what moving or resizing a block means for its days, and for the dates in its entry (D18). */
import { isoDateOf, parseIsoDate } from '../../../engine'
import { type InterventionEntry, parameterAt, type Scenario } from '../../../scenario'
import { type Block, blockPath, dayOf, type Span } from './blocks'

/** What is moved: the whole block, or one of its ends. */
export type Part = 'whole' | 'start' | 'end'

export type Setting = readonly [path: string, value: unknown]

type ChangeEntry = InterventionEntry['changes'][number]

const MAX_OPERATION_DAYS = parameterAt(['operations', '*', 'days'])?.max ?? Number.POSITIVE_INFINITY

/**
 * The span of a block after one of its parts moved by whole days. Anything beyond the end of the run comes
 * in from there; nothing moves out of the run, and no end passes a day on which something inside the block
 * begins or ends.
 */
export function reshaped(block: Block, part: Part, days: number, horizon: number): Span {
  if (part === 'whole') return moved(block, days, horizon)
  return part === 'start' ? withStart(block, days, horizon) : withEnd(block, days, horizon)
}

function moved({ from, until }: Block, days: number, horizon: number): Span {
  const wanted = days < 0 ? Math.min(from, horizon) + days : from + days
  const shift = within(wanted, Math.min(from, 0), Math.max(from, horizon - 1)) - from
  return { from: from + shift, until: until + shift }
}

function withStart({ section, from, until, steps }: Block, days: number, horizon: number): Span {
  const earliest = section === 'operations' ? Math.max(0, until - MAX_OPERATION_DAYS) : 0
  const latest = Math.min(horizon, steps[0] ?? until) - 1
  return { from: within(from + days, Math.min(from, earliest), Math.max(from, latest)), until }
}

function withEnd({ section, from, until, steps }: Block, days: number, horizon: number): Span {
  const earliest = (steps.at(-1) ?? from) + 1
  const wanted = Math.max(earliest, Math.min(until, horizon)) + days
  if (until >= horizon && wanted >= horizon) return { from, until }
  const latest = section === 'operations' ? Math.min(horizon, from + MAX_OPERATION_DAYS) : horizon
  return { from, until: within(wanted, earliest, Math.max(earliest, latest)) }
}

function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

/** The setting that gives a block another span by one of its parts; undefined where its entry is gone. */
export function spanSetting(scenario: Scenario, block: Block, part: Part, span: Span): Setting | undefined {
  const start = parseIsoDate(scenario.startDate) ?? 0
  if (block.section === 'operations') {
    const entry = scenario.operations.find(({ id }) => id === block.id)
    const dates = { from: isoDateOf(start + span.from), days: span.until - span.from }
    return entry && [blockPath(block), { ...entry, ...dates }]
  }
  const entry = scenario.interventions.find(({ id }) => id === block.id)
  return (
    entry && [
      `${blockPath(block)}.changes`,
      entry.changes.map((change) => redated(change, start, block, part, span)),
    ]
  )
}

/** A block that moves takes all its dates along; an end takes those that lie on it. */
function redated(change: ChangeEntry, start: number, block: Block, part: Part, span: Span): ChangeEntry {
  const from = dayOf(change.from, start)
  const until = change.until === undefined ? Number.POSITIVE_INFINITY : dayOf(change.until, start)
  if (part === 'start') return from === block.from ? dated(change, start, span.from, until) : change
  if (part === 'end') return until === block.until ? dated(change, start, from, span.until) : change
  const shift = span.from - block.from
  return dated(change, start, from + shift, until + shift)
}

function dated(
  { until: _, ...change }: ChangeEntry,
  start: number,
  from: number,
  until: number,
): ChangeEntry {
  const end = until === Number.POSITIVE_INFINITY ? {} : { until: isoDateOf(start + until) }
  return { ...change, from: isoDateOf(start + from), ...end }
}
