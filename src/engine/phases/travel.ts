/**
 * Travel: hour by hour, shipments arrive, cross the checkpoints of the place, are sold at markets or go on to
 * the next leg.
 */
import { drawBlock, Purpose, thresholdOf } from '../draw'
import { DELIVERED, DEPARTED, pushEvent } from '../events'
import {
  BORN_AT,
  CANDIDATE,
  CHUNK_WORDS,
  clearBucket,
  DEPART_AT,
  type Fleet,
  GRAMS,
  KEY_A,
  KEY_B,
  LEG,
  PLACE_MASK,
  PROCESSED_SHIFT,
  PROGRESS,
  RECORD_SHIFT,
  reserve,
  WAITING_FLAG,
} from '../fleet'
import { expectsOperation } from '../operations'
import { isMarketFor } from '../prices'
import { commodityOf, siteAt } from '../processing'
import { monthAtHour } from '../routes'
import type { World } from '../world'
import { crossCheckpoints, hoursUntilOpen } from './crossing'
import { releaseCrew } from './justice'

const RECORD_WORDS = 1 << RECORD_SHIFT
const WAIT_HOURS = 24

/**
 * Phase 5. Arrivals of one hour commute: what happens to a shipment depends on its own draws and on the state
 * of the morning, and every total is a sum of whole numbers. They are taken in bucket order.
 */
export function travel(world: World): void {
  const { fleet } = world
  for (let hour = world.day * 24; hour < (world.day + 1) * 24; hour++) {
    const bucket = hour & fleet.hourMask
    let chunk = fleet.firstChunk[bucket]
    while (chunk >= 0) {
      const words = chunk === fleet.lastChunk[bucket] ? fleet.lastWords[bucket] : CHUNK_WORDS
      arrivals(world, hour, chunk * CHUNK_WORDS, chunk * CHUNK_WORDS + words)
      chunk = fleet.nextChunk[chunk]
    }
    clearBucket(fleet, bucket)
  }
}

/**
 * Handles the records between two pool offsets, all due at `hour`. Whole on purpose: the hot loop of a run.
 */
function arrivals(world: World, hour: number, from: number, to: number): void {
  const { alert, fleet, counters, log, month, routes, spec } = world
  const { checkpointStart, dwellHours, hasSite, isMarket } = spec.nodes
  const { hoursByMonth } = spec.legs
  const { taken } = spec.parallel
  const { start, end, legs, nodes, parallel } = routes
  const { route: routeOf, commodity: commodityAtSource } = spec.candidates
  const { arrivedGrams, legShipments, legGrams } = counters
  const { exist: patrolled, isPatrolled } = world.patrols
  const commodities = spec.commodities.ids.length
  const dayEnd = (world.day + 1) * 24

  for (let at = from; at < to; at += RECORD_WORDS) {
    const pool = fleet.pool
    const candidate = pool[at + CANDIDATE]
    let progress = pool[at + PROGRESS]
    let grams = pool[at + GRAMS]
    const route = routeOf[candidate]
    const place = progress & PLACE_MASK
    const step = start[route] + place
    const node = nodes[step + route]
    let departAt = hour

    if ((progress & WAITING_FLAG) === 0) {
      const guarded =
        checkpointStart[node] < checkpointStart[node + 1] || (patrolled && isPatrolled[node] === 1)
      if (guarded) {
        const wait = hoursUntilOpen(world, node, hour)
        if (wait > 0) {
          move(fleet, at, hour + wait, progress, pool[at + DEPART_AT], pool[at + LEG])
          continue
        }
      }
      if (place > 0) {
        const processed = progress >>> PROCESSED_SHIFT
        const commodity = processed > 0 ? processed - 1 : commodityAtSource[candidate]
        const cell = pool[at + LEG] * commodities + commodity
        arrivedGrams[cell] += grams
        departAt += dwellHours[node]
      }
      if (guarded && crossCheckpoints(world, hour, at, step, node)) continue
      if (hasSite[node] === 1) {
        process(world, at, node)
        progress = pool[at + PROGRESS]
        grams = pool[at + GRAMS]
      }
      if (place > 0) {
        const isLast = step === end[route]
        if (isLast || (isMarket[node] === 1 && isSold(world, node, step + route, at))) {
          deliver(world, hour, at, node)
          continue
        }
      }
    }

    const leavesIn = departAt < dayEnd ? month : monthAtHour(world, departAt)
    const set = parallel[step]
    const leg = set < 0 ? legs[step] : taken[set * 12 + leavesIn]
    const hours = leg < 0 ? 0 : hoursByMonth[leg * 12 + leavesIn]
    if (hours === 0 || (alert && mustHold(world, candidate, nodes[step + route + 1], departAt + hours))) {
      move(fleet, at, departAt + WAIT_HOURS, progress | WAITING_FLAG, departAt, pool[at + LEG])
      continue
    }
    legShipments[leg]++
    legGrams[leg] += grams
    move(fleet, at, departAt + hours, (progress & ~WAITING_FLAG) + 1, departAt, leg)
    if (log !== undefined) {
      const [keyA, keyB] = [pool[at + KEY_A], pool[at + KEY_B]]
      pushEvent(log, DEPARTED, departAt, departAt + hours, leg, candidate, grams, keyA, keyB)
    }
  }
}

