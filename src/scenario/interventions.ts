/** Interventions: which dated changes hold on a day, and the scenario as it is then. */
import { parseIsoDate } from '../engine'
import { text } from '../text'
import { type ScenarioIssue, shown } from './issue'
import { type ParameterRow, parameterAt } from './parameters'
import { replacedAt, resolvePath, valueAt } from './paths'
import type { ChangeEntry, Scenario } from './schema'

const words = text.issues

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

/** Changes of the enabled interventions, in the order of the interventions' ids, and of the file within each. */
export function datedChanges(scenario: Scenario): DatedChange[] {
  return scenario.interventions
    .filter((intervention) => intervention.enabled)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((intervention) =>
      intervention.changes.map((change) => ({
        intervention: intervention.id,
        change,
        fromDay: dayOf(scenario, change.from),
        untilDay: change.until === undefined ? Number.POSITIVE_INFINITY : dayOf(scenario, change.until),
      })),
    )
}

/** Days of the run (0 and later) on which a change starts or ends, in order; days before the run count as day 0. */
export function boundaryDays(changes: readonly DatedChange[]): number[] {
  const days = new Set<number>()
  for (const { fromDay, untilDay } of changes) {
    if (untilDay <= 0) continue
    days.add(Math.max(0, fromDay))
    if (untilDay !== Number.POSITIVE_INFINITY) days.add(untilDay)
  }
  return [...days].sort((a, b) => a - b)
}

/** The scenario with all changes that hold on a day applied in their order. */
export function scenarioOnDay(scenario: Scenario, changes: readonly DatedChange[], day: number): Scenario {
  let current: unknown = scenario
  for (const { change, fromDay, untilDay } of changes) {
    if (day < fromDay || day >= untilDay) continue
    const resolved = resolvePath(current, change.target, true)
    for (const address of resolved.ok ? resolved.addresses : []) {
      const row = parameterAt(address)
      if (row === undefined) continue
      current = replacedAt(current, address, changedValue(row, valueAt(current, address), change))
    }
  }
  return current as Scenario
}

/** The new value, kept within the parameter's range and whole where the parameter is. */
function changedValue(row: ParameterRow, before: unknown, change: ChangeEntry): unknown {
  if (change.set !== undefined) return change.set
  if (typeof before !== 'number') return before
  const after = change.scale === undefined ? before + (change.add ?? 0) : before * change.scale
  const whole = row.type === 'integer' ? Math.floor(after + 0.5) : after
  return Math.min(row.max ?? whole, Math.max(row.min ?? whole, whole))
}

/** Mistakes in the paths, dates and values of interventions. */
export function interventionIssues(scenario: Scenario): ScenarioIssue[] {
  return scenario.interventions.flatMap(({ id, changes }) =>
    changes.flatMap((change, i) => changeIssues(scenario, `interventions.${id}.changes.${i}`, change)),
  )
}

function changeIssues(scenario: Scenario, path: string, change: ChangeEntry): ScenarioIssue[] {
  const issues: ScenarioIssue[] = []
  for (const field of ['from', 'until'] as const) {
    const value = change[field]
    if (value === undefined || parseIsoDate(value) !== undefined) continue
    issues.push({
      path: `${path}.${field}`,
      message: words.noSuchDate,
      expected: words.dateExpected,
      found: shown(value),
    })
  }
  const { from, until, target } = change
  if (until !== undefined && until <= from) {
    const expected = words.laterDate(from)
    issues.push({ path: `${path}.until`, message: words.endBeforeStart, expected, found: shown(until) })
  }
  const resolved = resolvePath(scenario, target, true)
  if (!resolved.ok) return [...issues, { ...resolved.issue, path: `${path}.target` }]
  for (const address of resolved.addresses.slice(0, 1)) {
    const row = parameterAt(address)
    const found = shown(target)
    if (row === undefined) {
      const message = words.notAParameter(target)
      issues.push({ path: `${path}.target`, message, expected: words.parameterExpected, found })
    } else if (change.set === undefined && row.type !== 'number' && row.type !== 'integer') {
      issues.push({
        path: `${path}.target`,
        message: words.numberToScale,
        expected: words.numberExpected,
        found,
      })
    } else issues.push(...valueIssues(path, row, change.set))
  }
  return issues
}

function valueIssues(path: string, row: ParameterRow, value: unknown): ScenarioIssue[] {
  if (value === undefined) return []
  const report = (expected: string) => [
    { path: `${path}.set`, message: words.wrongValue, expected, found: shown(value) },
  ]
  switch (row.type) {
    case 'enum':
      return row.options?.includes(String(value)) ? [] : report(words.oneOf(row.options ?? []))
    case 'months': {
      const months =
        Array.isArray(value) && value.every((month) => Number.isInteger(month) && month >= 1 && month <= 12)
      return months ? [] : report(words.monthsExpected)
    }
    case 'text':
      return typeof value === 'string' ? [] : report(words.textExpected)
    case 'integer':
    case 'number': {
      const fits = typeof value === 'number' && value >= (row.min ?? value) && value <= (row.max ?? value)
      const whole = row.type === 'number' || Number.isInteger(value)
      return fits && whole ? [] : report(words.between(row.type, String(row.min), String(row.max)))
    }
  }
}
