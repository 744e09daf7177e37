/** Estimates: length and travel time of legs from where their ends lie. */
import { rounded } from '../../../engine'
import type { Mode, Scenario } from '../../schema'
import { parameterAt } from '../../schema/parameters'
import { greatCircleKm, type Place } from '../distance'

/**
 * How a leg is estimated from the great circle between its ends: the detour that the mode takes, and its mean
 * speed with stops. Assumptions of a first draft, to be replaced by measured values.
 */
const TRAVEL: Readonly<Record<Mode, { readonly detour: number; readonly kmPerHour: number }>> = {
  road: { detour: 1.3, kmPerHour: 40 },
  rail: { detour: 1.2, kmPerHour: 30 },
  sea: { detour: 1.2, kmPerHour: 25 },
  air: { detour: 1, kmPerHour: 500 },
  path: { detour: 1.5, kmPerHour: 3 },
}
const MAX_KM = parameterAt(['legs', '*', 'km'])?.max ?? Number.POSITIVE_INFINITY
const MAX_HOURS = parameterAt(['legs', '*', 'hours'])?.max ?? Number.POSITIVE_INFINITY

/**
 * Length in whole km and travel time in whole hours of a leg between two places, from 1 to the most that it
 * may have.
 */
export function estimatedLeg(from: Place, to: Place, mode: Mode): { km: number; hours: number } {
  const { detour, kmPerHour } = TRAVEL[mode]
  const km = wholeWithin(MAX_KM, greatCircleKm(from, to) * detour)
  return { km, hours: wholeWithin(MAX_HOURS, km / kmPerHour) }
}

/** The nearest whole number from 1 to `max`. */
function wholeWithin(max: number, value: number): number {
  return Math.min(max, Math.max(1, rounded(value)))
}

export type LegEntry = Scenario['legs'][number]
export type Ends = Pick<LegEntry, 'from' | 'to' | 'mode'>

export function estimateOf({ nodes }: Pick<Scenario, 'nodes'>, { from, to, mode }: Ends) {
  const [a, b] = [from, to].map((id) => nodes.find((node) => node.id === id))
  return a === undefined || b === undefined ? undefined : estimatedLeg(a, b, mode)
}

/** Whether a leg still has its estimated length and time. */
export function isEstimated(scenario: Scenario, leg: LegEntry): boolean {
  const estimate = estimateOf(scenario, leg)
  return estimate?.km === leg.km && estimate.hours === leg.hours
}

/** Legs at a place whose length or time is not the estimate: they keep it when the place moves. */
export function givenLegsAt(scenario: Scenario, node: string): LegEntry[] {
  return scenario.legs.filter((leg) => (leg.from === node || leg.to === node) && !isEstimated(scenario, leg))
}
