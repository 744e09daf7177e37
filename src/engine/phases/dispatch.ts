/** Dispatch: supply reaches the stock, and shipments with a load, a route and a crew leave the source. */
import { CAPACITY, CapacityError } from '../capacity'
import { drawBlock, Purpose, unitOf } from '../draw'
import {
  BORN_AT,
  CANDIDATE,
  DEPART_AT,
  GRAMS,
  KEY_A,
  KEY_B,
  LEG,
  NO_LEG,
  PROGRESS,
  reserve,
  SEALED_FLAG,
} from '../fleet'
import { exp, ln, normalQuantile } from '../math'
import { poissonAt } from '../poisson'
import { askersOn } from '../risk'
import { LOAD_KINDS, MODE_COUNT, type SupplySpec } from '../spec'
import { sealedShareIn } from '../survival'
import { CENTS_PER_USD, GRAMS_PER_KG, gramsOf, rounded } from '../units'
import type { World } from '../world'

const UNIFORM = LOAD_KINDS.indexOf('uniform')
const LOGNORMAL = LOAD_KINDS.indexOf('lognormal')
/** Grams of the largest load, below 2^31: a record holds them in a signed word. */
const MAX_LOAD_GRAMS = 2_000_000_000

/** Phase 4. */
export function dispatch(world: World): void {
  const { supplies } = world.spec
  for (let s = 0; s < supplies.organisation.length; s++) {
    const grams = supplyGrams(world, s)
    receive(world, s, grams)
    dispatchFrom(world, s, grams)
  }
}

function receive(world: World, s: number, supplied: number): void {
  const grams = rounded(supplied)
  const total = world.counters.suppliedGrams[s] + grams
  if (!(total <= CAPACITY.grams)) throw tooMuch(world, 'grams', s)
  world.stockGrams[s] += grams
  world.counters.suppliedGrams[s] = total
  world.replacedGrams[s] = 0
}

function tooMuch({ day, spec }: World, kind: keyof typeof CAPACITY, s: number): CapacityError {
  const { organisations, supplies } = spec
  return new CapacityError(kind, day, organisations.names[supplies.organisation[s]])
}

/**
 * Grams that reach the stock today: regular supply, growing daily, and what replaces yesterday's seizures.
 */
function supplyGrams(world: World, s: number): number {
  const { kgPerDay, yearlyGrowth } = world.spec.supplies
  const growth = yearlyGrowth[s]
  const factor = growth === 0 ? 1 : exp((ln(1 + growth) * world.day) / 365)
  return kgPerDay[s] * factor * GRAMS_PER_KG + world.replacedGrams[s]
}

/** Mean load of the supply's current route mix, in grams. */
function meanLoadGrams(world: World, s: number): number {
  const { candidates, supplies } = world.spec
  const { routes } = world
  let mean = 0
  for (let c = supplies.candidateStart[s]; c < supplies.candidateStart[s + 1]; c++) {
    const mode = routes.mode[candidates.route[c]]
    mean += world.choiceShare[c] * supplies.loadMeanKg[s * MODE_COUNT + mode] * GRAMS_PER_KG
  }
  return mean
}

function dispatchFrom(world: World, s: number, supplied: number): void {
  const { candidates, supplies } = world.spec
  const { routes } = world
  const { choiceThreshold, counters, fleet, key0, key1, words } = world
  const meanLoad = meanLoadGrams(world, s)
  if (meanLoad === 0) return
  const o = supplies.organisation[s]
  const key = supplies.keys[s]
  const count = shipmentsToday(world, s, supplied / meanLoad)
  const first = supplies.candidateStart[s]
  const market = world.spec.assumptions.bribeMarket !== 'none'
  const held = world.log === undefined ? 'shipments' : 'watched'
  const maxHeld = CAPACITY[held]

  for (let ordinal = 0; ordinal < count; ordinal++) {
    const stock = world.stockGrams[s]
    if (stock <= 0) return
    drawBlock(words, key0, key1, Purpose.shipment, key, world.day, ordinal)
    const keyA = words[0]
    const keyB = words[1]
    let candidate = first
    const choice = words[2] >>> 0
    while (choice >= choiceThreshold[candidate]) candidate++
    const mode = routes.mode[candidates.route[candidate]]
    const grams = Math.min(stock, loadGrams(supplies, s * MODE_COUNT + mode, unitOf(words[3])))
    if (market && declines(world, s, candidate, keyA, keyB)) continue
    if (fleet.count >= maxHeld) throw tooMuch(world, held, s)
    drawBlock(words, key0, key1, Purpose.departure, keyA, keyB, 0)
    const hour = world.day * 24 + Math.floor(unitOf(words[0]) * 24)
    const sealed = unitOf(words[1]) < sealedShareIn(world.spec, o, mode)

    const at = reserve(fleet, hour)
    const { pool } = fleet
    pool[at + CANDIDATE] = candidate
    pool[at + PROGRESS] = sealed ? SEALED_FLAG : 0
    pool[at + GRAMS] = grams
    pool[at + DEPART_AT] = hour
    pool[at + LEG] = NO_LEG
    pool[at + BORN_AT] = hour
    pool[at + KEY_A] = keyA
    pool[at + KEY_B] = keyB
    fleet.count++
    fleet.grams += grams
    world.stockGrams[s] = stock - grams
    world.crewsFree[o]--
    counters.dispatched[candidate]++
    counters.dispatchedGrams[candidate] += grams
  }
}

/** No Poisson count lies this many standard deviations below its mean: the chance is under 1e-300. */
const CERTAIN = 40

/** Number of shipments that supply s may send today at a rate: each takes a crew and at least a gram. */
function shipmentsToday(world: World, s: number, rate: number): number {
  const { crewsFree, key0, key1, spec, stockGrams, words } = world
  const { keys, organisation } = spec.supplies
  const max = Math.min(crewsFree[organisation[s]], stockGrams[s])
  if (rate - CERTAIN * Math.sqrt(rate) > max) return max
  const key = keys[s]
  return Math.min(max, poissonAt(words, key0, key1, Purpose.dispatchCount, key, world.day, rate))
}

/**
 * In the bribe market: whether the trip is worth less than all bribes on the way; the load then stays in
 * stock.
 */
function declines(world: World, s: number, candidate: number, keyA: number, keyB: number): boolean {
  const askers = askersOn(world, world.spec.candidates.route[candidate])
  drawBlock(world.words, world.key0, world.key1, Purpose.tripValue, keyA, keyB, 0)
  const valueCents = unitOf(world.words[0]) * world.spec.assumptions.tripValueUsd * CENTS_PER_USD
  if (valueCents >= askers * world.askCents[candidate]) return false
  world.counters.declined[s]++
  return true
}

/** Load of one shipment in whole grams, at least 1, from a uniform number in (0, 1). */
function loadGrams(supplies: SupplySpec, row: number, u: number): number {
  const a = supplies.loadA[row]
  const b = supplies.loadB[row]
  const kind = supplies.loadKind[row]
  let kg = a
  if (kind === UNIFORM) kg = a + (b - a) * u
  else if (kind === LOGNORMAL) {
    const variance = ln(1 + b * b)
    kg = a * exp(Math.sqrt(variance) * normalQuantile(u) - variance / 2)
  }
  return Math.max(1, Math.min(MAX_LOAD_GRAMS, gramsOf(kg)))
}
