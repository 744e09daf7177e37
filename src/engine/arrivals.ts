/** Arrivals: what reached places and countries, from what reached the ends of the legs. */
import type { Counters } from './counters'
import type { ModelSpec } from './spec'

/** Grams that reached each place, `[node * commodityCount + commodity]`; its own supply does not arrive. */
export function arrivedGrams(
  { commodities, legs, nodes }: ModelSpec,
  counters: Pick<Counters, 'arrivedGrams'>,
): Float64Array {
  const width = commodities.ids.length
  const grams = new Float64Array(nodes.ids.length * width)
  for (const [leg, to] of legs.to.entries()) addRow(grams, to, counters.arrivedGrams, leg, width)
  return grams
}

/** Grams that came into each country from another one, `[country * commodityCount + commodity]`. */
export function enteredGrams(
  { commodities, legs, nodes }: ModelSpec,
  counters: Pick<Counters, 'arrivedGrams'>,
): Float64Array {
  const width = commodities.ids.length
  const grams = new Float64Array(nodes.countryIds.length * width)
  for (const [leg, to] of legs.to.entries()) {
    const country = nodes.country[to]
    const isAbroad = nodes.country[legs.from[leg]] !== country
    if (isAbroad) addRow(grams, country, counters.arrivedGrams, leg, width)
  }
  return grams
}

function addRow(sums: Float64Array, row: number, table: Float64Array, from: number, width: number): void {
  for (let m = 0; m < width; m++) {
    const cell = row * width + m
    sums[cell] += table[from * width + m]
  }
}
