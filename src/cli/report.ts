/** Results of `simulate` as a JSON document and as tables for people. */
import { GROUPS, type Group, MEASURES, type MeasureName, type Summary } from '../analysis'
import { ENGINE_VERSION, isoDateOf, type ModelSpec } from '../engine'
import type { MeasureSummary, RunResult } from '../experiment'
import { text } from '../text'
import type { LostRun } from './pool'
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
  /** Runs that were finished. */
  readonly runs: readonly Pick<RunResult, 'replication' | 'digest' | 'flowDigest'>[]
  readonly lost: readonly LostRun[]
  readonly measures: readonly MeasureSummary[]
}

type Entry = { mean: number | null; sd: number | null; ci95: [number | null, number | null] }

function entryOf({ mean, sd, ci95 }: Summary): Entry {
  const shown = (value: number) => (Number.isNaN(value) ? null : value)
  return { mean: shown(mean), sd: shown(sd), ci95: [shown(ci95[0]), shown(ci95[1])] }
}

/**
 * The document that `--json` prints. An undefined measure (nothing to divide by) has null for its numbers,
 * and one run has no deviation or interval.
 */
export function jsonReport({ spec, seed, days, from, replications, runs, lost, measures }: Report): unknown {
  const grouped = new Map<Group, Map<string, [string, Entry][]>>(GROUPS.map((group) => [group, new Map()]))
  for (const { group, entity, measure, summary } of measures) {
    const entities = grouped.get(group)
    const entry = entities?.get(entity) ?? []
    entry.push([measure, entryOf(summary)])
    entities?.set(entity, entry)
  }
  const { total, ...groups } = Object.fromEntries(
    [...grouped].map(([group, entities]) => [
      group,
      Object.fromEntries([...entities].map(([entity, entry]) => [entity, Object.fromEntries(entry)])),
    ]),
  )
  return {
    engineVersion: ENGINE_VERSION,
    scenario: { id: spec.id, title: spec.title, digest: spec.scenarioDigest },
    seed,
    days,
    ...(from === undefined ? {} : { from }),
    replications,
    partial: runs.length < replications,
    ...(lost.length === 0 ? {} : { lost: lost.map(lostEntry) }),
    measures: total?.[''] ?? {},
    ...groups,
    runs: runs.map(({ replication, digest, flowDigest }) => ({ replication, digest, flowDigest })),
  }
}

function lostEntry({ job, reason }: LostRun): unknown {
  return { replication: job.plan.replication, reason }
}

/** The tables that are printed without `--json`. */
export function textReport({ spec, seed, days, from, replications, runs, measures }: Report): string[] {
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
  const grouped = new Map<Group, MeasureSummary[]>(GROUPS.map((group) => [group, []]))
  for (const row of measures) grouped.get(row.group)?.push(row)
  for (const [group, rows] of grouped)
    if (rows.length > 0) lines.push('', words.tables[group], ...tableOf(group, rows, runs.length))
  return lines
}

/**
 * Measures by which the largest entities are chosen where there are too many; those of size 0 are left out.
 */
const SIZE = {
  byRoute: 'dispatchedKg',
  byCheckpoint: 'inspections',
  byCountry: 'crossings',
  byMarket: 'deliveredKg',
  byOrganisation: 'dispatchedKg',
  byCommodity: 'dispatchedKg',
  byCorridor: 'kg',
  byMode: 'dispatchedKg',
  byCountryAndCommodity: 'enteredKg',
  byMarketAndCommodity: 'deliveredKg',
  byPlaceAndCommodity: 'arrivedKg',
} as const satisfies { readonly [G in Exclude<Group, 'total'>]: MeasureName<G> }

function tableOf(group: Group, rows: readonly MeasureSummary[], runs: number): string[] {
  if (group === 'total') return totalTable(rows, runs)
  const columns = Object.keys(MEASURES[group])
  const size = ({ means }: EntityMeans) => means.get(SIZE[group]) ?? 0
  const busy = meansOf(rows).filter((entity) => size(entity) > 0)
  if (busy.length > LONGEST_TABLE) busy.sort((a, b) => size(b) - size(a))
  const shown = busy.slice(0, LONGEST_TABLE)
  const table = aligned([
    ['', ...columns],
    ...shown.map(({ entity, means }) => [
      entity,
      ...columns.map((measure) => shortNumber(means.get(measure) ?? Number.NaN)),
    ]),
  ])
  return busy.length > shown.length ? [...table, `  ${words.more(busy.length - shown.length)}`] : table
}

function totalTable(rows: readonly MeasureSummary[], runs: number): string[] {
  return aligned(
    rows.map(({ measure, summary }) => {
      const interval = runs > 1 ? [words.interval, intervalText(summary.ci95)] : []
      return [measure, shortNumber(summary.mean), ...interval]
    }),
  )
}

interface EntityMeans {
  readonly entity: string
  /** By the name of the measure. */
  readonly means: ReadonlyMap<string, number>
}

function meansOf(rows: readonly MeasureSummary[]): EntityMeans[] {
  const means = new Map<string, Map<string, number>>()
  for (const { entity, measure, summary } of rows) {
    const own = means.get(entity) ?? new Map<string, number>()
    means.set(entity, own.set(measure, summary.mean))
  }
  return [...means].map(([entity, own]) => ({ entity, means: own }))
}
