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
  row
    .begin(world.day, chain[0] as number, chain[1] as number)
    .integers(chain[2] as number, chain[3] as number)
  row.integers(sum[0] as number, sum[1] as number).integers(sum[2] as number, sum[3] as number)
  chain.fill(0)
  row.into(chain)
  addWords(row.begin(world.day, 0, 0), history)
  addWords(row, parametersKeyOf(world.spec))
  history.fill(0)
  row.into(history)
}

function addWords(to: Row, words: Int32Array): void {
  to.integers(words[0] as number, words[1] as number).integers(words[2] as number, words[3] as number)
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
  row
    .begin(world.day, chain[0] as number, chain[1] as number)
    .integers(chain[2] as number, chain[3] as number)
  row.integers(sum[0] as number, sum[1] as number).integers(sum[2] as number, sum[3] as number)
  const words = new Int32Array(4)
  row.into(words)
  return words
}

/** All counters: those of candidates by supply and route, as room for routes still to be found moves their places; all others by place. */
function addCounters({ counters, plan }: World): void {
  const { candidates, routes, supplies } = plan
  for (let c = 0; c < candidates.route.length; c++) {
    if (isUnused(counters, c)) continue
    const supply = supplies.keys[candidates.supply[c] as number] as number
    row.begin(Kind.counter, supply, routes.keys[candidates.route[c] as number] as number)
    for (const name of BY_CANDIDATE) row.real(counters[name][c] as number)
    row.into(sum)
  }
  for (const name of Object.keys(counters) as (keyof Counters)[]) {
    if (perCandidate.has(name)) continue
    const column = counters[name]
    row.begin(Kind.counter, keyOf(name), 0)
    for (let i = 0; i < column.length; i++) if (column[i] !== 0) row.integers(i, 0).real(column[i] as number)
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
    const route = routes.keys[spec.candidates.route[pool[at + CANDIDATE] as number] as number] as number
    row.begin(Kind.shipment, pool[at + KEY_A] as number, pool[at + KEY_B] as number)
    row.integers(route, pool[at + PROGRESS] as number)
    row.integers(pool[at + GRAMS] as number, pool[at + DEPART_AT] as number)
    row.integers(arriveAt, pool[at + BORN_AT] as number)
    const leg = pool[at + LEG] as number
    row.integers(leg === NO_LEG ? 0 : (spec.legs.keys[leg] as number), 0).into(sum)
  })
}

/** What choice rests on, for candidates that somebody has used: a post on a route that nobody takes does not show. */
function addCandidates(world: World): void {
  const { routes, spec } = world
  const { candidates, supplies } = spec
  for (let c = 0; c < candidates.route.length; c++) {
    const r = candidates.route[c] as number
    if (world.counters.dispatched[c] === 0) continue
    const supply = supplies.keys[candidates.supply[c] as number] as number
    row.begin(Kind.candidate, supply, routes.keys[r] as number).integers(world.open[c] as number, 0)
    row.real(world.pathSize[c] as number).real(world.utility[c] as number)
    row.real(world.choiceShare[c] as number).real(world.askCents[c] as number)
    if (world.routeFacts.chooses[r] === 1) addLegsTaken(world, r)
    row.into(sum)
  }
}

/** The parallel legs that are taken on route r now, in the row at hand. */
function addLegsTaken({ routes, spec }: World, r: number): void {
  const [start, end] = [routes.start[r] as number, routes.end[r] as number]
  for (let at = start; at < end; at++) {
    if ((routes.parallel[at] as number) >= 0)
      row.integers(at - start, spec.legs.keys[routes.legs[at] as number] as number)
  }
}

