/** Digests: 128-bit fingerprints of what happened in a run and of all that it reports. Tests of equality, not cryptographic hashes. */
import { BY_CANDIDATE, type Counters } from './counters'
import { keyOf } from './draw'
import {
  BORN_AT,
  CANDIDATE,
  DEPART_AT,
  forEachRecord,
  GRAMS,
  KEY_A,
  KEY_B,
  LEG,
  NO_LEG,
  PROGRESS,
} from './fleet'
import { hexOf } from './hex'
import { parametersKeyOf } from './parameters'
import { Row } from './row'
import { addSeries } from './series'
import { MARKET_DAYS, type World } from './world'

const word = new Int32Array(4)
const row = new Row()
const sum = new Int32Array(4)

const perCandidate: ReadonlySet<keyof Counters> = new Set(BY_CANDIDATE)

/** Kinds of row; appended, never changed. */
const Kind = {
  shipment: 6,
  belief: 7,
  crews: 8,
  text: 9,
  patrolBelief: 12,
  candidate: 14,
  foundRoute: 15,
  supply: 16,
  flow: 17,
  crewReturns: 18,
  market: 19,
  teamPlace: 20,
  patrolledToday: 21,
  counter: 22,
} as const

/** Adds the day's series, and the parameters that held on it, to the running hashes. */
export function chainDay(world: World): void {
  sum.fill(0)
  addSeries(sum, world)
  const { chain, history } = world
  row.begin(world.day, chain[0], chain[1]).integers(chain[2], chain[3])
  row.integers(sum[0], sum[1]).integers(sum[2], sum[3])
  chain.fill(0)
  row.into(chain)
  addWords(row.begin(world.day, 0, 0), history)
  addWords(row, parametersKeyOf(world.spec))
  history.fill(0)
  row.into(history)
}

function addWords(to: Row, words: Int32Array): void {
  to.integers(words[0], words[1]).integers(words[2], words[3])
}

/**
 * Fingerprint of the run so far and of all that it reports, 32 hex digits: its flows, every counter, and the parameters that held on each
 * day. Every measure is made of these, so that two runs of one digest have the same measures.
 */
export function digest(world: World): string {
  const flows = flowWords(world)
  sum.fill(0)
  addCounters(world)
  addWords(row.begin(world.day, 0, 0), flows)
  addWords(row, sum)
  addWords(row, world.history)
  addWords(row, parametersKeyOf(world.spec))
  word.fill(0)
  row.into(word)
  return hexOf(word)
}

/**
 * Fingerprint of what happened in the run so far, 32 hex digits: all daily series and all state that later days depend on. Rows are keyed
 * by what entities are called, and what no shipment has met has none: a parameter that nothing has met leaves it the same.
 */
export function flowDigest(world: World): string {
  return hexOf(flowWords(world))
}

function flowWords(world: World): Int32Array {
  sum.fill(0)
  addShipments(world)
  addCandidates(world)
  addFoundRoutes(world)
  addSupplies(world)
  addPosts(world)
  addCrews(world)
  addMarkets(world)
  if (world.patrols.exist) addPatrols(world)
  const { chain } = world
  row.begin(world.day, chain[0], chain[1]).integers(chain[2], chain[3])
  row.integers(sum[0], sum[1]).integers(sum[2], sum[3])
  const words = new Int32Array(4)
  row.into(words)
  return words
}

/** All counters: those of candidates by supply and route, as room for routes still to be found moves their places; all others by place. */
function addCounters({ counters, plan }: World): void {
  const { candidates, routes, supplies } = plan
  for (let c = 0; c < candidates.route.length; c++) {
    if (isUnused(counters, c)) continue
    const supply = supplies.keys[candidates.supply[c]]
    row.begin(Kind.counter, supply, routes.keys[candidates.route[c]])
    for (const name of BY_CANDIDATE) row.real(counters[name][c])
    row.into(sum)
  }
  for (const name of Object.keys(counters) as (keyof Counters)[]) {
    if (perCandidate.has(name)) continue
    const column = counters[name]
    row.begin(Kind.counter, keyOf(name), 0)
    for (let i = 0; i < column.length; i++) if (column[i] !== 0) row.integers(i, 0).real(column[i])
    row.into(sum)
  }
}

