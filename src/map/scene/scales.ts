/** Scales: how wide a leg is for its grams a month, with steps that do not follow every wobble. */

export const WIDEST_PIXELS = 9
const THINNEST_PIXELS = 1

/** Smallest of 1, 2, 5, 10, 20, ... that is at least `value`. */
export function niceCeiling(value: number): number {
  if (!(value > 0)) return 1
  const decade = 10 ** Math.floor(Math.log10(value))
  for (const step of [1, 2, 5]) if (decade * step >= value * 0.999999) return decade * step
  return decade * 10
}

/**
 * Upper end of the width scale for these flows. It keeps the `present` one until the largest flow passes it
 * or falls below a fifth of it, so that widths can be compared from day to day.
 */
export function scaleEnd(gramsPerMonth: Float64Array, present: number): number {
  let largest = 0
  for (const grams of gramsPerMonth) if (grams > largest) largest = grams
  if (largest === 0) return present
  return largest > present || largest < present / 5 ? niceCeiling(largest) : present
}

/**
 * Width in pixels: the root of the flow, so that area and not only the largest legs can be read; 0 without
 * flow.
 */
export function widthOf(gramsPerMonth: number, end: number): number {
  if (!(gramsPerMonth > 0) || end <= 0) return 0
  return Math.min(
    WIDEST_PIXELS * 1.2,
    Math.max(THINNEST_PIXELS, WIDEST_PIXELS * Math.sqrt(gramsPerMonth / end)),
  )
}

/** Legend rows: the end of the scale, a fifth and a fiftieth of it, widest first. */
export function widthRows(end: number): { gramsPerMonth: number; pixels: number }[] {
  if (end <= 0) return []
  return [end, end / 5, end / 50].map((gramsPerMonth) => ({
    gramsPerMonth,
    pixels: widthOf(gramsPerMonth, end),
  }))
}

/** Through each node per month: the larger of what leaves and what arrives. */
export function throughputs(
  gramsPerMonth: Float64Array,
  legs: readonly { readonly from: number; readonly to: number }[],
  nodeCount: number,
): Float64Array {
  const leaving = new Float64Array(nodeCount)
  const arriving = new Float64Array(nodeCount)
  legs.forEach(({ from, to }, i) => {
    const grams = gramsPerMonth[i] ?? 0
    leaving[from] += grams
    arriving[to] += grams
  })
  return leaving.map((grams, node) => Math.max(grams, arriving[node]))
}
