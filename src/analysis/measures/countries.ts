/** Countries: what came into each, and what was seized and paid there. */
import { enteredGrams, type World } from '../../engine'
import { kg, plus, sumsBy, usd } from '../columns'
import { seizedAtCheckpoints } from '../totals'
import { guardedCountries } from './entities'

/** One number per guarded country; seizures are those at checkpoints and by patrols. */
export interface CountrySums {
  readonly crossings: Float64Array
  readonly seizures: Float64Array
  readonly seizedKg: Float64Array
  readonly bribesUsd: Float64Array
}

export function countrySums({ counters, spec }: World): CountrySums {
  const { checkpoints, commodities, nodes } = spec
  const width = commodities.ids.length
  const countries = guardedCountries(spec)
  const [checkpointRows, nodeRows] = [
    rowsIn(countries, checkpoints.countries),
    rowsIn(countries, nodes.countries),
  ]
  const atCheckpoints = (values: Float64Array) => sumsBy(values, checkpointRows, countries.length)
  const onPatrol = (values: Float64Array, rows: readonly number[]) => sumsBy(values, rows, countries.length)
  return {
    crossings: atCheckpoints(counters.crossings),
    seizures: plus(atCheckpoints(counters.seizures), onPatrol(counters.patrolSeizures, nodeRows)),
    seizedKg: plus(
      atCheckpoints(kg(seizedAtCheckpoints(spec, counters))),
      onPatrol(
        kg(counters.patrolSeizedGrams),
        nodeRows.flatMap((row) => new Array<number>(width).fill(row)),
      ),
    ),
    bribesUsd: atCheckpoints(usd(counters.checkpointBribeCents)),
  }
}

/** One number per country and commodity. */
export interface CountryCommoditySums {
  readonly enteredKg: Float64Array
  /** Entered or set out within the country. */
  readonly handledKg: Float64Array
  readonly seizedKg: Float64Array
}

export function countryCommoditySums({ counters, spec }: World): CountryCommoditySums {
  const { candidates, checkpoints, commodities, nodes, supplies } = spec
  const width = commodities.ids.length
  const entered = enteredGrams(spec, counters)
  const sourceCells = candidates.supply.map((supply, c) => {
    const country = nodes.country[supplies.source[supply]]
    return country * width + candidates.commodity[c]
  })
  const enteredKg = kg(entered)
  const ownGrams = sumsBy(counters.dispatchedGrams, sourceCells, entered.length)
  const rows = [...rowsIn(nodes.countryIds, checkpoints.countries), ...nodes.country]
  const cells = rows.flatMap((row) => commodities.ids.map((_, m) => (row < 0 ? -1 : row * width + m)))
  const seized = [...counters.checkpointSeizedGrams, ...counters.patrolSeizedGrams]
  return {
    enteredKg,
    handledKg: plus(enteredKg, kg(ownGrams)),
    seizedKg: sumsBy(kg(seized), cells, entered.length),
  }
}

/** Place of each of these countries in a list; -1 where it is not listed. */
function rowsIn(list: readonly string[], countries: readonly string[]): number[] {
  const rows = new Map(list.map((country, row) => [country, row]))
  return countries.map((country) => rows.get(country) ?? -1)
}
