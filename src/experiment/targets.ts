/** Targets: what is known of the real system, as measures of a run over some span of its days. */
import { measureLayout, rowName } from '../analysis'
import { type ModelSpec, parseIsoDate } from '../engine'
import { asMistakes, expectedName, type Finding, type Mistakes, type TargetEntry } from '../scenario'
import { text } from '../text'
import type { RunResult, Window } from './run'

const words = text.issues

/** A target with its measures found. */
export interface Target {
  readonly entry: TargetEntry
  /** Index into the windows of the plan. */
  readonly window: number
  /** Rows of the layout that are added up, and the rows whose sum it is divided by, if there are any. */
  readonly rows: readonly number[]
  readonly per: readonly number[]
}

export interface Targets {
  readonly windows: readonly Window[]
  readonly targets: readonly Target[]
}

export type FoundTargets = { readonly ok: true; readonly found: Targets } | Mistakes

/** Finds the measures and days of targets in a spec; unknown names and days outside the run are issues. */
export function targetsOf(spec: ModelSpec, entries: readonly TargetEntry[]): FoundTargets {
  const issues: Finding[] = []
  const names = measureLayout(spec).map(rowName)
  const positions = new Map(names.map((name, i) => [name, i]))
  const windows: Window[] = []
  const windowOf = (window: Window) => {
    const known = windows.findIndex(([from, until]) => from === window[0] && until === window[1])
    return known >= 0 ? known : windows.push(window) - 1
  }
  const rowsOf = (path: string, sum: string | undefined) =>
    (sum?.split(' + ') ?? []).flatMap((name) => {
      const position = positions.get(name)
      if (position !== undefined) return [position]
      const expected = () => expectedName(words.measureExpected, name, names)
      issues.push({ path, message: words.noMeasure(name), expected, found: `"${name}"` })
      return []
    })
  const targets = entries.map((entry): Target => {
    const path = `targets.${entry.id}`
    const from = dayOf(spec, entry.from, 0)
    const until = dayOf(spec, entry.until, spec.days)
    if (!(from >= 0 && from < until && until <= spec.days)) {
      const found = `${entry.from ?? ''} - ${entry.until ?? ''}`
      issues.push({ path, message: words.outsideRun, expected: words.daysOfRun, found })
    }
    return {
      entry,
      window: windowOf([from, until]),
      rows: rowsOf(`${path}.measure`, entry.measure),
      per: rowsOf(`${path}.per`, entry.per),
    }
  })
  return issues.length > 0 ? asMistakes(issues) : { ok: true, found: { windows, targets } }
}

function dayOf(spec: ModelSpec, date: string | undefined, otherwise: number): number {
  return date === undefined ? otherwise : (parseIsoDate(date) ?? Number.NaN) - spec.startEpochDay
}

/**
 * Value of a target in a run that was planned with the windows of the targets; NaN where it divides by
 * nothing.
 */
export function targetValue({ window, rows, per }: Target, { windowValues }: RunResult): number {
  const values = windowValues[window] as Float64Array
  const sum = (positions: readonly number[]) =>
    positions.reduce((total, position) => total + values[position], 0)
  return per.length === 0 ? sum(rows) : sum(rows) / sum(per)
}