function isUnused(counters: Counters, c: number): boolean {
  for (const name of BY_CANDIDATE) if (counters[name][c] !== 0) return false
  return true
}

function addShipments({ day, fleet, routes, spec }: World): void {
  const { pool } = fleet
  forEachRecord(fleet, day * 24, (at, arriveAt) => {
    const route = routes.keys[spec.candidates.route[pool[at + CANDIDATE]]]
    row.begin(Kind.shipment, pool[at + KEY_A], pool[at + KEY_B])
    row.integers(route, pool[at + PROGRESS])
    row.integers(pool[at + GRAMS], pool[at + DEPART_AT])
    row.integers(arriveAt, pool[at + BORN_AT])
    const leg = pool[at + LEG]
    row.integers(leg === NO_LEG ? 0 : spec.legs.keys[leg], 0).into(sum)
  })
}

/** What choice rests on, for candidates that somebody has used: a post on a route that nobody takes does not show. */
function addCandidates(world: World): void {
  const { routes, spec } = world
  const { candidates, supplies } = spec
  for (let c = 0; c < candidates.route.length; c++) {
    const r = candidates.route[c]
    if (world.counters.dispatched[c] === 0) continue
    const supply = supplies.keys[candidates.supply[c]]
    row.begin(Kind.candidate, supply, routes.keys[r]).integers(world.open[c], 0)
    row.real(world.pathSize[c]).real(world.utility[c])
    row.real(world.choiceShare[c]).real(world.askCents[c])
    if (world.routeFacts.chooses[r] === 1) addLegsTaken(world, r)
    row.into(sum)
  }
}

/** The parallel legs that are taken on route r now, in the row at hand. */
function addLegsTaken({ routes, spec }: World, r: number): void {
  const [start, end] = [routes.start[r], routes.end[r]]
  for (let at = start; at < end; at++) {
    if (routes.parallel[at] >= 0) row.integers(at - start, spec.legs.keys[routes.legs[at]])
  }
}

/** Paths in the slots of generated routes, and which are in use. */
function addFoundRoutes({ plan, routes, slotActive }: World): void {
  for (let r = 0; r < routes.isGenerated.length; r++) {
    const [start, end] = [routes.start[r], routes.end[r]]
    if (routes.isGenerated[r] === 0 || (start === end && slotActive[r] === 0)) continue
    row.begin(Kind.foundRoute, plan.routes.keys[r], routes.keys[r])
    row.integers(slotActive[r], routes.mode[r])
    row.integers(end - start, plan.nodes.keys[routes.nodes[start + r]])
    for (let at = start; at < end; at++) {
      const [leg, node] = [routes.legs[at], routes.nodes[at + r + 1]]
      row.integers(plan.legs.keys[leg], plan.nodes.keys[node])
    }
    row.into(sum)
  }
}

function addSupplies({ replacedGrams, spec, stockGrams }: World): void {
  for (let s = 0; s < stockGrams.length; s++) {
    row.begin(Kind.supply, spec.supplies.keys[s], 0)
    row.real(stockGrams[s]).real(replacedGrams[s]).into(sum)
  }
}

/** Experience, deals and flow at the posts that somebody has crossed. */
function addPosts(world: World): void {
  const { bought, counters, flowGrams, lost, passed, perceived, spec, tracksFlow } = world
  const { checkpoints, commodities, organisations } = spec
  const [posts, kinds] = [checkpoints.keys.length, commodities.keys.length]
  for (let i = 0; i < lost.length; i++) {
    const k = i % posts
    if (counters.crossings[k] === 0) continue
    const organisation = organisations.keys[(i - k) / posts]
    const post = checkpoints.keys[k]
    row.begin(Kind.belief, organisation, post).integers(bought[i], 0)
    row.real(lost[i]).real(passed[i])
    row.real(perceived[i]).into(sum)
    for (let commodity = 0; tracksFlow && commodity < kinds; commodity++) {
      const grams = flowGrams[i * kinds + commodity]
      if (grams === 0) continue
      row.begin(Kind.flow, organisation, post).integers(commodities.keys[commodity], 0)
      row.real(grams).into(sum)
    }
  }
}

