/** Poisson counts by inversion, one draw per chunk of the mean, so that a larger mean keeps the draws of a smaller one. */
import { drawBlock, unitOf } from './draw'
import { exp } from './math'

const CHUNK = 16

/**
 * A Poisson count with this mean (>= 0) at the address (purpose, key, day): exact, as the sum of independent counts with
 * means of at most 16. Time grows linearly with the mean.
 */
export function poissonAt(
  words: Int32Array,
  key0: number,
  key1: number,
  purpose: number,
  key: number,
  day: number,
  mean: number,
): number {
  let count = 0
  for (let chunk = 0; chunk * CHUNK < mean; chunk++) {
    drawBlock(words, key0, key1, purpose, key, day, chunk)
    count += inverse(unitOf(words[0] as number), Math.min(CHUNK, mean - chunk * CHUNK))
  }
  return count
}

function inverse(u: number, mean: number): number {
  let probability = exp(-mean)
  let cumulative = probability
  let count = 0
  while (u > cumulative && count < 200) {
    count++
    probability *= mean / count
    cumulative += probability
  }
  return count
}
