/** Routes: openness and travel time by season, and what a route costs and promises to an organisation. */
import { monthOf } from './calendar'
import { carriageOf, hoursTaken, legTaken } from './parallel'
import { siteAt } from './processing'
import { MODE_COUNT, type ModelSpec, type RouteSpec } from './spec'
import { departing, exposedOf, loseAverage, loseExposed, type Survivors, survivalOf } from './survival'
import type { World } from './world'

/** What never changes about routes during a run. */
export interface RouteFacts {
  /** Per route: 1 when its openness depends on the month. */
  readonly seasonal: Uint8Array
  /** Per route: 1 when it has steps with parallel legs, and 1 when other legs of them are taken today than yesterday. */
  readonly chooses: Uint8Array
  readonly turned: Uint8Array
  /** Per checkpoint: 1 when it can be closed at some hour or month. */
  readonly canClose: Uint8Array
}

export function routeFactsOf(spec: ModelSpec, routes: RouteSpec): RouteFacts {
  const { checkpoints, legs, nodes, parallel } = spec
  const closesInSomeMonth = (k: number) => checkpoints.closedInMonth.subarray(k * 12, k * 12 + 12).includes(1)
  const canClose = new Uint8Array(checkpoints.ids.length)
  for (let k = 0; k < canClose.length; k++) {
    const always = checkpoints.openFromHour[k] === 0 && checkpoints.openUntilHour[k] === 24
    canClose[k] = always && !closesInSomeMonth(k) ? 0 : 1
  }
  const seasonal = new Uint8Array(routes.ids.length)
  const chooses = new Uint8Array(routes.ids.length)
  for (let r = 0; r < seasonal.length; r++) {
    for (let at = routes.start[r]; at < routes.end[r]; at++) {
      const [leg, set] = [routes.legs[at], routes.parallel[at]]
      if (set >= 0) chooses[r] = 1
      const closes =
        set < 0
          ? legs.hoursByMonth.subarray(leg * 12, leg * 12 + 12).includes(0)
          : parallel.taken.subarray(set * 12, set * 12 + 12).includes(-1)
      if (closes) seasonal[r] = 1
    }
    for (let at = routes.start[r] + r; at <= routes.end[r] + r; at++) {
      const node = routes.nodes[at]
      const end = nodes.checkpointStart[node + 1]
      for (let i = nodes.checkpointStart[node]; i < end; i++) {
        if (closesInSomeMonth(nodes.checkpointList[i])) seasonal[r] = 1
      }
    }
  }
  return { seasonal, canClose, chooses, turned: new Uint8Array(routes.ids.length) }
}

/** The parts of a spec that decide when a route is open. */
export type NetworkSpec = Pick<
  ModelSpec,
  'startEpochDay' | 'nodes' | 'legs' | 'parallel' | 'checkpoints' | 'routes'
>

/** A network and the month of the present day, which needs no calendar until `monthEnd` and `nextMonthEnd`. */
interface Season {
  readonly spec: NetworkSpec
  readonly month: number
  readonly monthEnd: number
  readonly nextMonthEnd: number
}

/** Month 0..11 at an hour of the run. */
export function monthAtHour({ month, monthEnd, nextMonthEnd, spec }: Season, hour: number): number {
  const day = Math.floor(hour / 24)
  // Nothing asks for days before the present one.
  if (day < monthEnd) return month
  if (day < nextMonthEnd) return month === 11 ? 0 : month + 1
  return monthOf(spec.startEpochDay + day) - 1
}

/** Whether every post of a place may be passed in a month 0..11. */
export function postsOpenInMonth(spec: NetworkSpec, node: number, month: number): boolean {
  const { checkpointStart, checkpointList } = spec.nodes
  const end = checkpointStart[node + 1]
  for (let i = checkpointStart[node]; i < end; i++) {
    if (spec.checkpoints.closedInMonth[checkpointList[i] * 12 + month] === 1) return false
  }
  return true
}

/** Whether a shipment dispatched on route r at the start of the day would find every leg and post open when it gets there. */
export function isRouteOpen(world: World, r: number): boolean {
  const { routes } = world
  if (routes.isGenerated[r] === 1 && world.slotActive[r] === 0) return false
  return world.routeFacts.seasonal[r] === 0 || findsAllOpen(world, routes, r, world.day)
}

/** Whether a shipment dispatched on the listed route r of a network at the start of a day of the run would find all open on its way. */
export function isOpenOn(spec: NetworkSpec, r: number, day: number): boolean {
  return findsAllOpen({ spec, month: 0, monthEnd: 0, nextMonthEnd: 0 }, spec.routes, r, day)
}

