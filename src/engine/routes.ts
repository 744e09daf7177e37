/** Routes: openness and travel time by season, and what a route costs and promises to an organisation. */
import { monthOf } from './calendar'
import { effectiveOdds } from './odds'
import { MODE_COUNT, type ModelSpec } from './spec'
import type { World } from './world'

/** What never changes about routes during a run. */
export interface RouteFacts {
  /** Per route: 1 when its openness depends on the month. */
  readonly seasonal: Uint8Array
  /** Per checkpoint: 1 when it can be closed at some hour or month. */
  readonly canClose: Uint8Array
}

export function routeFactsOf(spec: ModelSpec): RouteFacts {
  const { checkpoints, legs, nodes, routes } = spec
  const closesInSomeMonth = (k: number) => checkpoints.closedInMonth.subarray(k * 12, k * 12 + 12).includes(1)
  const canClose = new Uint8Array(checkpoints.ids.length)
  for (let k = 0; k < canClose.length; k++) {
    const always = checkpoints.openFromHour[k] === 0 && checkpoints.openUntilHour[k] === 24
    canClose[k] = always && !closesInSomeMonth(k) ? 0 : 1
  }
  const seasonal = new Uint8Array(routes.ids.length)
  for (let r = 0; r < seasonal.length; r++) {
    for (let at = routes.start[r] as number; at < (routes.end[r] as number); at++) {
      const leg = routes.legs[at] as number
      if (legs.hoursByMonth.subarray(leg * 12, leg * 12 + 12).includes(0)) seasonal[r] = 1
    }
    for (let at = (routes.start[r] as number) + r; at <= (routes.end[r] as number) + r; at++) {
      const node = routes.nodes[at] as number
      const end = nodes.checkpointStart[node + 1] as number
      for (let i = nodes.checkpointStart[node] as number; i < end; i++) {
        if (closesInSomeMonth(nodes.checkpointList[i] as number)) seasonal[r] = 1
      }
    }
  }
  return { seasonal, canClose }
}

/** Month 0..11 at an hour of the run. */
export function monthAtHour(world: World, hour: number): number {
  const day = Math.floor(hour / 24)
  return day === world.day ? world.month : monthOf(world.spec.startEpochDay + day) - 1
}

/** Whether every post of a place may be passed in a month. */
function postsOpenInMonth(spec: ModelSpec, node: number, month: number): boolean {
  const { checkpointStart, checkpointList } = spec.nodes
  const end = checkpointStart[node + 1] as number
  for (let i = checkpointStart[node] as number; i < end; i++) {
    if (spec.checkpoints.closedInMonth[(checkpointList[i] as number) * 12 + month] === 1) return false
  }
  return true
}

/** Whether a shipment dispatched on route r at the start of the day would find every leg and post open when it gets there. */
export function isRouteOpen(world: World, r: number): boolean {
  if (world.routeFacts.seasonal[r] === 0) return true
  const { legs, nodes, routes } = world.spec
  const first = routes.start[r] as number
  const end = routes.end[r] as number
  let hour = world.day * 24
  if (!postsOpenInMonth(world.spec, routes.nodes[first + r] as number, world.month)) return false
  for (let at = first; at < end; at++) {
    if (at > first) hour += nodes.dwellHours[routes.nodes[at + r] as number] as number
    const hours = legs.hoursByMonth[(routes.legs[at] as number) * 12 + monthAtHour(world, hour)] as number
    if (hours === 0) return false
    hour += hours
    if (!postsOpenInMonth(world.spec, routes.nodes[at + r + 1] as number, monthAtHour(world, hour)))
      return false
  }
  return true
}

/**
 * Utility of candidate c in USD/kg for a dispatch today (model section 4): the expected value over the markets on the
 * way, each with the survival, freight, bribes and days up to it, less the price at the source.
 */
export function candidateUtility(world: World, c: number): number {
  const { spec } = world
  const { candidates, commodities, legs, nodes, organisations, routes, supplies } = spec
  const supply = candidates.supply[c] as number
  const r = candidates.route[c] as number
  const o = supplies.organisation[supply] as number
  const prices = (supplies.commodity[supply] as number) * nodes.ids.length
  const meanKg = organisations.loadMeanKg[o * MODE_COUNT + (routes.mode[r] as number)] as number
  const { convictionProbability, recruitmentCostUsd } = spec.assumptions
  const crewLoss = (recruitmentCostUsd * convictionProbability) / meanKg
  const holding = organisations.holdingCost[o] as number
  const aversion = organisations.riskAversion[o] as number
  const first = routes.start[r] as number
  const end = routes.end[r] as number

  let hour = world.day * 24
  let survival = 1
  let freight = 0
  let bribes = 0
  let unsold = 1
  let utility = -(commodities.priceUsdPerKg[prices + (supplies.source[supply] as number)] as number)
  for (let at = first - 1; at < end; at++) {
    const node = routes.nodes[at + r + 1] as number
    const leg = routes.legs[at < first ? first : at] as number
    if (at >= first) {
      freight += legs.freightUsdPerKg[leg] as number
      hour += legs.hoursByMonth[leg * 12 + monthAtHour(world, hour)] as number
    }
    const lastPost = nodes.checkpointStart[node + 1] as number
    for (let i = nodes.checkpointStart[node] as number; i < lastPost; i++) {
      const k = nodes.checkpointList[i] as number
      const prospects = prospectsAt(world, o, k, legs.mode[leg] as number)
      survival *= 1 - prospects.lost
      bribes += (prospects.bribed * (organisations.bribeOfferUsd[o] as number)) / meanKg
    }
    const last = at === end - 1
    if (at >= first && (last || nodes.isMarket[node] === 1)) {
      const sold = last ? unsold : unsold * (nodes.uptakeShare[node] as number)
      const price = commodities.priceUsdPerKg[prices + node] as number
      const days = (hour - world.day * 24) / 24
      const loss = (1 - survival) * (crewLoss + aversion * price)
      utility += sold * (price * survival - freight - bribes - holding * days - loss)
      unsold -= sold
    }
    hour += nodes.dwellHours[node] as number
  }
  return utility
}

/** What organisation o expects of one crossing of checkpoint k: probability of loss and of paying a bribe. */
function prospectsAt(world: World, o: number, k: number, mode: number): { lost: number; bribed: number } {
  const { spec } = world
  const odds = effectiveOdds(spec, k, mode, o)
  const exposed =
    spec.checkpoints.honoursSeals[k] === 1 ? 1 - (spec.organisations.sealedShare[o] as number) : 1
  const bribed = exposed * odds.inspected * odds.found * odds.bribed
  const perceived = world.perceived[o * spec.checkpoints.ids.length + k] as number
  return { lost: spec.organisations.knowsTrueOdds[o] === 1 ? exposed * odds.seized : perceived, bribed }
}
