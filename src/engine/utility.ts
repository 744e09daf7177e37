/** Utility: what an organisation expects of a route, in USD per kg. */
import { isMarketFor, priceAt } from './prices'
import { siteAt } from './processing'
import { bribesAt, passPost, patrolRisk } from './risk'
import { monthAtHour } from './routes'
import { MODE_COUNT } from './spec'
import { departing, loseExposed, type Survivors, survivalOf } from './survival'
import type { World } from './world'

/** A load of a candidate on its way, as its organisation foresees it. */
interface Trip {
  readonly candidate: number
  readonly organisation: number
  readonly meanKg: number
  readonly survivors: Survivors
  hour: number
  commodity: number
  /** What is left by processing of a kilogram that set out. */
  yieldShare: number
  /** USD/kg so far. */
  freight: number
  bribes: number
}

/**
 * Utility of candidate c in USD/kg for a dispatch today (model section 4): the expected value over the
 * markets on the way, each with the survival, freight, bribes and days up to it, less the price at the
 * source. Sets the sum of its absolute terms, `utilityTerms`.
 */
export function candidateUtility(world: World, c: number): number {
  const { routes, spec } = world
  const { candidates, legs, nodes, supplies } = spec
  const trip = tripOf(world, c)
  const r = candidates.route[c]
  const [first, end] = [routes.start[r], routes.end[r]]
  let unsold = 1
  let terms = priceAt(world, trip.commodity, supplies.source[candidates.supply[c]])
  let utility = -terms
  passPlace(world, trip, routes.nodes[first + r], legs.mode[routes.legs[first]])
  for (let at = first; at < end; at++) {
    const [leg, node] = [routes.legs[at], routes.nodes[at + r + 1]]
    trip.hour += nodes.dwellHours[routes.nodes[at + r]]
    trip.freight += legs.freightUsdPerKg[leg]
    trip.hour += legs.hoursByMonth[leg * 12 + monthAtHour(world, trip.hour)]
    passPlace(world, trip, node, legs.mode[leg])
    const isLast = at === end - 1
    if (!isLast && !isMarketFor(spec, trip.commodity, node)) continue
    const sold = isLast ? unsold : unsold * nodes.uptakeShare[node]
    const income = priceAt(world, trip.commodity, node) * trip.yieldShare
    const survival = survivalOf(trip.survivors)
    const spent = spentOn(world, trip, income, survival)
    utility += sold * (income * survival - spent)
    terms += sold * (income + spent)
    unsold -= sold
  }
  world.utilityTerms[c] = terms
  return utility
}

/** A trip that sets out at the start of today. */
function tripOf({ day, routes, spec }: World, c: number): Trip {
  const { candidates, supplies } = spec
  const mode = routes.mode[candidates.route[c]]
  const organisation = candidates.organisation[c]
  return {
    candidate: c,
    organisation,
    meanKg: supplies.loadMeanKg[candidates.supply[c] * MODE_COUNT + mode],
    survivors: departing(spec, organisation, mode),
    hour: day * 24,
    commodity: candidates.commodity[c],
    yieldShare: 1,
    freight: 0,
    bribes: 0,
  }
}

/** Takes a trip past the posts and patrols of a place, and through its processing site. */
function passPlace(world: World, trip: Trip, node: number, mode: number): void {
  const { nodes, processing } = world.spec
  const { candidate, meanKg, organisation, survivors } = trip
  const end = nodes.checkpointStart[node + 1]
  for (let i = nodes.checkpointStart[node]; i < end; i++) {
    const k = nodes.checkpointList[i]
    trip.bribes += bribesAt(world, candidate, trip.commodity, k, mode, survivors) / meanKg
    passPost(world, organisation, trip.commodity, k, mode, survivors)
  }
  if (world.patrols.exist) loseExposed(survivors, false, patrolRisk(world, organisation, node))
  if (nodes.hasSite[node] === 0) return
  const site = siteAt(world, node, trip.commodity, world.day)
  if (site < 0) return
  trip.commodity = processing.output[site]
  trip.yieldShare *= processing.yieldShare[site]
}

/** USD that a kilogram costs up to a market: freight, bribes, time, and what its loss would cost. */
function spentOn({ day, spec }: World, trip: Trip, income: number, survival: number): number {
  const { convictionProbability, recruitmentCostUsd } = spec.assumptions
  const { holdingCost, riskAversion } = spec.organisations
  const crewLoss = (recruitmentCostUsd * convictionProbability) / trip.meanKg
  const days = (trip.hour - day * 24) / 24
  const loss = (1 - survival) * (crewLoss + riskAversion[trip.organisation] * income)
  return trip.freight + trip.bribes + holdingCost[trip.organisation] * days + loss
}
