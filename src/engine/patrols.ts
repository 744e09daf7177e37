/**
 * Patrols: mobile teams and operations at places, the odds they add, and which organisations know of them.
 */
import { drawBlock, Purpose, thresholdOf, unitOf } from './draw'
import type { ModelSpec } from './spec'
import { TIE } from './ties'

/** What changes about teams and operations during a run. Places are rows of `TeamSpec.placeNode`. */
export interface Patrols {
  /** Whether the scenario has any. */
  readonly exist: boolean
  /**
   * Per place: 1 while a team is there, the probability of that, and discounted grams that the policy counts.
   */
  readonly teamAt: Uint8Array
  readonly presence: Float64Array
  readonly score: Float64Array
  /** Per node: probability that a crossing is found today, and the same as a word threshold. */
  readonly odds: Float64Array
  readonly threshold: Float64Array
  /** Per node: 1 where a team or an operation may ever stand. */
  readonly isPatrolled: Uint8Array
  /** Per node, today so far: grams that passed where patrols may stand, and grams seized there by anyone. */
  readonly gramsToday: Float64Array
  readonly seizedToday: Float64Array
  /** `[organisation * nodeCount + node]`: discounted experience and perceived odds. */
  readonly lost: Float64Array
  readonly passed: Float64Array
  readonly perceived: Float64Array
  /** `[organisation * operationCount + operation]`: 1 where the organisation learned of it beforehand. */
  readonly forewarned: Uint8Array
}

export function createPatrols(spec: ModelSpec, key0: number, key1: number): Patrols {
  const { teams, operations, nodes, organisations } = spec
  const places = teams.placeNode.length
  const nodeCount = nodes.ids.length
  const exist = places > 0 || operations.ids.length > 0
  const perNode = exist ? nodeCount : 0
  const isPatrolled = new Uint8Array(perNode)
  for (const node of [...teams.placeNode, ...operations.node]) isPatrolled[node] = 1
  const patrols: Patrols = {
    exist,
    teamAt: new Uint8Array(places),
    presence: new Float64Array(places),
    score: new Float64Array(places),
    odds: new Float64Array(perNode),
    threshold: new Float64Array(perNode),
    isPatrolled,
    gramsToday: new Float64Array(perNode),
    seizedToday: new Float64Array(perNode),
    lost: new Float64Array(organisations.ids.length * perNode),
    passed: new Float64Array(organisations.ids.length * perNode),
    perceived: new Float64Array(organisations.ids.length * perNode),
    forewarned: new Uint8Array(organisations.ids.length * operations.ids.length),
  }
  forewarn(patrols, spec, key0, key1)
  return patrols
}

/**
 * Draws which organisations learn of each operation, by its leak probability. A pair has one draw, so that a
 * higher probability only adds organisations.
 */
export function forewarn({ forewarned }: Patrols, spec: ModelSpec, key0: number, key1: number): void {
  const { operations, organisations } = spec
  const words = new Int32Array(4)
  const count = operations.ids.length
  for (let o = 0; o < organisations.ids.length; o++) {
    for (let i = 0; i < count; i++) {
      drawBlock(words, key0, key1, Purpose.leak, operations.keys[i], organisations.keys[o], 0)
      forewarned[o * count + i] = unitOf(words[0]) < operations.leak[i] ? 1 : 0
    }
  }
}

/**
 * Probabilities that sum to min(n, number of positive weights), proportional to weight where they are below
 * 1.
 */
export function inclusionProbabilities(weights: readonly number[], n: number): number[] {
  const result = weights.map(() => 0)
  let open = weights.flatMap((weight, i) => (weight > 0 ? [i] : []))
  let left = Math.min(n, open.length)
  while (open.length > 0 && left > 0) {
    let total = 0
    for (const i of open) total += weights[i]
    const certain = open.filter((i) => (left * weights[i]) / total >= 1 - TIE)
    if (certain.length === 0) {
      for (const i of open) result[i] = (left * weights[i]) / total
      return result
    }
    for (const i of certain) result[i] = 1
    left -= certain.length
    open = open.filter((i) => !certain.includes(i))
  }
  return result
}

/** Systematic sampling: picks each index with its inclusion probability, from one uniform number. */
export function systematicSample(inclusion: readonly number[], u: number): boolean[] {
  let cumulative = u
  return inclusion.map((probability) => {
    const before = Math.floor(cumulative)
    cumulative += probability
    // A probability of 1 always picks, whatever rounding did to the sum.
    return probability >= 1 || Math.floor(cumulative) > before
  })
}

/** Sets today's odds of every place from the teams that stand there and the operations that run. */
export function combinePatrols(patrols: Patrols, { teams, operations }: ModelSpec, day: number): void {
  const { odds, threshold, teamAt } = patrols
  odds.fill(0)
  threshold.fill(0)
  const add = (node: number, detection: number) => {
    odds[node] = 1 - (1 - odds[node]) * (1 - detection)
    threshold[node] = thresholdOf(odds[node])
  }
  for (let place = 0; place < teamAt.length; place++) {
    if (teamAt[place] === 1) add(teams.placeNode[place], teams.placeDetection[place])
  }
  for (let i = 0; i < operations.node.length; i++) {
    const runs = day >= operations.fromDay[i] && day < operations.untilDay[i]
    if (runs && operations.isEnabled[i] === 1) add(operations.node[i], operations.detection[i])
  }
}
