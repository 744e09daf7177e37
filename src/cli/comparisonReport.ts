/** The tables of `compare`: totals first, then what moved most, with the worlds in which it did. */
import type { Displacement, GroupMeasure, KeptFromMarket, PairedMeasure } from '../analysis'
import type { ModelSpec } from '../engine'
import { text } from '../text'
import { aligned, intervalText, shortNumber } from './table'

const words = text.commandLine

export interface ComparisonFacts {
  readonly baseline: ModelSpec
  readonly current: ModelSpec
  readonly seed: string
  readonly days: number
  readonly from: string | undefined
  /** Pairs that were asked for, and those that were finished. */
  readonly asked: number
  readonly replications: number
  /** Pairs of worlds with the same flows. */
  readonly identical: number
}

/** The measures that are shown of each group, one per entity. */
const SHOWN: readonly GroupMeasure[] = [
  ['byRoute', 'dispatchedKg'],
  ['byCorridor', 'shareOfDispatched'],
  ['byCheckpoint', 'seizedKg'],
  ['byCountry', 'seizedKg'],
  ['byMarket', 'deliveredKg'],
  ['byMode', 'dispatchedKg'],
]
const MAX_ROWS = 8

export function comparisonReport(
  facts: ComparisonFacts,
  measures: readonly PairedMeasure[],
  moved: readonly Displacement[],
  kept: KeptFromMarket,
): string[] {
  const { baseline, current, seed, days, from, asked, replications, identical } = facts
  const lines = [
    current.id === baseline.id
      ? words.comparedWithItself(current.title)
      : words.compared(current.title, baseline.title),
    words.comparedFacts(seed, replications, days),
    ...(from === undefined ? [] : [words.countedFrom(from)]),
    ...(replications < asked ? [words.partialPairs(replications, asked)] : []),
    words.identicalWorlds(identical, replications),
    '',
    words.tables.total,
    ...table(measures.filter(({ group }) => group === 'total')),
    '',
    keptText(kept),
    '',
    words.displacement,
    ...aligned(
      moved.map(({ group, distance: { mean, ci95 } }) => [
        words.tables[group],
        percent(mean),
        intervalText(ci95, percent),
      ]),
    ),
  ]
  for (const [group, measure] of SHOWN) {
    const rows = measures
      .filter((row) => row.group === group && row.measure === measure && row.fell + row.rose > 0)
      .sort((a, b) => Math.abs(b.difference.mean) - Math.abs(a.difference.mean))
      .slice(0, MAX_ROWS)
    if (rows.length > 0) lines.push('', `${words.tables[group]}: ${measure}`, ...table(rows))
  }
  return lines
}

function keptText({ isCostKnown, keptKg, usdPerKg, ci95 }: KeptFromMarket): string {
  if (!(keptKg.mean > 0)) return words.nothingKept
  if (!isCostKnown) return words.noCostKnown
  return words.usdPerKgKept(shortNumber(usdPerKg), intervalText(ci95))
}

function table(rows: readonly PairedMeasure[]): string[] {
  const body = rows.map(({ entity, measure, baseline, current, difference, fell, rose }) => [
    entity === '' ? measure : entity,
    shortNumber(baseline.mean),
    shortNumber(current.mean),
    shortNumber(difference.mean),
    intervalText(difference.ci95),
    percent(difference.mean / baseline.mean),
    String(fell),
    String(rose),
  ])
  return aligned([['', ...words.comparisonColumns], ...body])
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '-'
}
