/** Units: money in whole US cents and mass in whole grams, so that no sum depends on its order. */

export const CENTS_PER_USD = 100
export const GRAMS_PER_KG = 1000

/**
 * The nearest whole number, halves upwards. Not Math.round: that differs at 0.49999999999999994 and from 2^52
 * on, and digests rest on this form.
 */
export function rounded(value: number): number {
  return Math.floor(value + 0.5)
}

export function centsOf(usd: number): number {
  return rounded(usd * CENTS_PER_USD)
}

export function gramsOf(kg: number): number {
  return rounded(kg * GRAMS_PER_KG)
}
