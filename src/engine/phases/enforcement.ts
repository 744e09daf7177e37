/** Enforcement: mobile teams are placed anew, operations begin and end (model section 6). */
import { COSTS } from '../counters'
import { drawBlock, Purpose, unitOf } from '../draw'
import { exp2 } from '../math'
import { combinePatrols, inclusionProbabilities, systematicSample } from '../patrols'
import { PLACEMENTS } from '../spec'
import type { World } from '../world'

const TEAMS = COSTS.indexOf('teams')
const OPERATIONS = COSTS.indexOf('operations')
const STATIC = PLACEMENTS.indexOf('static')
const RANDOM = PLACEMENTS.indexOf('random')
const FLOW = PLACEMENTS.indexOf('flow')

/** Phase 2. Books the day's cost of teams, and that of operations on their first day. */
export function enforcement(world: World): void {
  const { patrols, spec } = world
  if (!patrols.exist) return
  const { teams, operations } = spec
  const { costCents } = world.counters
  for (let g = 0; g < teams.ids.length; g++) {
    observe(world, g)
    if (world.day % teams.reviewDays[g] === 0) place(world, g)
    costCents[TEAMS] += teams.costCentsPerDay[g]
  }
  for (let i = 0; i < operations.ids.length; i++) {
    if (operations.isEnabled[i] === 1 && operations.fromDay[i] === world.day) {
      costCents[OPERATIONS] += operations.costCents[i]
    }
  }
  patrols.gramsToday.fill(0)
  patrols.seizedToday.fill(0)
  combinePatrols(patrols, spec, world.day)
}

/** Adds yesterday's flow or seizures to the discounted score of the group's places. */
function observe(world: World, g: number): void {
  const { patrols, spec } = world
  const { teams } = spec
  const seen = teams.placement[g] === FLOW ? patrols.gramsToday : patrols.seizedToday
  const keep = exp2(-1 / teams.memoryDays[g])
  for (let place = teams.placeStart[g]; place < teams.placeStart[g + 1]; place++) {
    patrols.score[place] = patrols.score[place] * keep + seen[teams.placeNode[place]]
  }
}

/** Places the teams of group g for the next review interval. */
function place(world: World, g: number): void {
  const { patrols, spec, words } = world
  const { teams } = spec
  const first = teams.placeStart[g]
  const end = teams.placeStart[g + 1]
  const count = teams.count[g]
  const inclusion = inclusionOf(world, g)
  let present = inclusion.map((probability) => probability > 0)
  if (teams.placement[g] !== STATIC) {
    const period = Math.floor(world.day / teams.reviewDays[g])
    drawBlock(words, world.key0, world.key1, Purpose.placement, teams.keys[g], period, 0)
    present = systematicSample(inclusion, unitOf(words[0]))
  }
  for (let place = first; place < end; place++) {
    patrols.teamAt[place] = count > 0 && present[place - first] === true ? 1 : 0
    patrols.presence[place] = inclusion[place - first]
  }
}

/** Probability of a team at each place of group g under its policy. */
function inclusionOf(world: World, g: number): number[] {
  const { teams } = world.spec
  const first = teams.placeStart[g]
  const end = teams.placeStart[g + 1]
  const count = teams.count[g]
  const weights = [...teams.placeWeight.subarray(first, end)]
  switch (teams.placement[g]) {
    case STATIC: {
      const order = weights.map((_, i) => i).sort((a, b) => weights[b] - weights[a] || a - b)
      return weights.map((weight, i) => (weight > 0 && order.indexOf(i) < count ? 1 : 0))
    }
    case RANDOM:
      return inclusionProbabilities(weights, count)
    default: {
      const scores = [...world.patrols.score.subarray(first, end)]
      const score = sum(scores)
      if (score === 0) return inclusionProbabilities(weights, count)
      const weight = sum(weights)
      // Without any weight there is nowhere to explore.
      if (weight === 0) return inclusionProbabilities(scores, count)
      const explore = teams.explorationShare[g]
      const mixed = weights.map((w, i) => (1 - explore) * (scores[i] / score) + (explore * w) / weight)
      return inclusionProbabilities(mixed, count)
    }
  }
}

function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}
