/** The table of measures: each row is one number per entity of a group, with unit, meaning and values. */
import { arrivedGrams } from '../../engine'
import { measureText as words } from '../../text'
import { days, kg, ratios, sumOf, usd } from '../columns'
import { meanOdds } from '../odds'
import { seizedAtCheckpoints } from '../totals'
import { enteredCorridor } from './corridors'
import type { Group } from './entities'
import type { Flows, Sums } from './sums'

export type Unit = 'count' | 'days' | 'kg' | 'share' | 'USD' | 'USD/kg'

export interface Measure {
  readonly unit: Unit
  /** What it says, in one line. */
  readonly help: string
  /** One value per entity of the group, in their order; NaN where undefined. */
  readonly values: (sums: Sums) => ArrayLike<number>
}

const row = (unit: Unit, help: string, values: Measure['values']): Measure => ({ unit, help, values })

/** The rows that every group of loads has. */
const flowRows = (flowsOf: (sums: Sums) => Flows) => ({
  dispatchedKg: row('kg', words.dispatchedKg, (sums) => kg(flowsOf(sums).dispatchedGrams)),
  deliveredKg: row('kg', words.deliveredKg, (sums) => kg(flowsOf(sums).deliveredGrams)),
  seizedKg: row('kg', words.seizedKg, (sums) => kg(flowsOf(sums).seizedGrams)),
  interdictionRate: row('share', words.interdictionRate, (sums) => {
    const { seizedGrams, dispatchedGrams } = flowsOf(sums)
    return ratios(seizedGrams, dispatchedGrams)
  }),
})
const { interdictionRate, ...totalFlow } = flowRows(({ total }) => total)

const transitDays = ({ transitHours, delivered }: Flows) => days(ratios(transitHours, delivered))
const corridorColumn = ({ world: { counters, spec } }: Sums, of: 'legGrams' | 'legShipments') =>
  spec.corridors.ids.map((_, index) => enteredCorridor(spec, counters[of], index))
/** Where no cost is booked, none is known. */
const knownCost = ({ world }: Sums) => usd([sumOf(world.counters.costCents) || Number.NaN])