function findsAllOpen(season: Season, routes: RouteSpec, r: number, day: number): boolean {
  const { spec } = season
  const first = routes.start[r]
  const end = routes.end[r]
  let hour = day * 24
  if (!postsOpenInMonth(spec, routes.nodes[first + r], monthAtHour(season, hour))) return false
  for (let at = first; at < end; at++) {
    if (at > first) hour += spec.nodes.dwellHours[routes.nodes[at + r]]
    const hours = hoursTaken(spec, routes, at, monthAtHour(season, hour))
    if (hours === 0) return false
    hour += hours
    if (!postsOpenInMonth(spec, routes.nodes[at + r + 1], monthAtHour(season, hour))) return false
  }
  return true
}

/** Takes down, on the routes with parallel legs, which of them a shipment dispatched today would take, and how it would be carried. */
export function followLegs(world: World): void {
  const { routeFacts, routes } = world
  for (let r = 0; r < routeFacts.chooses.length; r++) {
    if (routeFacts.chooses[r] === 0) continue
    const turned = follow(world, r)
    routeFacts.turned[r] = turned ? 1 : 0
    if (turned && routes.hasOwnMode[r] === 0)
      routes.mode[r] = carriageOf(world.spec.legs, routes.legs.subarray(routes.start[r], routes.end[r]))
  }
}

/** Works out anew how loads are carried where a route names no mode: after lengths have changed. Replaces `world.routes`. */
export function carryAnew(world: World): void {
  const { routes, spec } = world
  const mode = routes.mode.slice()
  for (let r = 0; r < mode.length; r++) {
    const path = routes.legs.subarray(routes.start[r], routes.end[r])
    if (routes.hasOwnMode[r] === 0 && path.length > 0) mode[r] = carriageOf(spec.legs, path)
  }
  world.routes = { ...routes, mode }
}

/** True when some step of route r has another leg. Steps behind one that would be closed keep theirs. */
function follow(world: World, r: number): boolean {
  const { routes, spec } = world
  let hour = world.day * 24
  let turned = false
  for (let at = routes.start[r]; at < routes.end[r]; at++) {
    if (at > routes.start[r]) hour += spec.nodes.dwellHours[routes.nodes[at + r]]
    const month = monthAtHour(world, hour)
    const leg = legTaken(spec, routes, at, month)
    if (leg < 0) break
    if (leg !== routes.legs[at]) turned = true
    routes.legs[at] = leg
    hour += spec.legs.hoursByMonth[leg * 12 + month]
  }
  return turned
}

/**
 * Utility of candidate c in USD/kg for a dispatch today (model section 4): the expected value over the markets on the
 * way, each with the survival, freight, bribes and days up to it, less the price at the source. Writes down the sum of its absolute terms.
 */
export function candidateUtility(world: World, c: number): number {
  const { spec } = world
  const { candidates, legs, nodes, organisations, supplies } = spec
  const { routes } = world
  const supply = candidates.supply[c]
  const r = candidates.route[c]
  const o = supplies.organisation[supply]
  let commodity = supplies.commodity[supply]
  const meanKg = supplies.loadMeanKg[supply * MODE_COUNT + routes.mode[r]]
  const { convictionProbability, recruitmentCostUsd } = spec.assumptions
  const crewLoss = (recruitmentCostUsd * convictionProbability) / meanKg
  const holding = organisations.holdingCost[o]
  const aversion = organisations.riskAversion[o]
  const first = routes.start[r]
  const end = routes.end[r]

  const survivors = departing(spec, o, routes.mode[r])
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
    const lastPost = nodes.checkpointStart[node + 1]
    for (let i = nodes.checkpointStart[node]; i < lastPost; i++) {
      const k = nodes.checkpointList[i]
      const mode = legs.mode[leg]
      bribes += bribesAt(world, c, commodity, k, mode, survivors) / meanKg
      passPost(world, o, commodity, k, mode, survivors)
    }
    if (world.patrols.exist) loseExposed(survivors, false, patrolRisk(world, o, node))
    if (nodes.hasSite[node] === 1) {
      const site = siteAt(world, node, commodity, world.day)
      if (site >= 0) {
        commodity = spec.processing.output[site]
        yieldShare *= spec.processing.yieldShare[site]
      }
    }
    const last = at === end - 1
    if (at >= first && (last || isMarketFor(spec, commodity, node))) {
      const sold = last ? unsold : unsold * nodes.uptakeShare[node]
      const price = priceAt(world, commodity, node) * yieldShare
      const days = (hour - world.day * 24) / 24
      const survival = survivalOf(survivors)
      const loss = (1 - survival) * (crewLoss + aversion * price)
      const spent = freight + bribes + holding * days + loss
      utility += sold * (price * survival - spent)
      terms += sold * (price + spent)
      unsold -= sold
    }
    hour += nodes.dwellHours[node]
  }
  world.utilityTerms[c] = terms
  return utility
}

