/** Blocks: interventions and operations of a scenario as spans of days of its run. */
import { parseIsoDate } from '../../engine'
import type { InterventionEntry, Scenario } from '../../scenario'

export type OperationEntry = Scenario['operations'][number]

/** Days counted from the start of the run; `until` is the first day that no longer counts, Infinity where it stays. */
export interface Span {
  readonly from: number
  readonly until: number
}

export interface Block extends Span {
  readonly section: 'interventions' | 'operations'
  readonly id: string
  readonly title: string
  readonly enabled: boolean
  /** Days within the block on which one of its changes begins or ends, in order. */
  readonly steps: readonly number[]
}

/** Path of a block's entry. */
export function pathOf({ section, id }: Pick<Block, 'section' | 'id'>): string {
  return `${section}.${id}`
}

/** All blocks: those that are on first, then by first day, then by id. */
export function blocksOf(scenario: Scenario): Block[] {
  const start = parseIsoDate(scenario.startDate) ?? 0
  const blocks = [
    ...scenario.interventions.map((entry) => interventionBlock(entry, start)),
    ...scenario.operations.map((entry) => operationBlock(entry, start)),
  ]
  return blocks.sort(
    (a, b) =>
      Number(b.enabled) - Number(a.enabled) || a.from - b.from || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

function interventionBlock({ id, title, enabled, changes }: InterventionEntry, start: number): Block {
  const spans = changes.map(({ from, until }) => {
    return {
      from: dayOf(from, start),
      until: until === undefined ? Number.POSITIVE_INFINITY : dayOf(until, start),
    }
  })
  const from = Math.min(...spans.map((span) => span.from))
  const until = Math.max(...spans.map((span) => span.until))
  const days = new Set(spans.flatMap((span) => [span.from, span.until]))
  const steps = [...days].filter((day) => day > from && day < until).sort((a, b) => a - b)
  return { section: 'interventions', id, title, enabled, from, until, steps }
}

function operationBlock({ id, name, enabled, from, days }: OperationEntry, start: number): Block {
  const first = dayOf(from, start)
  return { section: 'operations', id, title: name, enabled, from: first, until: first + days, steps: [] }
}

/** Day of a date, counted from the epoch day `start`. */
export function dayOf(date: string, start: number): number {
  return (parseIsoDate(date) ?? start) - start
}
