/** Chance: choices that depend on a seed and a number alone, so that every file of a session can be made again. */
import { keyOf } from '../../src/engine'
import { chanceOf } from '../support/random'

export interface Chance {
  /** True with this probability. */
  happens(probability: number): boolean
  /** A whole number from 0 to below `count`. */
  below(count: number): number
  oneOf<T>(values: readonly T[]): T
}

export function createChance(seed: string, number: number): Chance {
  const draw = chanceOf(number, keyOf(seed))
  const below = (count: number) => Math.min(count - 1, Math.floor(draw() * count))
  return {
    happens: (probability) => draw() < probability,
    below,
    oneOf: (values) => values[below(values.length)] as (typeof values)[number],
  }
}
