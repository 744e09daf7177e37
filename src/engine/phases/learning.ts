/**
 * Learning: every review, organisations discount their experience, update perceived odds and revise route
 * choice.
 */
import { chooseShares, sizePaths } from '../choice'
import { InvariantError } from '../invariant'
import { exp2 } from '../math'
import { anyForewarned, meetsOperation } from '../operations'
import { askersOn } from '../risk'
import { followLegs, isRouteOpen } from '../routes'
import { CENTS_PER_USD, rounded } from '../units'
import { candidateUtility } from '../utility'
import type { World } from '../world'
import { audit, buyProtection } from './protection'
import { replan } from './replan'

/** Phase 3. Between reviews only the openness of routes and the choice of parallel legs are updated. */
export function learning(world: World): void {
  const { reviewDays } = world.spec.assumptions
  const review = world.day % reviewDays === 0
  if (review) {
    if (world.day > 0) forget(world, reviewDays)
    perceive(world)
    buyProtection(world, reviewDays)
  }
  audit(world)
  const planned = replan(world)
  followLegs(world)
  world.alert = anyForewarned(world)
  const { candidates, supplies } = world.spec
  for (let s = 0; s < supplies.organisation.length; s++) {
    let resized = world.revise || planned || world.day === 0
    const end = supplies.candidateStart[s + 1]
    for (let c = supplies.candidateStart[s]; c < end; c++) {
      const route = candidates.route[c]
      const avoided = world.alert && meetsOperation(world, supplies.organisation[s], route)
      const open = isRouteOpen(world, route) && !avoided ? 1 : 0
      if (open !== world.open[c] || world.routeFacts.rerouted[route] === 1) resized = true
      world.open[c] = open
    }
    if (resized) sizePaths(world, s)
    else if (!review) continue
    for (let c = supplies.candidateStart[s]; c < end; c++) {
      if (world.spec.assumptions.bribeMarket !== 'none') world.askCents[c] = askCentsOf(world, c)
      if (world.open[c] === 1) world.utility[c] = knownUtility(world, c)
    }
    chooseShares(world, s)
  }
  world.revise = false
}

function knownUtility(world: World, c: number): number {
  const utility = candidateUtility(world, c)
  if (!Number.isNaN(utility)) return utility
  const { candidates, routes } = world.spec
  const route = routes.ids[candidates.route[c]]
  throw new InvariantError(`the utility of route "${route}" is not a number on day ${world.day}`)
}

/**
 * Bribe that each checkpoint asks on a candidate's route: of n monopolists in series, 1/(n + 1) of the trip
 * value.
 */
function askCentsOf(world: World, c: number): number {
  const askers = askersOn(world, world.spec.candidates.route[c])
  return rounded((world.spec.assumptions.tripValueUsd * CENTS_PER_USD) / (askers + 1))
}

function forget(world: World, reviewDays: number): void {
  const { organisations, checkpoints } = world.spec
  const count = checkpoints.ids.length
  for (let o = 0; o < organisations.ids.length; o++) {
    const keep = exp2(-reviewDays / organisations.memoryDays[o])
    for (let i = o * count; i < (o + 1) * count; i++) {
      world.lost[i] *= keep
      world.passed[i] *= keep
    }
    const { lost, passed } = world.patrols
    const nodes = lost.length / organisations.ids.length
    for (let i = o * nodes; i < (o + 1) * nodes; i++) {
      lost[i] *= keep
      passed[i] *= keep
    }
  }
}

/**
 * Posterior mean of the seizure odds at every checkpoint and patrolled place (Beta-Bernoulli), with what
 * allies share.
 */
function perceive(world: World): void {
  const { lost, passed, perceived, patrols, spec } = world
  posterior(world, lost, passed, perceived, spec.checkpoints.ids.length, true)
  if (patrols.exist)
    posterior(world, patrols.lost, patrols.passed, patrols.perceived, spec.nodes.ids.length, false)
}

/** Patrols have no prior odds: nobody expects them before the first loss. */
function posterior(
  world: World,
  lostAt: Float64Array,
  passedAt: Float64Array,
  perceived: Float64Array,
  count: number,
  hasPrior: boolean,
): void {
  const { organisations } = world.spec
  const total = organisations.ids.length
  for (let o = 0; o < total; o++) {
    const weight = organisations.priorWeight[o]
    const priorLost = hasPrior ? weight * organisations.priorOdds[o] : 0
    const alliance = organisations.alliance[o]
    const sharing = alliance < 0 ? 0 : organisations.sharing[o]
    for (let i = 0; i < count; i++) {
      let lost = lostAt[o * count + i]
      let passed = passedAt[o * count + i]
      for (let ally = 0; sharing > 0 && ally < total; ally++) {
        if (ally === o || organisations.alliance[ally] !== alliance) continue
        lost += sharing * lostAt[ally * count + i]
        passed += sharing * passedAt[ally * count + i]
      }
      perceived[o * count + i] = (lost + priorLost) / (lost + passed + weight)
    }
  }
}