/** Paths in the slots of generated routes, and which are in use. */
function addFoundRoutes({ plan, routes, slotActive }: World): void {
  for (let r = 0; r < routes.isGenerated.length; r++) {
    const [start, end] = [routes.start[r] as number, routes.end[r] as number]
    if (routes.isGenerated[r] === 0 || (start === end && slotActive[r] === 0)) continue
    row.begin(Kind.foundRoute, plan.routes.keys[r] as number, routes.keys[r] as number)
    row.integers(slotActive[r] as number, routes.mode[r] as number)
    row.integers(end - start, plan.nodes.keys[routes.nodes[start + r] as number] as number)
    for (let at = start; at < end; at++) {
      const [leg, node] = [routes.legs[at] as number, routes.nodes[at + r + 1] as number]
      row.integers(plan.legs.keys[leg] as number, plan.nodes.keys[node] as number)
    }
    row.into(sum)
  }
}

function addSupplies({ replacedGrams, spec, stockGrams }: World): void {
  for (let s = 0; s < stockGrams.length; s++) {
    row.begin(Kind.supply, spec.supplies.keys[s] as number, 0)
    row
      .real(stockGrams[s] as number)
      .real(replacedGrams[s] as number)
      .into(sum)
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
    const organisation = organisations.keys[(i - k) / posts] as number
    const post = checkpoints.keys[k] as number
    row.begin(Kind.belief, organisation, post).integers(bought[i] as number, 0)
    row.real(lost[i] as number).real(passed[i] as number)
    row.real(perceived[i] as number).into(sum)
    for (let commodity = 0; tracksFlow && commodity < kinds; commodity++) {
      const grams = flowGrams[i * kinds + commodity] as number
      if (grams === 0) continue
      row.begin(Kind.flow, organisation, post).integers(commodities.keys[commodity] as number, 0)
      row.real(grams).into(sum)
    }
  }
}

/** Free crews, and those that come back, by the days until then. */
function addCrews({ crewDays, crewReturns, crewsFree, day, spec }: World): void {
  for (let o = 0; o < crewsFree.length; o++) {
    const organisation = spec.organisations.keys[o] as number
    row.begin(Kind.crews, organisation, crewsFree[o] as number).into(sum)
    for (let days = 0; days < crewDays; days++) {
      const crews = crewReturns[o * crewDays + ((day + days) % crewDays)] as number
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
      const factor = market.factor[commodity * nodes.keys.length + node] as number
      const before = market.gramsBefore[cell] as number
      if (factor === 1 && before === 0) continue
      row.begin(Kind.market, nodes.keys[node] as number, commodities.keys[commodity] as number)
      row.real(factor).real(before)
      row.real(market.sum[cell] as number)
      if (market.days.length > 0)
        for (let slot = 0; slot < MARKET_DAYS; slot++)
          row.real(market.days[cell * MARKET_DAYS + slot] as number)
      row.into(sum)
    }
  }
}

/** Where teams stand and what they have seen, and what organisations have met at each place. */
function addPatrols({ patrols, spec }: World): void {
  const { nodes, organisations, teams } = spec
  const count = nodes.keys.length
  for (let g = 0; g < teams.keys.length; g++) {
    for (let place = teams.placeStart[g] as number; place < (teams.placeStart[g + 1] as number); place++) {
      const node = nodes.keys[teams.placeNode[place] as number] as number
      row.begin(Kind.teamPlace, teams.keys[g] as number, node)
      row.integers(patrols.teamAt[place] as number, 0).real(patrols.presence[place] as number)
      row.real(patrols.score[place] as number).into(sum)
    }
  }
  for (let node = 0; node < count; node++) {
    const [passed, seized] = [patrols.gramsToday[node] as number, patrols.seizedToday[node] as number]
    if (passed === 0 && seized === 0) continue
    row
      .begin(Kind.patrolledToday, nodes.keys[node] as number, 0)
      .real(passed)
      .real(seized)
      .into(sum)
  }
  for (let i = 0; i < patrols.lost.length; i++) {
    const [lost, passed] = [patrols.lost[i] as number, patrols.passed[i] as number]
    const perceived = patrols.perceived[i] as number
    if (lost === 0 && passed === 0 && perceived === 0) continue
    const node = i % count
    row.begin(Kind.patrolBelief, organisations.keys[(i - node) / count] as number, nodes.keys[node] as number)
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

function hexOf(lanes: Int32Array): string {
  return Array.from(lanes, (lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')
}
