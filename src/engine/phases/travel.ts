/** Travel: hour by hour, shipments arrive, cross the posts of the place, are sold at markets or go on to the next leg. */
import { drawBlock, Purpose, thresholdOf } from '../draw'
import { DELIVERED, DEPARTED, pushEvent } from '../events'
import {
  ARRIVE_AT,
  BORN_AT,
  CANDIDATE,
  CHUNK_WORDS,
  clearBucket,
  DEPART_AT,
  GRAMS,
  KEY_A,
  KEY_B,
  PLACE_MASK,
  PROGRESS,
  RECORD_SHIFT,
  reserve,
  SEALED_FLAG,
  WAITING_FLAG,
} from '../fleet'
import { monthAtHour } from '../routes'
import type { World } from '../world'
import { crossPosts, hoursUntilOpen } from './crossing'
import { releaseCrew } from './justice'

const RECORD_WORDS = 1 << RECORD_SHIFT
const WAIT_HOURS = 24

/**
 * Phase 5. Arrivals of one hour commute: what happens to a shipment depends on its own draws and on the state of the
 * morning, and every total is a sum of whole numbers. They are taken in bucket order.
 */
export function travel(world: World): void {
  const { fleet } = world
  for (let hour = world.day * 24; hour < (world.day + 1) * 24; hour++) {
    const bucket = hour & fleet.hourMask
    let chunk = fleet.firstChunk[bucket] as number
    while (chunk >= 0) {
      const words = chunk === fleet.lastChunk[bucket] ? (fleet.lastWords[bucket] as number) : CHUNK_WORDS
      arrivals(world, hour, chunk * CHUNK_WORDS, chunk * CHUNK_WORDS + words)
      chunk = fleet.nextChunk[chunk] as number
    }
    clearBucket(fleet, bucket)
  }
}

/** Handles the records between two pool offsets, all due at `hour`. */
function arrivals(world: World, hour: number, from: number, to: number): void {
  const { fleet, counters, log, spec } = world
  const { checkpointStart, dwellHours, isMarket } = spec.nodes
  const { hoursByMonth } = spec.legs
  const { start, end, legs, nodes } = spec.routes
  const routeOf = spec.candidates.route
  const { legShipments, legGrams } = counters
  const dayEnd = (world.day + 1) * 24

  for (let at = from; at < to; at += RECORD_WORDS) {
    const pool = fleet.pool
    const candidate = pool[at + CANDIDATE] as number
    const progress = pool[at + PROGRESS] as number
    const grams = pool[at + GRAMS] as number
    const keyA = pool[at + KEY_A] as number
    const keyB = pool[at + KEY_B] as number
    const route = routeOf[candidate] as number
    const place = progress & PLACE_MASK
    const first = start[route] as number
    const step = first + place
    const node = nodes[step + route] as number
    const last = step === (end[route] as number)
    let departAt = hour

    if ((progress & WAITING_FLAG) === 0) {
      if ((checkpointStart[node] as number) < (checkpointStart[node + 1] as number)) {
        const wait = hoursUntilOpen(world, node, hour)
        if (wait > 0) {
          move(world, at, hour + wait, progress, pool[at + DEPART_AT] as number)
          continue
        }
        if (crossPosts(world, hour, at)) {
          fleet.count--
          fleet.grams -= grams
          continue
        }
      }
      if (place > 0 && (last || (isMarket[node] === 1 && isSold(world, node, step + route, keyA, keyB)))) {
        deliver(world, node, candidate, grams, hour - (pool[at + BORN_AT] as number))
        if (log !== undefined) pushEvent(log, DELIVERED, hour, hour, node, candidate, grams, keyA, keyB)
        continue
      }
      departAt = hour + (place > 0 ? (dwellHours[node] as number) : 0)
    }

    const leg = legs[step] as number
    const month = departAt < dayEnd ? world.month : monthAtHour(world, departAt)
    const hours = hoursByMonth[leg * 12 + month] as number
    if (hours === 0) {
      move(world, at, departAt + WAIT_HOURS, progress | WAITING_FLAG, departAt)
      continue
    }
    legShipments[leg] = (legShipments[leg] as number) + 1
    legGrams[leg] = (legGrams[leg] as number) + grams
    move(world, at, departAt + hours, (progress & SEALED_FLAG) | (place + 1), departAt)
    if (log !== undefined)
      pushEvent(log, DEPARTED, departAt, departAt + hours, leg, candidate, grams, keyA, keyB)
  }
}

/** Copies a record to the bucket of `arriveAt`. */
function move(world: World, from: number, arriveAt: number, progress: number, departAt: number): void {
  const { fleet } = world
  const to = reserve(fleet, arriveAt)
  const { pool } = fleet
  pool[to + CANDIDATE] = pool[from + CANDIDATE] as number
  pool[to + PROGRESS] = progress
  pool[to + GRAMS] = pool[from + GRAMS] as number
  pool[to + DEPART_AT] = departAt
  pool[to + ARRIVE_AT] = arriveAt
  pool[to + BORN_AT] = pool[from + BORN_AT] as number
  pool[to + KEY_A] = pool[from + KEY_A] as number
  pool[to + KEY_B] = pool[from + KEY_B] as number
}

/** Whether a shipment is sold at a market on its way. */
function isSold(world: World, node: number, routePlace: number, keyA: number, keyB: number): boolean {
  const uptake = world.spec.nodes.uptakeShare[node] as number
  if (uptake >= 1) return true
  const passage = world.spec.routes.passage[routePlace] as number
  drawBlock(
    world.words,
    world.key0,
    world.key1,
    Purpose.sale | (passage << 8),
    world.spec.nodes.keys[node] as number,
    keyA,
    keyB,
  )
  return (world.words[0] as number) >>> 0 < thresholdOf(uptake)
}

function deliver(world: World, node: number, candidate: number, grams: number, hours: number): void {
  const { counters, fleet, spec } = world
  const supply = spec.candidates.supply[candidate] as number
  const market = node * spec.commodities.ids.length + (spec.supplies.commodity[supply] as number)
  const organisation = spec.supplies.organisation[supply] as number
  fleet.count--
  fleet.grams -= grams
  counters.delivered[candidate] = (counters.delivered[candidate] as number) + 1
  counters.deliveredGrams[candidate] = (counters.deliveredGrams[candidate] as number) + grams
  counters.transitHours[candidate] = (counters.transitHours[candidate] as number) + hours
  counters.marketGrams[market] = (counters.marketGrams[market] as number) + grams
  releaseCrew(world, organisation, 1 + (spec.organisations.returnDays[organisation] as number))
}
