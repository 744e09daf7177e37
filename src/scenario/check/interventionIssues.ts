/** Mistakes in interventions: their dates, their targets and what they do to each of them. */
import { parseIsoDate } from '../../engine'
import { text } from '../../text'
import { pathOf, resolveMeant } from '../paths'
import type { ChangeEntry, Scenario } from '../schema'
import { changesInRun, type ParameterRow, parameterAt } from '../schema/parameters'
import { type Finding, shown } from './issue'

const words = text.issues

/** Mistakes in the paths, dates and values of interventions. */
export function interventionIssues(scenario: Scenario): Finding[] {
  return scenario.interventions.flatMap(({ id, changes }) =>
    changes.flatMap((change, i) => changeIssues(scenario, `interventions.${id}.changes.${i}`, change)),
  )
}

function changeIssues(scenario: Scenario, path: string, change: ChangeEntry): Finding[] {
  const issues: Finding[] = []
  for (const field of ['from', 'until'] as const) {
    const value = change[field]
    if (value === undefined || parseIsoDate(value) !== undefined) continue
    const [message, expected] = [words.noSuchDate, words.dateExpected]
    issues.push({ path: `${path}.${field}`, message, expected, found: shown(value) })
  }
  const { from, until, target } = change
  if (until !== undefined && until <= from) {
    const expected = words.laterDate(from)
    issues.push({ path: `${path}.until`, message: words.endBeforeStart, expected, found: shown(until) })
  }
  const resolved = resolveMeant(scenario, target, true)
  if (!resolved.ok) return [...issues, { ...resolved.issue, path: `${path}.target` }]
  const checked = new Set<ParameterRow>()
  for (const address of resolved.addresses) {
    const row = parameterAt(address)
    if (row !== undefined && checked.has(row)) continue
    if (row !== undefined) checked.add(row)
    const found = placeIssues(path, pathOf(scenario, address), row, change)
    issues.push(...found)
    // One place that is no parameter says enough.
    if (row === undefined) break
  }
  return issues
}

/** Mistakes of a change at one of its places. */
function placeIssues(
  path: string,
  place: string,
  row: ParameterRow | undefined,
  { set, target }: ChangeEntry,
): Finding[] {
  const targetIssue = (message: string, expected: string) => {
    const found = target === place ? shown(target) : `${shown(target)}, ${place}`
    return [{ path: `${path}.target`, message, expected, found }]
  }
  if (row === undefined) return targetIssue(words.notAParameter(place), words.parameterExpected)
  if (!changesInRun(row)) return targetIssue(words.fixedInRun(place), words.changingParameter)
  if (set !== undefined) return valueIssues(path, place === target ? undefined : place, row, set)
  if (row.type === 'number' || row.type === 'integer') return []
  return targetIssue(words.numberToScale, words.numberExpected)
}

/** `place`: which of several places of the change cannot take the value. */
function valueIssues(
  path: string,
  place: string | undefined,
  row: ParameterRow,
  value: NonNullable<ChangeEntry['set']>,
): Finding[] {
  const report = (expected: string) => {
    const message = place === undefined ? words.wrongValue : words.wrongValueFor(place)
    return [{ path: `${path}.set`, message, expected, found: shown(value) }]
  }
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