/** Free crews, and those that come back, by the days until then. */
function addCrews({ crewDays, crewReturns, crewsFree, day, spec }: World): void {
  for (let o = 0; o < crewsFree.length; o++) {
    const organisation = spec.organisations.keys[o]
    row.begin(Kind.crews, organisation, crewsFree[o]).into(sum)
    for (let days = 0; days < crewDays; days++) {
      const crews = crewReturns[o * crewDays + ((day + days) % crewDays)]
      if (crews !== 0) row.begin(Kind.crewReturns, organisation, days).integers(crews, 0).into(sum)
    }
  }
}

/** Prices of markets that have moved, and the deliveries that they follow. */
function addMarkets({ market, spec }: World): void {
  const { commodities, nodes } = spec
  const kinds = commodities.keys.length
  for (let node = 0; node < nodes.keys.length; node++) {
    for (let commodity = 0; commodity < kinds; commodity++) {
      const cell = node * kinds + commodity
      const factor = market.factor[commodity * nodes.keys.length + node]
      const before = market.gramsBefore[cell]
      if (factor === 1 && before === 0) continue
      row.begin(Kind.market, nodes.keys[node], commodities.keys[commodity])
      row.real(factor).real(before)
      row.real(market.sum[cell])
      if (market.days.length > 0)
        for (let slot = 0; slot < MARKET_DAYS; slot++) row.real(market.days[cell * MARKET_DAYS + slot])
      row.into(sum)
    }
  }
}

/** Where teams stand and what they have seen, and what organisations have met at each place. */
function addPatrols({ patrols, spec }: World): void {
  const { nodes, organisations, teams } = spec
  const count = nodes.keys.length
  for (let g = 0; g < teams.keys.length; g++) {
    for (let place = teams.placeStart[g]; place < teams.placeStart[g + 1]; place++) {
      const node = nodes.keys[teams.placeNode[place]]
      row.begin(Kind.teamPlace, teams.keys[g], node)
      row.integers(patrols.teamAt[place], 0).real(patrols.presence[place])
      row.real(patrols.score[place]).into(sum)
    }
  }
  for (let node = 0; node < count; node++) {
    const [passed, seized] = [patrols.gramsToday[node], patrols.seizedToday[node]]
    if (passed === 0 && seized === 0) continue
    row.begin(Kind.patrolledToday, nodes.keys[node], 0).real(passed).real(seized).into(sum)
  }
  for (let i = 0; i < patrols.lost.length; i++) {
    const [lost, passed] = [patrols.lost[i], patrols.passed[i]]
    const perceived = patrols.perceived[i]
    if (lost === 0 && passed === 0 && perceived === 0) continue
    const node = i % count
    row.begin(Kind.patrolBelief, organisations.keys[(i - node) / count], nodes.keys[node])
    row.real(lost).real(passed).real(perceived).into(sum)
  }
}

/** Fingerprint of a text, 32 hex digits. */
export function textDigest(text: string): string {
  row.begin(Kind.text, text.length, keyOf(text))
  for (let i = 0; i < text.length; i += 4) {
    const high = (text.charCodeAt(i) << 16) | (i + 1 < text.length ? text.charCodeAt(i + 1) : 0)
    const low =
      ((i + 2 < text.length ? text.charCodeAt(i + 2) : 0) << 16) |
      (i + 3 < text.length ? text.charCodeAt(i + 3) : 0)
    row.integers(high, low)
  }
  word.fill(0)
  row.into(word)
  return hexOf(word)
}
