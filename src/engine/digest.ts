/** Digests: 128-bit fingerprints of a run, for tests of equality; not cryptographic hashes. */
import { BY_CANDIDATE, type Counters } from './counters'
import { keyOf } from './draw'
import { hexOf } from './hex'
import { parametersKeyOf } from './parameters'
import { Row } from './row'
import { addSeries } from './series'
import { addState, RowKind } from './stateRows'
import type { World } from './world'

/** Scratch of all worlds: filled and read within one call. */
const word = new Int32Array(4)
const row = new Row()
const sum = new Int32Array(4)

const perCandidate: ReadonlySet<keyof Counters> = new Set(BY_CANDIDATE)

/** Adds the day's series, and the parameters that held on it, to the running hashes. */
export function chainDay(world: World): void {
  sum.fill(0)
  addSeries(sum, world)
  const { chain, history } = world
  row.begin(world.day, chain[0], chain[1]).integers(chain[2], chain[3])
  row.integers(sum[0], sum[1]).integers(sum[2], sum[3])
  chain.fill(0)
  row.into(chain)
  addWords(row.begin(world.day, 0, 0), history)
  addWords(row, parametersKeyOf(world.spec))
  history.fill(0)
  row.into(history)
}

function addWords(to: Row, words: Int32Array): void {
  to.integers(words[0], words[1]).integers(words[2], words[3])
}

/**
 * Fingerprint of the run so far, 32 hex digits: its flows, every counter, and the parameters that held on
 * each day. All measures follow from these, so that runs with the same digest have the same measures.
 */
export function digest(world: World): string {
  const flows = flowWords(world)
  sum.fill(0)
  addCounters(world)
  addWords(row.begin(world.day, 0, 0), flows)
  addWords(row, sum)
  addWords(row, world.history)
  addWords(row, parametersKeyOf(world.spec))
  word.fill(0)
  row.into(word)
  return hexOf(word)
}

/**
 * Fingerprint of what happened in the run so far, 32 hex digits: all daily series and all state that later
 * days depend on. Rows are keyed by ids, and an entity that no shipment has met has no row: its parameters do
 * not show.
 */
export function flowDigest(world: World): string {
  return hexOf(flowWords(world))
}

function flowWords(world: World): Int32Array {
  sum.fill(0)
  addState(sum, world)
  const { chain } = world
  row.begin(world.day, chain[0], chain[1]).integers(chain[2], chain[3])
  row.integers(sum[0], sum[1]).integers(sum[2], sum[3])
  const words = new Int32Array(4)
  row.into(words)
  return words
}

/**
 * Adds all counters. Those of candidates are keyed by supply and route, because slots for found routes shift
 * their positions; all others by position.
 */
function addCounters({ counters, plan }: World): void {
  const { candidates, routes, supplies } = plan
  for (let c = 0; c < candidates.route.length; c++) {
    if (isUnused(counters, c)) continue
    const supply = supplies.keys[candidates.supply[c]]
    row.begin(RowKind.counter, supply, routes.keys[candidates.route[c]])
    for (const name of BY_CANDIDATE) row.real(counters[name][c])
    row.into(sum)
  }
  for (const name of Object.keys(counters) as (keyof Counters)[]) {
    if (perCandidate.has(name)) continue
    const column = counters[name]
    row.begin(RowKind.counter, keyOf(name), 0)
    for (let i = 0; i < column.length; i++) if (column[i] !== 0) row.integers(i, 0).real(column[i])
    row.into(sum)
  }
}

function isUnused(counters: Counters, c: number): boolean {
  for (const name of BY_CANDIDATE) if (counters[name][c] !== 0) return false
  return true
}

/** Fingerprint of a text, 32 hex digits. */
export function textDigest(text: string): string {
  row.begin(RowKind.text, text.length, keyOf(text))
  for (let i = 0; i < text.length; i += 4) {
    const high = (text.charCodeAt(i) << 16) | (i + 1 < text.length ? text.charCodeAt(i + 1) : 0)
    const low =
      ((i + 2 < text.length ? text.charCodeAt(i + 2) : 0) << 16) |
      (i + 3 < text.length ? text.charCodeAt(i + 3) : 0)
    row.integers(high, low)
  }
  word.fill(0)
  row.into(word)
  return hexOf(word)
}
