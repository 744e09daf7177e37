/** A world that leaves no measure at nothing and no two alike, so that numbers which change places show. */
import type { ScenarioFile } from '../../../src/scenario'
import { richest } from '../rich'

/** Days of a run: reviews are weekly, so that none before this day falls on a day of audits, which are monthly. */
export const EVERY_MEASURE_DAYS = 200

export function everyMeasure(): ScenarioFile {
  const file = richest()
  const purities = [
    { city: 0.61, town: 0.37 },
    { city: 0.83, town: 0.71 },
  ]
  return {
    ...file,
    id: 'every-measure',
    assumptions: { ...file.assumptions, reviewDays: 7 },
    commodities: file.commodities.map((commodity, i) => ({
      ...commodity,
      detectionFactor: 1 + 0.3 * i,
      purity: { node: purities[i] ?? {} },
    })),
    organisations: file.organisations.map((organisation, i) => ({
      ...organisation,
      routes: i === 1 ? [...organisation.routes, 'depot_town'] : organisation.routes,
      protectionBudget: [20_000, 0, 12_000][i] ?? 0,
      bribeOffer: [900, 1_400, 2_100][i] ?? 0,
    })),
    routes: [
      ...file.routes,
      { id: 'depot_town', name: 'Depot and town', nodes: ['depot', 'pass', 'junction', 'town', 'city'] },
    ],
    corridors: [
      ...(file.corridors ?? []),
      { id: 'western', name: 'Western', legs: ['junction_port', 'port_city'] },
      { id: 'up', name: 'Up to the pass', legs: ['field_pass', 'depot_pass'] },
    ],
  }
}