/** Whether a commodity is sold at a node: a market without a price for it is a place of transit. */
export function isMarketFor({ commodities, nodes }: ModelSpec, commodity: number, node: number): boolean {
  if (nodes.isMarket[node] === 0) return false
  return !Number.isNaN(commodities.priceUsdPerKg[commodity * nodes.ids.length + node])
}

/** Today's price of a commodity at a node in USD/kg; NaN where the scenario gives none. */
export function priceAt({ market, spec }: World, commodity: number, node: number): number {
  const cell = commodity * spec.nodes.ids.length + node
  return spec.commodities.priceUsdPerKg[cell] * market.factor[cell]
}

/** Whether organisation o loses nothing at checkpoint k: it is bought, or asks everyone for a bribe. */
function isSafe(world: World, o: number, k: number): boolean {
  return world.bought[o * world.spec.checkpoints.ids.length + k] === 1 || isAsker(world.spec, k)
}

/** Probability that a crossing without an honoured seal finds the load: what either bribe or seizure follows. */
function findProbability({ odds, spec }: World, commodity: number, k: number, mode: number): number {
  const cell = (commodity * spec.checkpoints.ids.length + k) * MODE_COUNT + mode
  return odds.inspected[k] * odds.found[cell]
}

/** True odds that a load without an honoured seal is lost at checkpoint k, bribes considered. */
export function trueLossAt(world: World, o: number, commodity: number, k: number, mode: number): number {
  const bribed = world.odds.bribed[o * world.spec.checkpoints.ids.length + k]
  return findProbability(world, commodity, k, mode) * (1 - bribed)
}

/** Takes from the survivors what organisation o expects to lose at checkpoint k: by the true odds, or by those of all its loads there. */
function passPost(
  world: World,
  o: number,
  commodity: number,
  k: number,
  mode: number,
  survivors: Survivors,
): void {
  if (isSafe(world, o, k)) return
  const { checkpoints, organisations } = world.spec
  const honoured = checkpoints.honoursSeals[k] === 1
  if (organisations.knowsTrueOdds[o] === 1)
    loseExposed(survivors, honoured, trueLossAt(world, o, commodity, k, mode))
  else loseAverage(survivors, honoured, world.perceived[o * checkpoints.ids.length + k])
}

/**
 * Bribes in USD that a load of candidate c, carrying the commodity, expects to pay at checkpoint k: what those pay who come so far and
 * are found.
 */
export function bribesAt(
  world: World,
  c: number,
  commodity: number,
  k: number,
  mode: number,
  survivors: Survivors,
): number {
  const { candidates, checkpoints, organisations } = world.spec
  const o = candidates.organisation[c]
  const row = o * checkpoints.ids.length + k
  if (world.bought[row] === 1) return 0
  if (isAsker(world.spec, k)) return (survivalOf(survivors) * world.askCents[c]) / 100
  const found = findProbability(world, commodity, k, mode) * world.odds.bribed[row]
  const exposed = exposedOf(survivors, checkpoints.honoursSeals[k] === 1)
  return exposed * found * organisations.bribeOfferUsd[o]
}

/** Probability of loss at checkpoint k as organisation o sees it, over all its loads that set out in a mode. */
export function lossAt(world: World, o: number, commodity: number, k: number, mode: number): number {
  const survivors = departing(world.spec, o, mode)
  passPost(world, o, commodity, k, mode, survivors)
  return 1 - survivalOf(survivors)
}

/** Probability of loss to a patrol at a node, as organisation o sees it: experience, or the policy's true frequencies. */
export function patrolRisk(world: World, o: number, node: number): number {
  const { patrols, spec } = world
  if (patrols.isPatrolled[node] === 0) return 0
  if (spec.organisations.knowsTrueOdds[o] === 0) return patrols.perceived[o * spec.nodes.ids.length + node]
  let survival = 1
  const { placeNode } = spec.teams
  for (let place = 0; place < placeNode.length; place++) {
    if (placeNode[place] !== node) continue
    survival *= 1 - patrols.presence[place] * spec.teams.placeDetection[place]
  }
  return 1 - survival
}

/** Whether a post takes part in the bribe market: it lets everyone pass who pays. */
export function isAsker(spec: ModelSpec, k: number): boolean {
  return spec.assumptions.bribeMarket === 'independent-posts' && spec.checkpoints.corruptionRate[k] > 0
}

/** Number of askers that a route crosses, posts passed twice counted twice. */
export function askersOn(world: World, r: number): number {
  const { nodes } = world.spec
  const { routes } = world
  let count = 0
  for (let at = routes.start[r] + r; at <= routes.end[r] + r; at++) {
    const node = routes.nodes[at]
    for (let i = nodes.checkpointStart[node]; i < nodes.checkpointStart[node + 1]; i++) {
      if (isAsker(world.spec, nodes.checkpointList[i])) count++
    }
  }
  return count
}
