/** Blocks: interventions and operations of a scenario as spans of days of its run. */
import { parseIsoDate } from '../../../engine'
import { type InterventionEntry, type LockIndex, lockIndexOf, lockOn, type Scenario } from '../../../scenario'

export type OperationEntry = Scenario['operations'][number]

/** Days from the start of the run; `until` is exclusive, and Infinity if there is no end. */
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
  /** Why something of it may not be changed; undefined where all may. */
  readonly lock: string | undefined
  /** Its dates are among what may not be changed. */
  readonly isFixed: boolean
}

/** Path of a block's entry. */
export function blockPath({ section, id }: Pick<Block, 'section' | 'id'>): string {
  return `${section}.${id}`
}

/** All blocks: those that are on first, then by first day, those of one day as the file has them. */
export function blocksOf(scenario: Scenario): Block[] {
  const start = parseIsoDate(scenario.startDate) ?? 0
  const locks = lockIndexOf(scenario)
  const plain = [
    ...scenario.interventions.map((entry) => interventionBlock(entry, start)),
    ...scenario.operations.map((entry) => operationBlock(entry, start)),
  ]
  const blocks = plain.map((block) => ({ ...block, ...heldBy(locks, blockPath(block)) }))
  return blocks.sort((a, b) => Number(b.enabled) - Number(a.enabled) || a.from - b.from)
}

/** Locks on an entry or on something in it. Switching it on and off is not among its dates. */
function heldBy(locks: LockIndex, path: string): Pick<Block, 'lock' | 'isFixed'> {
  const within = [...locks].filter(([locked]) => locked.startsWith(`${path}.`))
  const lock = lockOn(locks, path) ?? within[0]?.[1]
  const isWhole = lockOn(locks, path) !== undefined
  return { lock, isFixed: isWhole || within.some(([locked]) => DATES.test(locked)) }
}

const DATES = /^interventions\.[^.]+\.changes|\.(from|days)$/

type Unheld = Omit<Block, 'lock' | 'isFixed'>

function interventionBlock({ id, title, enabled, changes }: InterventionEntry, start: number): Unheld {
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

function operationBlock({ id, name, enabled, from, days }: OperationEntry, start: number): Unheld {
  const first = dayOf(from, start)
  return { section: 'operations', id, title: name, enabled, from: first, until: first + days, steps: [] }
}

/** Day of a date, counted from the epoch day `start`. */
export function dayOf(date: string, start: number): number {
  return (parseIsoDate(date) ?? start) - start
}
