/**
 * Replanning: organisations look for the cheapest paths under the risks they perceive (the balloon effect).
 */
import { slotsFor, writeRoute } from '../foundRoutes'
import { ln } from '../math'
import { legTaken } from '../parallel'
import { type CostGraph, cheapestPaths, outgoing } from '../paths'
import { isMarketFor, priceAt } from '../prices'
import { bribesAt, lossAt, patrolRisk } from '../risk'
import { routeFactsOf } from '../routes'
import { rekeyCandidates } from '../series'
import { MODE_COUNT } from '../spec'
import { departing } from '../survival'
import { rounded } from '../units'
import type { World } from '../world'

/** A certain loss costs this many times what is lost: more than any uncertain one, yet finite. */
const CERTAIN_LOSS = 1_000

/**
 * Part of phase 3: fills the slots of generated routes when a search is due; returns whether routes changed.
 */
export function replan(world: World): boolean {
  const { organisations, supplies } = world.spec
  let changed = false
  for (let s = 0; s < supplies.organisation.length; s++) {
    const o = supplies.organisation[s]
    const count = organisations.generatedCount[o]
    if (world.day % organisations.replanDays[o] !== 0) continue
    if (planFor(world, s, count)) changed = true
  }
  if (changed) {
    world.routeFacts = routeFactsOf(world.spec, world.routes)
    rekeyCandidates(world)
  }
  return changed
}

/** Finds at most `count` routes for supply s; returns false when it had none and may have none. */
function planFor(world: World, s: number, count: number): boolean {
  const { candidates, supplies } = world.spec
  const { routes, slotActive } = world
  const first = supplies.candidateStart[s]
  const end = supplies.candidateStart[s + 1]
  const own = Array.from({ length: end - first }, (_, i) => first + i)
  const slots = own.filter((c) => routes.isGenerated[candidates.route[c]] === 1)
  const [anySlot] = slots
  if (anySlot === undefined) return false
  if (count === 0 && slots.every((c) => slotActive[candidates.route[c]] === 0)) return false
  const source = supplies.source[s]
  const paths = count === 0 ? [] : cheapestPaths(costGraphOf(world, s, anySlot), source, count)
  // Of two candidates on the same legs, the listed one wins: it comes first.
  const known = new Map(own.toReversed().map((c) => [legsNow(world, candidates.route[c]), c]))
  for (const c of slots) slotActive[candidates.route[c]] = 0
  // Paths in use already keep their slots; only then may others take what is left.
  const unknown = paths.filter(({ legs }) => {
    const same = known.get(legs.join(' '))
    if (same === undefined) return true
    if (slots.includes(same)) slotActive[candidates.route[same]] = 1
    return false
  })
  // Slots for a higher count under a coming regime stay empty until then.
  const room = slots.slice(0, slotsFor(count))
  for (const { legs } of unknown) {
    const free = room.find((c) => slotActive[candidates.route[c]] === 0 && inFlight(world, c) === 0)
    if (free === undefined || legs.length === 0) continue
    writeRoute(world, candidates.route[free], legs)
    slotActive[candidates.route[free]] = 1
  }
  return true
}

/** Legs that route r takes in this month, joined as a name. */
function legsNow({ month, routes, spec }: World, r: number): string {
  const legs: number[] = []
  const end = routes.end[r]
  for (let at = routes.start[r]; at < end; at++) legs.push(legTaken(spec, routes, at, month))
  return legs.join(' ')
}

/** Shipments of a candidate that are under way. */
function inFlight({ counters }: World, c: number): number {
  return counters.dispatched[c] - counters.delivered[c] - counters.seized[c]
}

/** Perceived cost of every leg (freight, time, bribes, risk on arrival) and of ending at every market. */
function costGraphOf(world: World, s: number, candidate: number): CostGraph {
  const { legs, nodes, supplies } = world.spec
  const commodity = supplies.commodity[s]
  const nodeCount = nodes.ids.length
  const exit = new Float64Array(nodeCount)
  let best = 0
  for (let node = 0; node < nodeCount; node++) {
    const price = isMarketFor(world.spec, commodity, node) ? priceAt(world, commodity, node) : Number.NaN
    exit[node] = price
    if (price > best) best = price
  }
  for (let node = 0; node < nodeCount; node++) {
    const price = exit[node]
    exit[node] = Number.isNaN(price) ? Number.POSITIVE_INFINITY : best - price
  }
  const cost = new Float64Array(legs.ids.length)
  for (let leg = 0; leg < cost.length; leg++) cost[leg] = legCost(world, s, candidate, leg, best)
  const unit = costUnit(best)
  for (const costs of [cost, exit]) for (let i = 0; i < costs.length; i++) costs[i] = rounded(costs[i] / unit)
  return { ...outgoing(nodeCount, legs.from), from: legs.from, to: legs.to, cost, exit }
}

/**
 * The unit in which costs are counted, in USD/kg, when a kilogram is worth `best`: the power of ten that
 * makes `best` 10^10 to 10^11. Sums of whole numbers do not depend on their order, so that equal paths tie.
 */
function costUnit(best: number): number {
  let unit = 1e-10
  while (unit * 1e11 <= best) unit *= 10
  while (unit * 1e10 > best && unit > 1e-20) unit /= 10
  return unit
}

/**
 * Cost of one leg in USD/kg when a kilogram is worth `best` at the end; Infinity when the leg or a checkpoint
 * at its end is closed this month, or a parallel leg is taken instead.
 */
function legCost(world: World, s: number, candidate: number, leg: number, best: number): number {
  const { checkpoints, legs, nodes, organisations, parallel, supplies } = world.spec
  const set = parallel.ofLeg[leg]
  if (set >= 0 && parallel.taken[set * 12 + world.month] !== leg) return Number.POSITIVE_INFINITY
  const hours = legs.hoursByMonth[leg * 12 + world.month]
  if (hours === 0) return Number.POSITIVE_INFINITY
  const o = supplies.organisation[s]
  const commodity = supplies.commodity[s]
  const node = legs.to[leg]
  const mode = legs.mode[leg]
  const meanKg = supplies.loadMeanKg[s * MODE_COUNT + mode]
  let total = legs.freightUsdPerKg[leg] + (organisations.holdingCost[o] * hours) / 24
  const all = departing(world.spec, o, mode)
  const end = nodes.checkpointStart[node + 1]
  for (let i = nodes.checkpointStart[node]; i < end; i++) {
    const k = nodes.checkpointList[i]
    if (checkpoints.closedInMonth[k * 12 + world.month] === 1) return Number.POSITIVE_INFINITY
    total += bribesAt(world, candidate, commodity, k, mode, all) / meanKg
    total += riskCost(lossAt(world, o, commodity, k, mode), best)
  }
  return world.patrols.exist ? total + riskCost(patrolRisk(world, o, node), best) : total
}

/** Additive cost of surviving with probability 1 - q when a kilogram is worth `value`. */
function riskCost(q: number, value: number): number {
  return (q >= 1 ? CERTAIN_LOSS : -ln(1 - q)) * value
}
