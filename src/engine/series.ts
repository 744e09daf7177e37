/**
 * Series: the daily counters as a keyed sum. Every cell adds `scrambled value * column weight * row key` to
 * four 32-bit lanes, so that a zero counts as absent and rows may come in any order; two days of different
 * counters agree with a chance of about 2^-128 (multilinear hashing, Carter & Wegman 1979; keys and weights
 * are odd, so that one changed cell always shows).
 */
import { drawBlock } from './draw'
import type { ModelSpec, RouteSpec } from './spec'
import type { SeriesKeys, World } from './world'

const LANES = 4
/** Key words of the draws that make row keys and column weights: the first digits of pi. */
const PI_0 = 0x243f6a88
const PI_1 = 0x85a308d3
const MAX_COLUMNS = 8
const TWO_TO_32 = 4294967296

/** Kinds of row; appended, never changed. */
const Kind = {
  weight: 0,
  candidate: 1,
  checkpoint: 2,
  market: 3,
  leg: 4,
  supply: 5,
  patrol: 6,
  organisation: 7,
} as const

function oddWords(
  kind: number,
  count: number,
  keysOf: (row: number) => readonly [number, number],
): Int32Array {
  const keys = new Int32Array(count * LANES)
  const words = new Int32Array(LANES)
  for (let row = 0; row < count; row++) {
    const [a, b] = keysOf(row)
    drawBlock(words, PI_0, PI_1, kind, a, b, 0)
    for (let lane = 0; lane < LANES; lane++) keys[row * LANES + lane] = words[lane] | 1
  }
  return keys
}

/** Per column: four weights for the low 32 bits of a value, four for the bits above. */
const WEIGHTS = oddWords(Kind.weight, MAX_COLUMNS * 2, (row) => [row, 0])

/** Keys of all rows from the ids of their entities, so that the order of rows does not matter. */
export function seriesKeysOf(spec: ModelSpec, routes: RouteSpec): SeriesKeys {
  const { checkpoints, commodities, legs, nodes, organisations, supplies } = spec
  const byKey = (kind: number, keys: Int32Array) => oddWords(kind, keys.length, (row) => [keys[row], 0])
  const commodityCount = commodities.ids.length
  return {
    candidates: candidateKeysOf(spec, routes),
    checkpoints: byKey(Kind.checkpoint, checkpoints.keys),
    markets: oddWords(Kind.market, nodes.ids.length * commodityCount, (cell) => [
      nodes.keys[Math.floor(cell / commodityCount)],
      commodities.keys[cell % commodityCount],
    ]),
    legs: byKey(Kind.leg, legs.keys),
    supplies: byKey(Kind.supply, supplies.keys),
    nodes: byKey(Kind.patrol, nodes.keys),
    organisations: byKey(Kind.organisation, organisations.keys),
  }
}

/** Candidates are keyed by supply and route; a generated route by the path it has now. */
function candidateKeysOf({ candidates, supplies }: ModelSpec, routes: RouteSpec): Int32Array {
  return oddWords(Kind.candidate, candidates.route.length, (c) => [
    supplies.keys[candidates.supply[c]],
    routes.keys[candidates.route[c]],
  ])
}

/** Updates the keys of candidates after generated routes got other paths. */
export function rekeyCandidates({ seriesKeys, routes, spec }: World): void {
  seriesKeys.candidates.set(candidateKeysOf(spec, routes))
}

/** The columns that count, by the table whose rows they have; appended, never changed. */
export function seriesColumns({ counters, stockGrams }: World): Record<keyof SeriesKeys, Float64Array[]> {
  return {
    candidates: [
      counters.dispatched,
      counters.dispatchedGrams,
      counters.delivered,
      counters.deliveredGrams,
      counters.seizedGrams,
      counters.transitHours,
      counters.bribeCents,
    ],
    checkpoints: [counters.crossings, counters.inspections, counters.detections, counters.seizures],
    markets: [counters.marketGrams],
    legs: [counters.legGrams],
    supplies: [counters.suppliedGrams, stockGrams],
    nodes: [counters.patrolSeizures],
    organisations: [counters.protectionCents],
  }
}

/** Adds all counters of the run so far to four lanes. */
export function addSeries(sum: Int32Array, world: World): void {
  const columns = seriesColumns(world)
  for (const table of Object.keys(columns) as (keyof SeriesKeys)[])
    addRows(sum, world.seriesKeys[table], columns[table])
}

/** Adds columns of whole numbers in [0, 2^53), each as long as there are rows. */
function addRows(sum: Int32Array, keys: Int32Array, columns: readonly Float64Array[]): void {
  for (let column = 0; column < columns.length; column++)
    addColumn(sum, keys, columns[column], column * 2 * LANES)
}

/** Spreads a difference in high bits over all bits; 0 stays 0. */
function scrambled(word: number): number {
  const x = Math.imul(word ^ (word >>> 16), 0x7feb352d)
  return x ^ (x >>> 15)
}

/** The weights of the column, which begin at `at`, multiply its sums of low and of high words. */
function addColumn(sum: Int32Array, keys: Int32Array, values: Float64Array, at: number): void {
  let low0 = 0
  let low1 = 0
  let low2 = 0
  let low3 = 0
  let high0 = 0
  let high1 = 0
  let high2 = 0
  let high3 = 0
  for (let row = 0, key = 0; row < values.length; row++, key += LANES) {
    const value = values[row]
    if (value === 0) continue
    const low = scrambled(value | 0)
    low0 = (low0 + Math.imul(low, keys[key])) | 0
    low1 = (low1 + Math.imul(low, keys[key + 1])) | 0
    low2 = (low2 + Math.imul(low, keys[key + 2])) | 0
    low3 = (low3 + Math.imul(low, keys[key + 3])) | 0
    if (value < TWO_TO_32) continue
    const high = scrambled((value / TWO_TO_32) | 0)
    high0 = (high0 + Math.imul(high, keys[key])) | 0
    high1 = (high1 + Math.imul(high, keys[key + 1])) | 0
    high2 = (high2 + Math.imul(high, keys[key + 2])) | 0
    high3 = (high3 + Math.imul(high, keys[key + 3])) | 0
  }
  addWeighted(sum, 0, low0, high0, at)
  addWeighted(sum, 1, low1, high1, at)
  addWeighted(sum, 2, low2, high2, at)
  addWeighted(sum, 3, low3, high3, at)
}

function addWeighted(sum: Int32Array, lane: number, low: number, high: number, at: number): void {
  const weighted = Math.imul(low, WEIGHTS[at + lane]) + Math.imul(high, WEIGHTS[at + LANES + lane])
  sum[lane] += weighted
}
