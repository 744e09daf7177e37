/** Titles and one-line help of all parameters, by key. The schema refuses to build without an entry. */
import { runParameters } from './assumptions'
import { commodityParameters } from './commodities'
import { enforcementParameters } from './enforcement'
import { networkParameters } from './network'
import { organisationParameters } from './organisations'

export const parameterText = {
  ...runParameters,
  ...networkParameters,
  ...organisationParameters,
  ...commodityParameters,
  ...enforcementParameters,
} as const satisfies Record<string, { title: string; help: string }>

/** Key of one parameter, e.g. `checkpoints.staff`. */
export type ParameterKey = keyof typeof parameterText

/** Units of the schema that are words in the plural, as they stand after 1. */
export const unitOfOne: Readonly<Record<string, string>> = {
  crews: 'crew',
  crossings: 'crossing',
  days: 'day',
  officers: 'officer',
  routes: 'route',
  teams: 'team',
  'vehicles/day': 'vehicle/day',
  'years of pay': 'year of pay',
}
