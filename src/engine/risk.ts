/**
 * Risk: what an organisation expects to lose at a checkpoint and to a patrol, and what it expects to pay
 * there.
 */
import { MODE_COUNT, type ModelSpec } from './spec'
import { departing, exposedOf, loseAverage, loseExposed, type Survivors, survivalOf } from './survival'
import { CENTS_PER_USD } from './units'
import type { World } from './world'

/**
 * Whether organisation o loses nothing at checkpoint k: it has bought the checkpoint, or the checkpoint lets
 * anyone pass for a bribe.
 */
function isSafe(world: World, o: number, k: number): boolean {
  return world.bought[o * world.spec.checkpoints.ids.length + k] === 1 || isAsker(world.spec, k)
}

/** Probability that a load without an honoured seal is found; a bribe or a seizure follows. */
function findProbability({ odds, spec }: World, commodity: number, k: number, mode: number): number {
  const cell = (commodity * spec.checkpoints.ids.length + k) * MODE_COUNT + mode
  return odds.inspected[k] * odds.found[cell]
}

/** True odds that a load without an honoured seal is lost at checkpoint k, bribes considered. */
export function trueLossAt(world: World, o: number, commodity: number, k: number, mode: number): number {
  const bribed = world.odds.bribed[o * world.spec.checkpoints.ids.length + k]
  return findProbability(world, commodity, k, mode) * (1 - bribed)
}

/**
 * Removes what organisation o expects to lose at checkpoint k: by the true odds, or by its experience there.
 */
export function passCheckpoint(
  world: World,
  o: number,
  commodity: number,
  k: number,
  mode: number,
  survivors: Survivors,
): void {
  if (isSafe(world, o, k)) return
  const { checkpoints, organisations } = world.spec
  const honoured = checkpoints.honoursSeals[k] === 1
  if (organisations.knowsTrueOdds[o] === 1)
    loseExposed(survivors, honoured, trueLossAt(world, o, commodity, k, mode))
  else loseAverage(survivors, honoured, world.perceived[o * checkpoints.ids.length + k])
}

/**
 * Bribes in USD that a load of candidate c expects to pay at checkpoint k while it carries the commodity,
 * weighted by the chances of coming this far and of being found.
 */
export function bribesAt(
  world: World,
  c: number,
  commodity: number,
  k: number,
  mode: number,
  survivors: Survivors,
): number {
  const { candidates, checkpoints, organisations } = world.spec
  const o = candidates.organisation[c]
  const row = o * checkpoints.ids.length + k
  if (world.bought[row] === 1) return 0
  if (isAsker(world.spec, k)) return (survivalOf(survivors) * world.askCents[c]) / CENTS_PER_USD
  const found = findProbability(world, commodity, k, mode) * world.odds.bribed[row]
  const exposed = exposedOf(survivors, checkpoints.honoursSeals[k] === 1)
  return exposed * found * organisations.bribeOfferUsd[o]
}

/**
 * Probability of loss at checkpoint k as organisation o perceives it, over all its loads carried in a mode.
 */
export function lossAt(world: World, o: number, commodity: number, k: number, mode: number): number {
  const survivors = departing(world.spec, o, mode)
  passCheckpoint(world, o, commodity, k, mode, survivors)
  return 1 - survivalOf(survivors)
}

/**
 * Probability of loss to a patrol at a node as organisation o perceives it: by its experience, or by the true
 * frequencies of the policy.
 */
export function patrolRisk(world: World, o: number, node: number): number {
  const { patrols, spec } = world
  if (patrols.isPatrolled[node] === 0) return 0
  if (spec.organisations.knowsTrueOdds[o] === 0) return patrols.perceived[o * spec.nodes.ids.length + node]
  let survival = 1
  const { placeNode } = spec.teams
  for (let place = 0; place < placeNode.length; place++) {
    if (placeNode[place] !== node) continue
    survival *= 1 - patrols.presence[place] * spec.teams.placeDetection[place]
  }
  return 1 - survival
}

/** Whether a checkpoint takes part in the bribe market: it lets anyone who pays pass. */
export function isAsker(spec: ModelSpec, k: number): boolean {
  return spec.assumptions.bribeMarket === 'independent-posts' && spec.checkpoints.corruptionRate[k] > 0
}

/**
 * Number of checkpoints on a route that take part in the bribe market; one that is passed twice counts twice.
 */
export function askersOn(world: World, r: number): number {
  const { nodes } = world.spec
  const { routes } = world
  let count = 0
  for (let at = routes.start[r] + r; at <= routes.end[r] + r; at++) {
    const node = routes.nodes[at]
    for (let i = nodes.checkpointStart[node]; i < nodes.checkpointStart[node + 1]; i++) {
      if (isAsker(world.spec, nodes.checkpointList[i])) count++
    }
  }
  return count
}
