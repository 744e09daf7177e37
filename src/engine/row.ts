/** Row: a 128-bit hash of a few words that can be summed with others in any order. */
import { drawBlock } from './draw'

const number = new Float64Array(1)
const halves = new Int32Array(number.buffer)
const LITTLE_ENDIAN = new Int32Array(new Float64Array([1]).buffer)[0] === 0

/** Stands for every NaN, whose bits differ between engines. */
const NAN_HIGH = 0x7ff80000

/**
 * Hash of one row, in which the order of values matters. Its lanes are the state between `begin` and `into`.
 */
export class Row {
  private readonly lanes = new Int32Array(4)

  begin(kind: number, keyA: number, keyB: number): this {
    this.lanes[0] = 0x243f6a88
    this.lanes[1] = 0x85a308d3
    this.lanes[2] = 0x13198a2e
    this.lanes[3] = kind
    return this.integers(keyA, keyB)
  }

  /** Adds two words, by an invertible step: rows that differ stay different. */
  integers(a: number, b: number): this {
    const { lanes } = this
    let [x, y, z, w] = [lanes[0] ^ a, lanes[1] ^ b, lanes[2], lanes[3]]
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
    if (Number.isNaN(value)) return this.integers(NAN_HIGH, 0)
    number[0] = value === 0 ? 0 : value
    const [low, high] = halves
    return LITTLE_ENDIAN ? this.integers(low, high) : this.integers(high, low)
  }

  /** Adds the row to a sum of rows, which does not depend on their order. */
  into(sum: Int32Array): void {
    const l = this.lanes
    drawBlock(l, 0x243f6a88, 0x85a308d3, l[0], l[1], l[2], l[3])
    for (let lane = 0; lane < 4; lane++) sum[lane] = (sum[lane] + this.lanes[lane]) | 0
  }
}
