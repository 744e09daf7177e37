/** Digest: a 128-bit fingerprint of all daily series and the final state. A test of equality, not a cryptographic hash. */
import { drawBlock, keyOf } from './draw'
import { ARRIVE_AT, CANDIDATE, DEPART_AT, forEachRecord, GRAMS, KEY_A, KEY_B, PROGRESS } from './fleet'
import { addSeries } from './series'
import type { World } from './world'

const word = new Int32Array(4)
const number = new Float64Array(1)
const halves = new Int32Array(number.buffer)
const LITTLE_ENDIAN = new Int32Array(new Float64Array([1]).buffer)[0] === 0

/** Hash of one row, order of the values included; its lanes are the state between `begin` and `into`. */
class Row {
  private readonly lanes = new Int32Array(4)

  begin(kind: number, keyA: number, keyB: number): this {
    this.lanes[0] = 0x243f6a88
    this.lanes[1] = 0x85a308d3
    this.lanes[2] = 0x13198a2e
    this.lanes[3] = kind
    return this.integers(keyA, keyB)
  }

  /** Takes in two words; an invertible step, so that rows that differ stay different. */
  integers(a: number, b: number): this {
    const { lanes } = this
    let [x, y, z, w] = [
      (lanes[0] as number) ^ a,
      (lanes[1] as number) ^ b,
      lanes[2] as number,
      lanes[3] as number,
    ]
    x = Math.imul(x ^ (x >>> 15), 0x85ebca6b)
    y = Math.imul(y ^ (y >>> 13), 0xc2b2ae35)
    z = Math.imul((z + x) ^ (y >>> 16), 0x7feb352d)
    w = Math.imul((w + y) ^ (x >>> 16), 0x846ca68b)
    lanes[0] = x ^ w
    lanes[1] = y ^ z
    lanes[2] = z ^ (z >>> 15)
    lanes[3] = w ^ (w >>> 13)
    return this
  }

  real(value: number): this {
    number[0] = value === 0 ? 0 : value
    const [low = 0, high = 0] = halves
    return LITTLE_ENDIAN ? this.integers(low, high) : this.integers(high, low)
  }

  /** Adds the row to a sum of rows, which does not depend on their order. */
  into(sum: Int32Array): void {
    const l = this.lanes
    drawBlock(l, 0x243f6a88, 0x85a308d3, l[0] as number, l[1] as number, l[2] as number, l[3] as number)
    for (let lane = 0; lane < 4; lane++)
      sum[lane] = ((sum[lane] as number) + (this.lanes[lane] as number)) | 0
  }
}

const row = new Row()
const sum = new Int32Array(4)

/** Kinds of row; appended, never changed. */
const Kind = {
  shipment: 6,
  belief: 7,
  crews: 8,
  text: 9,
  patrolBelief: 12,
  bought: 13,
} as const

/** Adds the state of the day's series to the running hash. */
export function chainDay(world: World): void {
  sum.fill(0)
  addSeries(sum, world)
  const { chain } = world
  row
    .begin(world.day, chain[0] as number, chain[1] as number)
    .integers(chain[2] as number, chain[3] as number)
  row.integers(sum[0] as number, sum[1] as number).integers(sum[2] as number, sum[3] as number)
  chain.fill(0)
  row.into(chain)
}

/** Fingerprint of the run so far: daily series, shipments in flight, beliefs and crews; 32 hex digits. */
export function digest(world: World): string {
  sum.fill(0)
  const { fleet, spec } = world
  forEachRecord(fleet, (at) => {
    const { pool } = fleet
    const route = world.routes.keys[spec.candidates.route[pool[at + CANDIDATE] as number] as number] as number
    row.begin(Kind.shipment, pool[at + KEY_A] as number, pool[at + KEY_B] as number)
    row.integers(route, pool[at + PROGRESS] as number)
    row.integers(pool[at + GRAMS] as number, pool[at + DEPART_AT] as number)
    row.integers(pool[at + ARRIVE_AT] as number, 0).into(sum)
  })
  const checkpoints = spec.checkpoints.ids.length
  for (let o = 0; o < spec.organisations.ids.length; o++) {
    const organisation = spec.organisations.keys[o] as number
    for (let k = 0; k < checkpoints; k++) {
      const lost = world.lost[o * checkpoints + k] as number
      const passed = world.passed[o * checkpoints + k] as number
      const bought = world.bought[o * checkpoints + k] as number
      if (bought === 1) row.begin(Kind.bought, organisation, spec.checkpoints.keys[k] as number).into(sum)
      if (lost + passed === 0) continue
      row
        .begin(Kind.belief, organisation, spec.checkpoints.keys[k] as number)
        .real(lost)
        .real(passed)
        .into(sum)
    }
    for (let node = 0; world.patrols.exist && node < spec.nodes.ids.length; node++) {
      const lost = world.patrols.lost[o * spec.nodes.ids.length + node] as number
      const passed = world.patrols.passed[o * spec.nodes.ids.length + node] as number
      if (lost + passed === 0) continue
      row.begin(Kind.patrolBelief, organisation, spec.nodes.keys[node] as number)
      row.real(lost).real(passed).into(sum)
    }
    row.begin(Kind.crews, organisation, world.crewsFree[o] as number).into(sum)
  }
  const { chain } = world
  row
    .begin(world.day, chain[0] as number, chain[1] as number)
    .integers(chain[2] as number, chain[3] as number)
  row.integers(sum[0] as number, sum[1] as number).integers(sum[2] as number, sum[3] as number)
  word.fill(0)
  row.into(word)
  return hexOf(word)
}

/** Fingerprint of a text, 32 hex digits. */
export function textDigest(text: string): string {
  row.begin(Kind.text, text.length, keyOf(text))
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

function hexOf(lanes: Int32Array): string {
  return Array.from(lanes, (lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')
}