/** Copies a record to the bucket of `arriveAt`. */
function move(
  fleet: Fleet,
  from: number,
  arriveAt: number,
  progress: number,
  departAt: number,
  leg: number,
): void {
  const to = reserve(fleet, arriveAt)
  const { pool } = fleet
  pool[to + CANDIDATE] = pool[from + CANDIDATE]
  pool[to + PROGRESS] = progress
  pool[to + GRAMS] = pool[from + GRAMS]
  pool[to + DEPART_AT] = departAt
  pool[to + LEG] = leg
  pool[to + BORN_AT] = pool[from + BORN_AT]
  pool[to + KEY_A] = pool[from + KEY_A]
  pool[to + KEY_B] = pool[from + KEY_B]
}

/** Whether the shipment at pool offset `at` is sold at a market on its way. */
function isSold(world: World, node: number, routePlace: number, at: number): boolean {
  const { pool } = world.fleet
  const commodity = commodityOf(world, pool[at + CANDIDATE], pool[at + PROGRESS])
  if (!isMarketFor(world.spec, commodity, node)) return false
  const uptake = world.spec.nodes.uptakeShare[node]
  if (uptake >= 1) return true
  const passage = world.routes.passage[routePlace]
  drawBlock(
    world.words,
    world.key0,
    world.key1,
    Purpose.sale | (passage << 8),
    world.spec.nodes.keys[node],
    pool[at + KEY_A],
    pool[at + KEY_B],
  )
  return world.words[0] >>> 0 < thresholdOf(uptake)
}

/** Turns the load into the output of the site at a node, if there is one that works today and takes it. */
function process(world: World, at: number, node: number): void {
  const { counters, fleet, spec } = world
  const { pool } = fleet
  const candidate = pool[at + CANDIDATE]
  const progress = pool[at + PROGRESS]
  const site = siteAt(world, node, commodityOf(world, candidate, progress), world.day)
  if (site < 0) return
  const grams = pool[at + GRAMS]
  const left = Math.max(1, Math.floor(grams * spec.processing.yieldShare[site]))
  pool[at + GRAMS] = left
  pool[at + PROGRESS] =
    (progress & ((1 << PROCESSED_SHIFT) - 1)) | ((spec.processing.output[site] + 1) << PROCESSED_SHIFT)
  fleet.grams -= grams - left
  counters.processedLossGrams[candidate] += grams - left
}

/** Whether the organisation of a shipment expects an operation where and when it would arrive. */
function mustHold(world: World, candidate: number, node: number, arriveAt: number): boolean {
  const { candidates } = world.spec
  const organisation = candidates.organisation[candidate]
  return expectsOperation(world, organisation, node, Math.floor(arriveAt / 24))
}

function deliver(world: World, hour: number, at: number, node: number): void {
  const { counters, fleet, log, spec } = world
  const { pool } = fleet
  const candidate = pool[at + CANDIDATE]
  const grams = pool[at + GRAMS]
  const hours = hour - pool[at + BORN_AT]
  const commodity = commodityOf(world, candidate, pool[at + PROGRESS])
  const market = node * spec.commodities.ids.length + commodity
  const organisation = spec.candidates.organisation[candidate]
  fleet.count--
  fleet.grams -= grams
  counters.delivered[candidate]++
  counters.deliveredGrams[candidate] += grams
  counters.transitHours[candidate] += hours
  counters.marketGrams[market] += grams
  releaseCrew(world, organisation, 1 + spec.organisations.returnDays[organisation])
  if (log === undefined) return
  pushEvent(log, DELIVERED, hour, hour, node, candidate, grams, pool[at + KEY_A], pool[at + KEY_B])
}
