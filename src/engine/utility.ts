/** Utility: what an organisation expects of a route, in USD per kg. */
import { isMarketFor, priceAt } from './prices'
import { siteAt } from './processing'
import { bribesAt, passCheckpoint, patrolRisk } from './risk'
import { monthAtHour } from './routes'
import { MODE_COUNT } from './spec'
import { departing, loseExposed, type Survivors, survivalOf } from './survival'
import type { World } from './world'

/**
 * Utility of candidate c in USD/kg for a dispatch today (model section 4): the expected value over the
 * markets on the way, each with the survival, freight, bribes and days up to it, less the price at the
 * source. Sets the sum of its absolute terms, `utilityTerms`.
 */
export function candidateUtility(world: World, c: number): number {
  const { routes, spec } = world
  const { candidates, legs, nodes, organisations, supplies } = spec
  const supply = candidates.supply[c]
  const o = candidates.organisation[c]
  const r = candidates.route[c]
  const first = routes.start[r]
  const end = routes.end[r]
  const holding = organisations.holdingCost[o]
  const aversion = organisations.riskAversion[o]
  const meanKg = supplies.loadMeanKg[supply * MODE_COUNT + routes.mode[r]]
  const crewLoss = (spec.assumptions.recruitmentCostUsd * spec.assumptions.convictionProbability) / meanKg
  const survivors = departing(spec, o, routes.mode[r])
  let commodity = candidates.commodity[c]
  let hour = world.day * 24
  let freight = 0
  let bribes = 0
  let unsold = 1
  let yieldShare = 1
  let terms = priceAt(world, commodity, supplies.source[supply])
  let utility = -terms
  for (let at = first - 1; at < end; at++) {
    const node = routes.nodes[at + r + 1]
    const leg = routes.legs[at < first ? first : at]
    if (at >= first) {
      freight += legs.freightUsdPerKg[leg]
      hour += legs.hoursByMonth[leg * 12 + monthAtHour(world, hour)]
    }
    bribes = passGuards(world, c, commodity, node, legs.mode[leg], survivors, meanKg, bribes)
    const site = nodes.hasSite[node] === 1 ? siteAt(world, node, commodity, world.day) : -1
    if (site >= 0) {
      commodity = spec.processing.output[site]
      yieldShare *= spec.processing.yieldShare[site]
    }
    const isLast = at === end - 1
    if (at >= first && (isLast || isMarketFor(spec, commodity, node))) {
      const sold = isLast ? unsold : unsold * nodes.uptakeShare[node]
      const income = priceAt(world, commodity, node) * yieldShare
      const days = (hour - world.day * 24) / 24
      const survival = survivalOf(survivors)
      const spent = freight + bribes + holding * days + (1 - survival) * (crewLoss + aversion * income)
      utility += sold * (income * survival - spent)
      terms += sold * (income + spent)
      unsold -= sold
    }
    hour += nodes.dwellHours[node]
  }
  world.utilityTerms[c] = terms
  return utility
}

/**
 * Takes the survivors past the checkpoints and patrols of a node; returns the bribes up to here in USD/kg.
 */
function passGuards(
  world: World,
  c: number,
  commodity: number,
  node: number,
  mode: number,
  survivors: Survivors,
  meanKg: number,
  bribesBefore: number,
): number {
  const { candidates, nodes } = world.spec
  const o = candidates.organisation[c]
  let bribes = bribesBefore
  const end = nodes.checkpointStart[node + 1]
  for (let i = nodes.checkpointStart[node]; i < end; i++) {
    const k = nodes.checkpointList[i]
    bribes += bribesAt(world, c, commodity, k, mode, survivors) / meanKg
    passCheckpoint(world, o, commodity, k, mode, survivors)
  }
  if (world.patrols.exist) loseExposed(survivors, false, patrolRisk(world, o, node))
  return bribes
}
