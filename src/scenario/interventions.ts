/** Interventions: which dated changes hold on a day, and the scenario as it is then. */
import { parseIsoDate, rounded } from '../engine'
import { DocumentCopy } from './copy'
import { type Address, resolvePath, valueAt } from './paths'
import type { ChangeEntry, Scenario } from './schema'
import { type ParameterRow, parameterAt } from './schema/parameters'

/** A change with its days, counted from the start of the run. */
export interface DatedChange {
  readonly intervention: string
  readonly change: ChangeEntry
  readonly fromDay: number
  /** First day on which it no longer holds; Infinity when it stays. */
  readonly untilDay: number
}

function dayOf(scenario: Scenario, date: string): number {
  return (parseIsoDate(date) ?? 0) - (parseIsoDate(scenario.startDate) ?? 0)
}

/**
 * Changes of the enabled interventions in the order in which they apply: by first day, those of one day as
 * the file has them.
 */
export function datedChanges(scenario: Scenario): DatedChange[] {
  return scenario.interventions
    .filter((intervention) => intervention.enabled)
    .flatMap((intervention) =>
      intervention.changes.map((change) => ({
        intervention: intervention.id,
        change,
        fromDay: dayOf(scenario, change.from),
        untilDay: change.until === undefined ? Number.POSITIVE_INFINITY : dayOf(scenario, change.until),
      })),
    )
    .sort((a, b) => a.fromDay - b.fromDay)
}

/**
 * Days of the run (0 and later) on which a change starts or ends, in order; days before the run count as day
 * 0.
 */
export function boundaryDays(changes: readonly DatedChange[]): number[] {
  const days = new Set<number>()
  for (const { fromDay, untilDay } of changes) {
    if (untilDay <= 0) continue
    days.add(Math.max(0, fromDay))
    if (untilDay !== Number.POSITIVE_INFINITY) days.add(untilDay)
  }
  return [...days].sort((a, b) => a - b)
}

/** Is told what happens while changes are applied. */
export interface ChangeWatch {
  /** All changes that hold are applied again to the scenario of the file. */
  restart(): void
  /** A change is about to be applied to a document. */
  before(dated: DatedChange, current: unknown): void
  /** It finds a value of a parameter at a place. */
  at(dated: DatedChange, address: Address, row: ParameterRow, value: unknown): void
}

/** The scenario from a day on, until changes begin or end again. */
export interface RegimeState {
  readonly day: number
  readonly scenario: Scenario
}

/**
 * The scenario from each day on which changes begin or end, with all that hold then applied in their order. A
 * change whose selector matches nothing then does nothing; one that ends leaves what the others make of the
 * file's value without it.
 */
export function* regimeStates(
  scenario: Scenario,
  changes: readonly DatedChange[],
  watch?: ChangeWatch,
): Generator<RegimeState, void, undefined> {
  let state = scenario
  for (const { day, applied, isAnew } of regimeWork(changes)) {
    if (isAnew) watch?.restart()
    state = withChanges(isAnew ? scenario : state, applied, watch)
    yield { day, scenario: state }
  }
}

/** What is to be done for the regime of a day. */
interface RegimeWork {
  readonly day: number
  readonly applied: readonly DatedChange[]
  /**
   * The changes are applied to the scenario of the file, as one has ended; else to that of the regime before.
   */
  readonly isAnew: boolean
}

/** Changes only add up until one ends: the last to begin is the last to apply. */
export function regimeWork(changes: readonly DatedChange[]): RegimeWork[] {
  const starting = new Map<number, DatedChange[]>()
  for (const dated of changes) {
    const day = Math.max(0, dated.fromDay)
    const beside = starting.get(day)
    if (beside === undefined) starting.set(day, [dated])
    else beside.push(dated)
  }
  const ends = new Set(changes.map(({ untilDay }) => untilDay))
  return boundaryDays(changes).map((day, i) => {
    const isAnew = i === 0 || ends.has(day)
    const holds = (dated: DatedChange) => day >= dated.fromDay && day < dated.untilDay
    return { day, isAnew, applied: (isAnew ? changes : (starting.get(day) ?? [])).filter(holds) }
  })
}

function withChanges(scenario: Scenario, changes: readonly DatedChange[], watch?: ChangeWatch): Scenario {
  const copy = new DocumentCopy(scenario)
  for (const dated of changes) {
    watch?.before(dated, copy.root)
    const resolved = resolvePath(copy.root, dated.change.target, true)
    for (const address of resolved.ok ? resolved.addresses : []) {
      const row = parameterAt(address)
      if (row === undefined) continue
      const value = valueAt(copy.root, address)
      watch?.at(dated, address, row, value)
      copy.set(address, changedValue(row, value, dated.change))
    }
  }
  return copy.root
}

/** The new value, kept within the parameter's range and whole where the parameter is. */
export function changedValue(row: ParameterRow, before: unknown, change: ChangeEntry): unknown {
  if (change.set !== undefined) return change.set
  if (typeof before !== 'number') return before
  const after = change.scale === undefined ? before + (change.add ?? 0) : before * change.scale
  const whole = row.type === 'integer' ? rounded(after) : after
  return Math.min(row.max ?? whole, Math.max(row.min ?? whole, whole))
}
