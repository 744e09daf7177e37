/** Crossing: what happens when a shipment arrives at the checkpoints of a place (model section 5). */
import { drawBlock, Purpose } from '../draw'
import { BRIBED, DETECTED, INSPECTED, pushEvent, SEIZED } from '../events'
import { CANDIDATE, GRAMS, KEY_A, KEY_B, PLACE_MASK, PROGRESS, SEALED_FLAG } from '../fleet'
import { monthAtHour } from '../routes'
import { MODE_COUNT } from '../spec'
import type { World } from '../world'
import { arrestCrew } from './justice'

const HOURS_A_DAY = 24

/** Hours until every post of a place is open to a shipment that is there at `hour`; 0 when it can cross at once. */
export function hoursUntilOpen(world: World, node: number, hour: number): number {
  const { checkpoints, nodes } = world.spec
  const end = nodes.checkpointStart[node + 1] as number
  for (let i = nodes.checkpointStart[node] as number; i < end; i++) {
    const k = nodes.checkpointList[i] as number
    if (world.routeFacts.canClose[k] === 0) continue
    if (checkpoints.closedInMonth[k * 12 + monthAtHour(world, hour)] === 1) return HOURS_A_DAY
    const from = checkpoints.openFromHour[k] as number
    const until = checkpoints.openUntilHour[k] as number
    const clock = hour % HOURS_A_DAY
    const open = from < until ? clock >= from && clock < until : clock >= from || clock < until
    if (!open) return (from - clock + HOURS_A_DAY) % HOURS_A_DAY
  }
  return 0
}

/** Takes the shipment at pool offset `at` through the posts of its place in the order of their ids; true when it is seized. */
export function crossPosts(world: World, hour: number, at: number): boolean {
  const { pool } = world.fleet
  const { candidates, checkpoints, legs, nodes, routes, supplies } = world.spec
  const { counters, log, odds, words } = world
  const candidate = pool[at + CANDIDATE] as number
  const progress = pool[at + PROGRESS] as number
  const grams = pool[at + GRAMS] as number
  const keyA = pool[at + KEY_A] as number
  const keyB = pool[at + KEY_B] as number
  const supply = candidates.supply[candidate] as number
  const organisation = supplies.organisation[supply] as number
  const route = candidates.route[candidate] as number
  const place = progress & PLACE_MASK
  const step = (routes.start[route] as number) + place
  const node = routes.nodes[step + route] as number
  const end = nodes.checkpointStart[node + 1] as number
  const mode = legs.mode[routes.legs[place === 0 ? step : step - 1] as number] as number
  const purpose = Purpose.crossing | ((routes.passage[step + route] as number) << 8)
  const count = checkpoints.ids.length

  for (let i = nodes.checkpointStart[node] as number; i < end; i++) {
    const k = nodes.checkpointList[i] as number
    const row = organisation * count + k
    counters.crossings[k] = (counters.crossings[k] as number) + 1
    const honoured = (progress & SEALED_FLAG) !== 0 && checkpoints.honoursSeals[k] === 1
    if (honoured || odds.inspect[k] === 0) {
      world.passed[row] = (world.passed[row] as number) + 1
      continue
    }
    drawBlock(words, world.key0, world.key1, purpose, checkpoints.keys[k] as number, keyA, keyB)
    let seized = false
    if ((words[0] as number) >>> 0 < (odds.inspect[k] as number)) {
      counters.inspections[k] = (counters.inspections[k] as number) + 1
      if (log !== undefined) pushEvent(log, INSPECTED, hour, hour, k, candidate, grams, keyA, keyB)
      if ((words[1] as number) >>> 0 < (odds.find[k * MODE_COUNT + mode] as number)) {
        counters.detections[k] = (counters.detections[k] as number) + 1
        if (log !== undefined) pushEvent(log, DETECTED, hour, hour, k, candidate, grams, keyA, keyB)
        seized = (words[2] as number) >>> 0 >= (odds.bribe[row] as number)
        if (!seized) {
          payBribe(world, k, candidate, organisation)
          if (log !== undefined) pushEvent(log, BRIBED, hour, hour, k, candidate, grams, keyA, keyB)
        }
      }
    }
    if (!seized) {
      world.passed[row] = (world.passed[row] as number) + 1
      continue
    }
    world.lost[row] = (world.lost[row] as number) + 1
    counters.seizures[k] = (counters.seizures[k] as number) + 1
    counters.seized[candidate] = (counters.seized[candidate] as number) + 1
    counters.seizedGrams[candidate] = (counters.seizedGrams[candidate] as number) + grams
    const cell = k * world.spec.commodities.ids.length + (supplies.commodity[supply] as number)
    counters.checkpointSeizedGrams[cell] = (counters.checkpointSeizedGrams[cell] as number) + grams
    arrestCrew(world, organisation, (words[3] as number) >>> 0 < odds.conviction)
    if (log !== undefined) pushEvent(log, SEIZED, hour, hour, k, candidate, grams, keyA, keyB)
    return true
  }
  return false
}

function payBribe(world: World, k: number, candidate: number, organisation: number): void {
  const { counters, spec } = world
  const cents = Math.floor((spec.organisations.bribeOfferUsd[organisation] as number) * 100 + 0.5)
  counters.bribeCents[candidate] = (counters.bribeCents[candidate] as number) + cents
  counters.checkpointBribeCents[k] = (counters.checkpointBribeCents[k] as number) + cents
}
