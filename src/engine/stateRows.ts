/** Rows of a digest: one for each entity that has any state which later days depend on. */
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
import { Row } from './row'
import { MARKET_DAYS, type World } from './world'

/** Kinds of row; appended, never changed. */
export const RowKind = {
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

/** Scratch of all worlds: a row is complete between `begin` and `into`, and nothing here calls itself. */
const row = new Row()

/** Adds all rows of a world to four lanes. */
export function addState(sum: Int32Array, world: World): void {
  addShipments(sum, world)
  addCandidates(sum, world)
  addFoundRoutes(sum, world)
  addSupplies(sum, world)
  addCheckpoints(sum, world)
  addCrews(sum, world)
  addMarkets(sum, world)
  if (world.patrols.exist) addPatrols(sum, world)
}

function addShipments(sum: Int32Array, { day, fleet, routes, spec }: World): void {
  const { pool } = fleet
  forEachRecord(fleet, day * 24, (at, arriveAt) => {
    const route = routes.keys[spec.candidates.route[pool[at + CANDIDATE]]]
    row.begin(RowKind.shipment, pool[at + KEY_A], pool[at + KEY_B])
    row.integers(route, pool[at + PROGRESS])
    row.integers(pool[at + GRAMS], pool[at + DEPART_AT])
    row.integers(arriveAt, pool[at + BORN_AT])
    const leg = pool[at + LEG]
    row.integers(leg === NO_LEG ? 0 : spec.legs.keys[leg], 0).into(sum)
  })
}

/**
 * State of route choice, for candidates that were ever used: a checkpoint on a route that nobody takes does
 * not show.
 */
function addCandidates(sum: Int32Array, world: World): void {
  const { routes, spec } = world
  const { candidates, supplies } = spec
  for (let c = 0; c < candidates.route.length; c++) {
    const r = candidates.route[c]
    if (world.counters.dispatched[c] === 0) continue
    const supply = supplies.keys[candidates.supply[c]]
    row.begin(RowKind.candidate, supply, routes.keys[r]).integers(world.open[c], 0)
    row.real(world.pathSize[c]).real(world.utility[c])
    row.real(world.choiceShare[c]).real(world.askCents[c])
    if (world.routeFacts.chooses[r] === 1) addLegsTaken(world, r)
    row.into(sum)
  }
}

/** Adds the parallel legs that route r takes now to the row at hand. */
function addLegsTaken({ routes, spec }: World, r: number): void {
  const [start, end] = [routes.start[r], routes.end[r]]
  for (let at = start; at < end; at++) {
    if (routes.parallel[at] >= 0) row.integers(at - start, spec.legs.keys[routes.legs[at]])
  }
}

/** Paths in the slots of generated routes, and which are in use. */
function addFoundRoutes(sum: Int32Array, { plan, routes, slotActive }: World): void {
  for (let r = 0; r < routes.isGenerated.length; r++) {
    const [start, end] = [routes.start[r], routes.end[r]]
    if (routes.isGenerated[r] === 0 || (start === end && slotActive[r] === 0)) continue
    row.begin(RowKind.foundRoute, plan.routes.keys[r], routes.keys[r])
    row.integers(slotActive[r], routes.mode[r])
    row.integers(end - start, plan.nodes.keys[routes.nodes[start + r]])
    for (let at = start; at < end; at++) {
      const [leg, node] = [routes.legs[at], routes.nodes[at + r + 1]]
      row.integers(plan.legs.keys[leg], plan.nodes.keys[node])
    }
    row.into(sum)
  }
}

function addSupplies(sum: Int32Array, { replacedGrams, spec, stockGrams }: World): void {
  for (let s = 0; s < stockGrams.length; s++) {
    row.begin(RowKind.supply, spec.supplies.keys[s], 0)
    row.real(stockGrams[s]).real(replacedGrams[s]).into(sum)
  }
}

/** Experience, deals and flow at the checkpoints that some shipment has crossed. */
function addCheckpoints(sum: Int32Array, world: World): void {
  const { bought, counters, flowGrams, lost, passed, perceived, spec, tracksFlow } = world
  const { checkpoints, commodities, organisations } = spec
  const [checkpointCount, commodityCount] = [checkpoints.keys.length, commodities.keys.length]
  for (let i = 0; i < lost.length; i++) {
    const k = i % checkpointCount
    if (counters.crossings[k] === 0) continue
    const organisation = organisations.keys[(i - k) / checkpointCount]
    const key = checkpoints.keys[k]
    row.begin(RowKind.belief, organisation, key).integers(bought[i], 0)
    row.real(lost[i]).real(passed[i])
    row.real(perceived[i]).into(sum)
    for (let commodity = 0; tracksFlow && commodity < commodityCount; commodity++) {
      const grams = flowGrams[i * commodityCount + commodity]
      if (grams === 0) continue
      row.begin(RowKind.flow, organisation, key).integers(commodities.keys[commodity], 0)
      row.real(grams).into(sum)
    }
  }
}

/** Free crews, and those on their way back by the days until they are free. */
function addCrews(sum: Int32Array, { crewDays, crewReturns, crewsFree, day, spec }: World): void {
  for (let o = 0; o < crewsFree.length; o++) {
    const organisation = spec.organisations.keys[o]
    row.begin(RowKind.crews, organisation, crewsFree[o]).into(sum)
    for (let days = 0; days < crewDays; days++) {
      const crews = crewReturns[o * crewDays + ((day + days) % crewDays)]
      if (crews !== 0) row.begin(RowKind.crewReturns, organisation, days).integers(crews, 0).into(sum)
    }
  }
}

/** Markets whose price has moved, with the deliveries that moved it. */
function addMarkets(sum: Int32Array, { market, spec }: World): void {
  const { commodities, nodes } = spec
  const commodityCount = commodities.keys.length
  for (let node = 0; node < nodes.keys.length; node++) {
    for (let commodity = 0; commodity < commodityCount; commodity++) {
      const cell = node * commodityCount + commodity
      const factor = market.factor[commodity * nodes.keys.length + node]
      const before = market.gramsBefore[cell]
      if (factor === 1 && before === 0) continue
      row.begin(RowKind.market, nodes.keys[node], commodities.keys[commodity])
      row.real(factor).real(before)
      row.real(market.sum[cell])
      if (market.days.length > 0)
        for (let slot = 0; slot < MARKET_DAYS; slot++) row.real(market.days[cell * MARKET_DAYS + slot])
      row.into(sum)
    }
  }
}

/** Where teams stand and what they have seen, and what organisations have met at each place. */
function addPatrols(sum: Int32Array, { patrols, spec }: World): void {
  const { nodes, organisations, teams } = spec
  const count = nodes.keys.length
  for (let g = 0; g < teams.keys.length; g++) {
    for (let place = teams.placeStart[g]; place < teams.placeStart[g + 1]; place++) {
      const node = nodes.keys[teams.placeNode[place]]
      row.begin(RowKind.teamPlace, teams.keys[g], node)
      row.integers(patrols.teamAt[place], 0).real(patrols.presence[place])
      row.real(patrols.score[place]).into(sum)
    }
  }
  for (let node = 0; node < count; node++) {
    const [passed, seized] = [patrols.gramsToday[node], patrols.seizedToday[node]]
    if (passed === 0 && seized === 0) continue
    row.begin(RowKind.patrolledToday, nodes.keys[node], 0).real(passed).real(seized).into(sum)
  }
  for (let i = 0; i < patrols.lost.length; i++) {
    const [lost, passed] = [patrols.lost[i], patrols.passed[i]]
    const perceived = patrols.perceived[i]
    if (lost === 0 && passed === 0 && perceived === 0) continue
    const node = i % count
    row.begin(RowKind.patrolBelief, organisations.keys[(i - node) / count], nodes.keys[node])
    row.real(lost).real(passed).real(perceived).into(sum)
  }
}
