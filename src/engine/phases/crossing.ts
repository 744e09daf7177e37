/** Crossing: what happens when a shipment arrives at the checkpoints of a place (model section 5). */
import { drawBlock, Purpose } from '../draw'
import { BRIBED, DETECTED, INSPECTED, PATROL_SEIZED, SEIZED } from '../events'
import { CANDIDATE, GRAMS, KEY_A, KEY_B, LEG, PROGRESS, SEALED_FLAG } from '../fleet'
import { commodityOf } from '../processing'
import { isAsker } from '../risk'
import { monthAtHour } from '../routes'
import { MODE_COUNT } from '../spec'
import { centsOf } from '../units'
import type { World } from '../world'
import { bookSeized, logFact, seize } from './seizure'

const HOURS_A_DAY = 24

/**
 * Hours until every checkpoint of a place is open to a shipment that waits at `hour`; 0 when it can cross at
 * once.
 */
export function hoursUntilOpen(world: World, node: number, hour: number): number {
  const { checkpoints, nodes } = world.spec
  const end = nodes.checkpointStart[node + 1]
  for (let i = nodes.checkpointStart[node]; i < end; i++) {
    const k = nodes.checkpointList[i]
    if (world.routeFacts.canClose[k] === 0) continue
    if (checkpoints.closedInMonth[k * 12 + monthAtHour(world, hour)] === 1) return HOURS_A_DAY
    const from = checkpoints.openFromHour[k]
    const until = checkpoints.openUntilHour[k]
    const clock = hour % HOURS_A_DAY
    const open = from < until ? clock >= from && clock < until : clock >= from || clock < until
    if (!open) return (from - clock + HOURS_A_DAY) % HOURS_A_DAY
  }
  return 0
}

/**
 * Takes the shipment at pool offset `at` past the checkpoints and patrols of the node at `step` of the route
 * legs; returns whether it is seized.
 */
export function crossCheckpoints(
  world: World,
  hour: number,
  at: number,
  step: number,
  node: number,
): boolean {
  const { fleet, patrols, routes } = world
  const { candidates, legs, nodes } = world.spec
  const candidate = fleet.pool[at + CANDIDATE]
  const organisation = candidates.organisation[candidate]
  const route = candidates.route[candidate]
  const isOrigin = step === routes.start[route]
  const mode = legs.mode[isOrigin ? routes.legs[step] : fleet.pool[at + LEG]]
  const passage = routes.passage[step + route] << 8
  const end = nodes.checkpointStart[node + 1]
  for (let i = nodes.checkpointStart[node]; i < end; i++) {
    const k = nodes.checkpointList[i]
    if (crossCheckpoint(world, hour, at, k, organisation, mode, Purpose.crossing | passage)) {
      seize(world, at, node, world.words[3] >>> 0 < world.odds.conviction)
      return true
    }
  }
  return patrols.exist && meetPatrol(world, hour, at, node, organisation, Purpose.patrol | passage)
}

/**
 * One checkpoint: inspection, detection, bribe; returns whether the shipment is seized. Whole on purpose: the
 * innermost loop.
 */
function crossCheckpoint(
  world: World,
  hour: number,
  at: number,
  k: number,
  organisation: number,
  mode: number,
  purpose: number,
): boolean {
  const { counters, fleet, log, odds, spec, words } = world
  const { pool } = fleet
  const { checkpoints } = spec
  const row = organisation * checkpoints.ids.length + k
  const honoured = (pool[at + PROGRESS] & SEALED_FLAG) !== 0 && checkpoints.honoursSeals[k] === 1
  counters.crossings[k]++
  if (world.tracksFlow) {
    // Organisations that know the odds know that a seal protects; others learn it with their experience.
    if (!honoured || spec.organisations.knowsTrueOdds[organisation] === 0) addFlow(world, row, at)
    // Waved through: nothing to learn from.
    if (world.bought[row] === 1) return false
  }
  if (isAsker(spec, k)) {
    payBribe(world, k, pool[at + CANDIDATE], world.askCents[pool[at + CANDIDATE]])
    return false
  }
  if (honoured || odds.inspect[k] === 0) {
    world.passed[row]++
    return false
  }
  const keyA = pool[at + KEY_A]
  const keyB = pool[at + KEY_B]
  drawBlock(words, world.key0, world.key1, purpose, checkpoints.keys[k], keyA, keyB)
  const inspected = words[0] >>> 0 < odds.inspect[k]
  const commodity = commodityOf(world, pool[at + CANDIDATE], pool[at + PROGRESS])
  const cell = (commodity * checkpoints.ids.length + k) * MODE_COUNT + mode
  const found = inspected && words[1] >>> 0 < odds.find[cell]
  const bribed = found && words[2] >>> 0 < odds.bribe[row]
  if (inspected) {
    counters.inspections[k]++
    if (log !== undefined) logFact(world, INSPECTED, hour, k, at)
  }
  if (found) {
    counters.detections[k]++
    if (log !== undefined) logFact(world, DETECTED, hour, k, at)
  }
  if (!found || bribed) {
    world.passed[row]++
    if (bribed) {
      const cents = centsOf(spec.organisations.bribeOfferUsd[organisation])
      payBribe(world, k, pool[at + CANDIDATE], cents)
      if (log !== undefined) logFact(world, BRIBED, hour, k, at)
    }
    return false
  }
  world.lost[row]++
  counters.seizures[k]++
  bookSeized(world, counters.checkpointSeizedGrams, k, at)
  if (log !== undefined) logFact(world, SEIZED, hour, k, at)
  return true
}

/** Counts the load at pool offset `at` in the flow of a row of organisation and checkpoint. */
function addFlow(world: World, row: number, at: number): void {
  const { pool } = world.fleet
  const carried = commodityOf(world, pool[at + CANDIDATE], pool[at + PROGRESS])
  const flow = row * world.spec.commodities.ids.length + carried
  world.flowGrams[flow] += pool[at + GRAMS]
}

/** A patrol: teams and operations at the node search together; returns whether the shipment is seized. */
function meetPatrol(
  world: World,
  hour: number,
  at: number,
  node: number,
  organisation: number,
  purpose: number,
): boolean {
  const { counters, fleet, log, patrols, spec, words } = world
  const { pool } = fleet
  if (patrols.isPatrolled[node] === 0) return false
  patrols.gramsToday[node] += pool[at + GRAMS]
  const row = organisation * spec.nodes.ids.length + node
  const threshold = patrols.threshold[node]
  if (threshold > 0) {
    const keyA = pool[at + KEY_A]
    const keyB = pool[at + KEY_B]
    drawBlock(words, world.key0, world.key1, purpose, spec.nodes.keys[node], keyA, keyB)
    if (words[0] >>> 0 < threshold) {
      patrols.lost[row]++
      counters.patrolSeizures[node]++
      bookSeized(world, counters.patrolSeizedGrams, node, at)
      if (log !== undefined) logFact(world, PATROL_SEIZED, hour, node, at)
      seize(world, at, node, words[3] >>> 0 < world.odds.conviction)
      return true
    }
  }
  patrols.passed[row]++
  return false
}

function payBribe(world: World, k: number, candidate: number, cents: number): void {
  const { counters } = world
  counters.bribeCents[candidate] += cents
  counters.checkpointBribeCents[k] += cents
}
