/** Summary over replications: mean, standard deviation and 95 % t interval of each measure. */

export interface Summary {
  /** Replications in which the measure is defined. */
  readonly count: number
  readonly mean: number
  /** Sample standard deviation; NaN for a single replication. */
  readonly sd: number
  /** 95 % confidence interval of the mean (Student t); NaN for a single replication. */
  readonly ci95: readonly [lower: number, upper: number]
}

/** Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom. */
const T_TABLE = [
  12.7062047364, 4.30265272991, 3.18244630528, 2.7764451052, 2.57058183661, 2.44691184879, 2.36462425101,
  2.30600413503, 2.26215716274, 2.22813885196, 2.20098516008, 2.17881282966, 2.16036865646, 2.14478668792,
  2.13144954556, 2.11990529922, 2.10981557783, 2.10092204024, 2.09302405441, 2.08596344727, 2.07961384473,
  2.0738730679, 2.06865761042, 2.06389856163, 2.05953855275, 2.05552943864, 2.05183051648, 2.0484071418,
  2.04522964213, 2.0422724563,
]
const Z = 1.959963984540054

/** Quantile t with P(|T| <= t) = 0.95 for `degrees` >= 1: tabulated, then Cornish and Fisher's expansion. */
export function tQuantile95(degrees: number): number {
  const listed = T_TABLE[degrees - 1]
  if (listed !== undefined) return listed
  const z2 = Z * Z
  const first = (Z * (z2 + 1)) / 4
  const second = (Z * (5 * z2 * z2 + 16 * z2 + 3)) / 96
  const third = (Z * (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15)) / 384
  return Z + first / degrees + second / (degrees * degrees) + third / (degrees * degrees * degrees)
}

/** Running statistics of values that are not kept. */
export interface Tally {
  /** NaN stands for an undefined value and is skipped. */
  add(value: number): void
  summary(): Summary
}

/**
 * The mean is that of the differences from the first value and the spread is Welford's (1962), so that equal
 * values have a deviation of exactly zero.
 */
export function createTally(): Tally {
  let count = 0
  let first = 0
  let sum = 0
  let running = 0
  let squares = 0
  return {
    add(value) {
      if (Number.isNaN(value)) return
      if (count === 0) {
        first = value
        running = value
      }
      count++
      sum += value - first
      const off = value - running
      running += off / count
      squares += off * (value - running)
    },
    summary() {
      if (count === 0) return { count, mean: Number.NaN, sd: Number.NaN, ci95: [Number.NaN, Number.NaN] }
      const mean = first + sum / count
      // 0 / 0 for a single value.
      const sd = Math.sqrt(squares / (count - 1))
      const half = count > 1 ? (tQuantile95(count - 1) * sd) / Math.sqrt(count) : Number.NaN
      return { count, mean, sd, ci95: [mean - half, mean + half] }
    },
  }
}

/** Summary of the defined (not NaN) values, taken in their order. */
export function summarise(values: readonly number[]): Summary {
  const tally = createTally()
  for (const value of values) tally.add(value)
  return tally.summary()
}
