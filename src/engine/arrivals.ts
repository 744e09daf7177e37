/** Arrivals: what reached places and countries, from what reached the ends of the legs. */
import type { Counters } from './counters'
import type { ModelSpec } from './spec'

/** Grams of a commodity that reached a place; its own supply does not arrive. */
export function arrivedGramsAt(
  { commodities, legs }: ModelSpec,
  { arrivedGrams }: Pick<Counters, 'arrivedGrams'>,
  node: number,
  commodity: number,
): number {
  const width = commodities.ids.length
  let grams = 0
  for (let leg = 0; leg < legs.to.length; leg++)
    if (legs.to[leg] === node) grams += arrivedGrams[leg * width + commodity] as number
  return grams
}

/** Grams of a commodity that came into a country from another one. */
export function enteredGramsOf(
  { commodities, legs, nodes }: ModelSpec,
  { arrivedGrams }: Pick<Counters, 'arrivedGrams'>,
  country: number,
  commodity: number,
): number {
  const width = commodities.ids.length
  const countryOf = (node: number | undefined) => nodes.country[node as number]
  let grams = 0
  for (let leg = 0; leg < legs.to.length; leg++)
    if (countryOf(legs.to[leg]) === country && countryOf(legs.from[leg]) !== country)
      grams += arrivedGrams[leg * width + commodity] as number
  return grams
}
