/** Route choice: path-size logit over the open candidates of a supply (Ben-Akiva & Bierlaire 1999). */
import { thresholdOf } from './draw'
import { exp } from './math'
import type { ModelSpec, RouteSpec } from './spec'
import { isTie } from './ties'
import type { World } from './world'

/**
 * Path-size factors in (0, 1] of some routes: 1 for a route that shares no leg, 1/n for n equal routes.
 * `PS_r = sum over legs a of r: (km_a / km_r) / (number of these routes that use a)`.
 */
export function pathSizesOf(
  spec: ModelSpec,
  routesChosen: readonly number[],
  routes: RouteSpec = spec.routes,
): number[] {
  const { legs } = spec
  const users = new Int32Array(legs.km.length)
  const lastUser = new Int32Array(legs.km.length).fill(-1)
  for (const r of routesChosen) {
    for (let at = routes.start[r]; at < routes.end[r]; at++) {
      const leg = routes.legs[at]
      if (lastUser[leg] === r) continue
      lastUser[leg] = r
      users[leg]++
    }
  }
  return routesChosen.map((r) => {
    let km = 0
    let size = 0
    for (let at = routes.start[r]; at < routes.end[r]; at++) {
      const leg = routes.legs[at]
      const length = legs.km[leg]
      km += length
      size += length / users[leg]
    }
    return size / km
  })
}

/**
 * Logit shares of alternatives: proportional to `weight * exp(utility / scale)`; at a scale of 0 only the
 * best is chosen, and ties (`ties.ts`) share by weight.
 */
export function logitShares(
  weights: readonly number[],
  utilities: readonly number[],
  scale: number,
): number[] {
  const shares = Float64Array.from(weights)
  const terms = Float64Array.from(utilities, Math.abs)
  weightsToShares(shares, Float64Array.from(utilities), terms, 0, weights.length, scale)
  return [...shares]
}

/**
 * Turns the weights of alternatives `first .. end - 1` into logit shares, in place. `terms` are those of the
 * utilities.
 */
function weightsToShares(
  shares: Float64Array,
  utilities: Float64Array,
  terms: Float64Array,
  first: number,
  end: number,
  scale: number,
): void {
  let best = -1
  for (let i = first; i < end; i++) {
    const isBetter = best < 0 || utilities[i] > utilities[best]
    if (shares[i] > 0 && isBetter) best = i
  }
  const max = utilities[best]
  let total = 0
  for (let i = first; i < end; i++) {
    const weight = shares[i]
    if (weight === 0) continue
    const utility = utilities[i]
    const summed = Math.max(terms[i], terms[best])
    const gap = isTie(utility, max, summed) ? 0 : utility - max
    const attraction = scale === 0 ? (gap === 0 ? weight : 0) : weight * exp(gap / scale)
    shares[i] = attraction
    total += attraction
  }
  for (let i = first; i < end; i++) shares[i] = total > 0 ? shares[i] / total : 0
}

/** Updates the path sizes of a supply's open candidates, whenever the set of open ones has changed. */
export function sizePaths(world: World, supply: number): void {
  const { candidates, supplies } = world.spec
  const open: number[] = []
  const end = supplies.candidateStart[supply + 1]
  for (let c = supplies.candidateStart[supply]; c < end; c++) if (world.open[c] === 1) open.push(c)
  const sizes = pathSizesOf(
    world.spec,
    open.map((c) => candidates.route[c]),
    world.routes,
  )
  for (const [i, c] of open.entries()) world.pathSize[c] = sizes[i]
}

/** Sets the choice shares and thresholds of a supply from the utilities and path sizes of its candidates. */
export function chooseShares(world: World, supply: number): void {
  const { candidates, organisations, routes, supplies } = world.spec
  const { choiceShare, open, pathSize, utility, utilityTerms } = world
  const first = supplies.candidateStart[supply]
  const end = supplies.candidateStart[supply + 1]
  const scale = organisations.logitScale[supplies.organisation[supply]]
  for (let c = first; c < end; c++) {
    const weight = routes.weight[candidates.route[c]]
    choiceShare[c] = open[c] === 1 ? pathSize[c] * weight : 0
  }
  weightsToShares(choiceShare, utility, utilityTerms, first, end, scale)
  setThresholds(world, supply)
}

/** Sets the cumulative word thresholds of one supply from its choice shares. */
export function setThresholds({ choiceShare, choiceThreshold, spec }: World, supply: number): void {
  const first = spec.supplies.candidateStart[supply]
  const end = spec.supplies.candidateStart[supply + 1]
  let cumulative = 0
  let lastWithShare = -1
  for (let c = first; c < end; c++) {
    const chosen = choiceShare[c]
    cumulative += chosen
    if (chosen > 0) lastWithShare = c
    choiceThreshold[c] = thresholdOf(cumulative)
  }
  for (let c = lastWithShare; c >= first && c < end; c++) choiceThreshold[c] = thresholdOf(1)
}