/** Measures of each group by name, in the order of all tables. */
export const MEASURES = {
  total: {
    ...totalFlow,
    inTransitKg: row('kg', words.inTransitKg, ({ world }) => kg([world.fleet.grams])),
    stockKg: row('kg', words.stockKg, ({ world }) => kg([sumOf(world.stockGrams)])),
    interdictionRate,
    bribesUsd: row('USD', words.bribesUsd, ({ total }) => usd(total.bribeCents)),
    meanTransitDays: row('days', words.meanTransitDays, ({ total }) => transitDays(total)),
    patrolSeizedKg: row('kg', words.patrolSeizedKg, ({ world }) =>
      kg([sumOf(world.counters.patrolSeizedGrams)]),
    ),
    processingLossKg: row('kg', words.processingLossKg, ({ world }) =>
      kg([sumOf(world.counters.processedLossGrams)]),
    ),
    protectionUsd: row('USD', words.protectionUsd, ({ world }) =>
      usd([sumOf(world.counters.protectionCents)]),
    ),
    enforcementUsd: row('USD', words.enforcementUsd, ({ world }) => usd([sumOf(world.counters.costCents)])),
    enforcementUsdPerKgSeized: row('USD/kg', words.enforcementUsdPerKgSeized, (sums) =>
      ratios(knownCost(sums), kg(sums.total.seizedGrams)),
    ),
    activeLegs: row('count', words.activeLegs, ({ world }) => [
      world.counters.legShipments.filter((shipments) => shipments > 0).length,
    ]),
  },
  byRoute: {
    ...flowRows(({ routes }) => routes),
    shipments: row('count', words.shipments, ({ routes }) => routes.dispatched),
    meanTransitDays: row('days', words.meanTransitDays, ({ routes }) => transitDays(routes)),
    referencePriceUsdPerKg: row('USD/kg', words.referencePriceUsdPerKg, ({ routes }) => routes.endPrices),
  },
  byCheckpoint: {
    crossings: row('count', words.crossings, ({ world }) => world.counters.crossings),
    inspections: row('count', words.inspections, ({ world }) => world.counters.inspections),
    detections: row('count', words.detections, ({ world }) => world.counters.detections),
    seizures: row('count', words.seizures, ({ world }) => world.counters.seizures),
    seizedKg: row('kg', words.seizedKg, ({ world: { counters, spec } }) =>
      kg(seizedAtCheckpoints(spec, counters)),
    ),
    bribesUsd: row('USD', words.bribesUsd, ({ world }) => usd(world.counters.checkpointBribeCents)),
    effectiveOdds: row('share', words.effectiveOdds, ({ world: { spec } }) =>
      spec.checkpoints.ids.map((_, k) => meanOdds(spec, k).seized),
    ),
    exposures: row('count', words.exposures, ({ world }) => world.counters.exposures),
  },
  byCountry: {
    crossings: row('count', words.crossings, ({ countries }) => countries.crossings),
    seizures: row('count', words.seizures, ({ countries }) => countries.seizures),
    seizedKg: row('kg', words.seizedKg, ({ countries }) => countries.seizedKg),
    bribesUsd: row('USD', words.bribesUsd, ({ countries }) => countries.bribesUsd),
  },
  byMarket: {
    deliveredKg: row('kg', words.deliveredKg, ({ markets }) => markets.soldKg),
    pureKg: row('kg', words.pureKg, ({ markets }) => markets.pureKg),
    revenueUsd: row('USD', words.revenueUsd, ({ markets }) => markets.revenueUsd),
    meanPriceUsdPerKg: row('USD/kg', words.meanPriceUsdPerKg, ({ markets }) =>
      ratios(markets.revenueUsd, markets.soldKg),
    ),
    referencePriceUsdPerKg: row(
      'USD/kg',
      words.referencePriceUsdPerKg,
      ({ markets }) => markets.referencePrices,
    ),
  },
  byOrganisation: {
    ...flowRows(({ organisations }) => organisations),
    bribesUsd: row('USD', words.bribesUsd, ({ organisations }) => usd(organisations.bribeCents)),
    protectionUsd: row('USD', words.protectionUsd, ({ world }) => usd(world.counters.protectionCents)),
  },
  byCommodity: flowRows(({ commodities }) => commodities),
  byCorridor: {
    kg: row('kg', words.enteredCorridorKg, (sums) => kg(corridorColumn(sums, 'legGrams'))),
    shipments: row('count', words.enteredCorridor, (sums) => corridorColumn(sums, 'legShipments')),
    shareOfDispatched: row('share', words.shareThroughCorridor, (sums) =>
      ratios(kg(corridorColumn(sums, 'legGrams')), kg(sums.total.dispatchedGrams)),
    ),
  },
  byMode: {
    ...flowRows(({ modes }) => modes),
    shipments: row('count', words.shipments, ({ modes }) => modes.dispatched),
  },
  byCountryAndCommodity: {
    enteredKg: row('kg', words.enteredKg, ({ countryCommodities }) => countryCommodities.enteredKg),
    handledKg: row('kg', words.handledKg, ({ countryCommodities }) => countryCommodities.handledKg),
    seizedKg: row('kg', words.seizedKg, ({ countryCommodities }) => countryCommodities.seizedKg),
    seizureRate: row('share', words.seizureRate, ({ countryCommodities }) =>
      ratios(countryCommodities.seizedKg, countryCommodities.handledKg),
    ),
  },
  byMarketAndCommodity: {
    deliveredKg: row('kg', words.deliveredKg, ({ marketCommodities }) => marketCommodities.soldKg),
    pureKg: row('kg', words.pureKg, ({ marketCommodities }) => marketCommodities.pureKg),
    meanPriceUsdPerKg: row('USD/kg', words.meanPriceUsdPerKg, ({ marketCommodities }) =>
      ratios(marketCommodities.revenueUsd, marketCommodities.soldKg),
    ),
    referencePriceUsdPerKg: row(
      'USD/kg',
      words.referencePriceUsdPerKg,
      ({ marketCommodities }) => marketCommodities.referencePrices,
    ),
  },
  byPlaceAndCommodity: {
    arrivedKg: row('kg', words.arrivedKg, ({ world }) => kg(arrivedGrams(world.spec, world.counters))),
    shareOfDispatched: row('share', words.shareOfCommodity, ({ world, commodities }) =>
      ratios(kg(arrivedGrams(world.spec, world.counters)), kg(commodities.dispatchedGrams)),
    ),
  },
} as const satisfies Readonly<Record<Group, Readonly<Record<string, Measure>>>>

/** Names of the measures of a group. */
export type MeasureName<G extends Group> = keyof (typeof MEASURES)[G] & string

/** A group and one of its measures. */
export type GroupMeasure = { [G in Group]: readonly [group: G, measure: MeasureName<G>] }[Group]
