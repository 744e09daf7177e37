/** Results of `simulate` as a JSON document and as tables for people. */
import { GROUPS, type Group, type Summary } from '../analysis'
import { ENGINE_VERSION, isoDateOf, type ModelSpec } from '../engine'
import type { MeasureSummary, RunResult } from '../experiment'
import { text } from '../text'
import { aligned, intervalText, shortNumber } from './table'

const words = text.commandLine
/** Rows of a table on a terminal. */
const LONGEST_TABLE = 50

export interface Report {
  readonly spec: ModelSpec
  readonly seed: string
  readonly days: number
  /** First date that the measures count; undefined for the whole run. */
  readonly from: string | undefined
  /** Runs that were asked for. */
  readonly replications: number
  readonly runs: readonly RunResult[]
  readonly measures: readonly MeasureSummary[]
}

type Entry = { mean: number | null; sd: number | null; ci95: [number | null, number | null] }

function entryOf({ mean, sd, ci95 }: Summary): Entry {
  const shown = (value: number) => (Number.isNaN(value) ? null : value)
  return { mean: shown(mean), sd: shown(sd), ci95: [shown(ci95[0]), shown(ci95[1])] }
}

/** The document that `--json` prints. An undefined measure (nothing to divide by) has null for its numbers, and one run has no deviation or interval. */
export function jsonReport({ spec, seed, days, from, replications, runs, measures }: Report): unknown {
  const grouped = new Map<Group, Record<string, Record<string, Entry>>>(GROUPS.map((group) => [group, {}]))
  for (const { group, entity, measure, summary } of measures) {
    const entities = grouped.get(group) ?? {}
    const entry = entities[entity] ?? {}
    entities[entity] = entry
    entry[measure] = entryOf(summary)
  }
  const { total, ...groups } = Object.fromEntries(grouped)
  return {
    engineVersion: ENGINE_VERSION,
    scenario: { id: spec.id, title: spec.title, digest: spec.scenarioDigest },
    seed,
    days,
    ...(from === undefined ? {} : { from }),
    replications,
    partial: runs.length < replications,
    measures: total?.[''] ?? {},
    ...groups,
    runs: runs.map(({ replication, digest }) => ({ replication, digest })),
  }
}

/** The tables that are printed without `--json`. */
export function textReport({ spec, seed, days, from, replications, runs, measures }: Report): string {
  const first = isoDateOf(spec.startEpochDay)
  const last = isoDateOf(spec.startEpochDay + days - 1)
  const lines = [
    words.heading(spec.title, spec.id),
    words.facts(seed, runs.length, days, first, last),
    words.versions(ENGINE_VERSION, spec.scenarioDigest),
    ...(runs.length === 1 && runs[0] !== undefined ? [words.digests(runs[0].digest)] : []),
    ...(from === undefined ? [] : [words.countedFrom(from)]),
    ...(runs.length < replications ? [words.partial(runs.length, replications)] : []),
  ]
  for (const group of GROUPS) lines.push('', words.tables[group], ...tableOf(group, measures, runs.length))
  return `${lines.join('\n')}\n`
}

function tableOf(group: Group, measures: readonly MeasureSummary[], runs: number): string[] {
  const rows = measures.filter((row) => row.group === group)
  if (group === 'total') {
    return aligned(
      rows.map(({ measure, summary }) => {
        const interval = runs > 1 ? [words.interval, intervalText(summary.ci95)] : []
        return [measure, shortNumber(summary.mean), ...interval]
      }),
    )
  }
  const columns = [...new Set(rows.map((row) => row.measure))]
  const entities = [...new Set(rows.map((row) => row.entity))]
  const valuesOf = (entity: string) =>
    rows.filter((row) => row.entity === entity).map((row) => row.summary.mean)
  const sizeOf = (entity: string) => valuesOf(entity)[group === 'byCheckpoint' ? 1 : 0] ?? 0
  const busy = entities.filter((entity) => sizeOf(entity) > 0)
  if (busy.length > LONGEST_TABLE) busy.sort((a, b) => sizeOf(b) - sizeOf(a))
  const shown = busy.slice(0, LONGEST_TABLE)
  const table = aligned([
    ['', ...columns],
    ...shown.map((entity) => [entity, ...valuesOf(entity).map(shortNumber)]),
  ])
  return busy.length > shown.length ? [...table, `  ${words.more(busy.length - shown.length)}`] : table
}
