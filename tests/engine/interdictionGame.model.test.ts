/** The interdiction game on a general network: a best responder against each placement of a team lands where theory says. */
import { describe, expect, it } from 'vitest'
import { createWorld, drawBlock, step, unitOf } from '../../src/engine'
import { inclusionProbabilities } from '../../src/engine/patrols'
import type { ScenarioFile } from '../../src/scenario'
import { gameOf, type Network, solved, teamOn, waysOf } from '../support/interdiction'
import { specOf } from '../support/scenarios'
import { expectWithin, meanOf, meanTolerance } from '../support/statistics'
import { verified, verifiedMean } from '../support/verification'
import { sumOf, tallyOf } from '../support/worlds'

/**
 * Six places between source and market. Where everything must pass is not plain to see: neither all first places (capacity 22) nor
 * all last ones (15) are the best to watch, but c, d and f (2.5 + 5 + 2 = 9.5), of which one way passes c and d both.
 */
const NETWORK: Network = {
  legs: [
    ['source', 'a'],
    ['source', 'b'],
    ['source', 'f'],
    ['a', 'c'],
    ['b', 'c'],
    ['a', 'd'],
    ['c', 'd'],
    ['c', 'e'],
    ['f', 'e'],
    ['d', 'market'],
    ['e', 'market'],
  ],
  detection: { a: 0.1, b: 0.1, c: 0.4, d: 0.2, e: 0.1, f: 0.5 },
}
const VALUE = 2 / 19

/** Weights proportional to 1/detection on a minimum cut: the placement that theory recommends. */
function bestWeights(network: Network): Record<string, number> {
  return Object.fromEntries(solved(network).cut.map((place) => [place, 1 / (network.detection[place] ?? 0)]))
}

/** Probability that a team of these weights finds a shipment, for each way; placements of different days are independent. */
function risksOf(network: Network, weights: Readonly<Record<string, number>>): number[] {
  const places = Object.keys(weights)
  const inclusion = inclusionProbabilities(Object.values(weights), 1)
  const survival = (place: string) =>
    1 - (inclusion[places.indexOf(place)] ?? 0) * (network.detection[place] ?? 0)
  return waysOf(network).map((way) => 1 - way.reduce((product, place) => product * survival(place), 1))
}

interface Played {
  /** Seized share of the shipments that ended after the first days, per run. */
  readonly seized: number[]
  /** Mean probability of the team at each of its places over the same days and all runs, in the order of its places. */
  readonly presence: number[]
}

/** Independent runs of a game. */
function played(file: ScenarioFile, runs: number, days: number, warmDays = 0): Played {
  const spec = specOf(file)
  const presence = new Float64Array(spec.teams.placeNode.length)
  const seized = Array.from({ length: runs }, (_, r) => {
    const world = createWorld(spec, 'game', { replication: r + 1 })
    for (let day = 0; day < warmDays; day++) step(world)
    const before = tallyOf(world)
    for (let day = warmDays; day < days; day++) {
      step(world)
      for (const [place, share] of world.patrols.presence.entries())
        presence[place] = (presence[place] ?? 0) + share
    }
    const after = tallyOf(world)
    const taken = after.seized - before.seized
    return taken / (taken + after.delivered - before.delivered)
  })
  return { seized, presence: [...presence].map((sum) => sum / (runs * (days - warmDays))) }
}

/**
 * Risk of the safest way where a team that follows flow everywhere comes to rest: the Wardrop equilibrium of ways whose places cost
 * detection x their share of all passages, by successive averages. What is seized at one place does not reach the next.
 */
function restingRisk(network: Network): number {
  const ways = waysOf(network)
  const passed = new Map(Object.keys(network.detection).map((place) => [place, 1]))
  let risk = 0
  for (let round = 20; round < 20_000; round++) {
    const total = sumOf([...passed.values()])
    const survival = (place: string) =>
      1 - ((passed.get(place) ?? 0) / total) * (network.detection[place] ?? 0)
    const risks = ways.map((way) => 1 - way.reduce((product, place) => product * survival(place), 1))
    risk = Math.min(...risks)
    const left = new Map<string, number>()
    let share = 1
    for (const place of ways[risks.indexOf(risk)] ?? []) {
      left.set(place, share)
      share *= survival(place)
    }
    for (const [place, before] of passed)
      passed.set(place, before + ((left.get(place) ?? 0) - before) / round)
  }
  return risk
}

/** A network of six places with legs and detections by chance; every way is watched somewhere. */
function randomNetwork(number: number): Network {
  const names = ['source', 'p', 'q', 'r', 's', 't', 'u', 'market']
  const chance = (a: number, b: number) => {
    const words = new Int32Array(4)
    drawBlock(words, number, 0, a, b, 0, 0)
    return unitOf(words[0] ?? 0)
  }
  const legs = names.flatMap((from, a) =>
    names.slice(a + 1).flatMap((to, i) => {
      const b = a + 1 + i
      const isChain = b === a + 1
      return isChain || (b - a < 7 && chance(a, b) < 0.4) ? [[from, to] as const] : []
    }),
  )
  const detection = Object.fromEntries(names.slice(1, -1).map((name, i) => [name, 0.05 + 0.5 * chance(i, i)]))
  return { legs, detection }
}

describe('the game on two routes with detections 0.2 and 0.4', () => {
  const TWO: Network = {
    legs: [
      ['source', 'a'],
      ['source', 'b'],
      ['a', 'market'],
      ['b', 'market'],
    ],
    detection: { a: 0.2, b: 0.4 },
  }
  const seizedOf = (a: number, b: number, changes: Parameters<typeof gameOf>[2] = {}) =>
    played(gameOf(TWO, teamOn(TWO, { a, b }, { placement: 'random' }), changes), 12, 730).seized

  it('has the value 2/15, and seizes it whichever route is taken', () => {
    expectWithin(solved(TWO).value, 2 / 15, 1e-12)
    for (const risk of risksOf(TWO, bestWeights(TWO))) expectWithin(risk, 2 / 15, 1e-12)
    verifiedMean('two routes, best mix, best responder: share seized', seizedOf(2, 1), 2 / 15)
    for (const [i, route] of ['r0', 'r1'].entries()) {
      const seized = seizedOf(2, 1, { routes: [route] })
      verifiedMean(`two routes, best mix, route ${i + 1} only: share seized`, seized, 2 / 15)
    }
  })

  it.each([
    [1, 1, 0.1],
    [4, 1, 0.08],
    [1, 3, 0.05],
  ])('with weights %d to %d costs a best responder only %d', (a, b, expected) => {
    verifiedMean(`two routes, weights ${a} to ${b}, best responder: share seized`, seizedOf(a, b), expected)
  })
})

describe('maximum flow with capacities 1/detection', () => {
  it('is 9.5 on the network of this file, over a minimum cut in its middle', () => {
    const { value, cut } = solved(NETWORK)
    expectWithin(value, VALUE, 1e-12)
    expect(cut).toEqual(['c', 'd', 'f'])
    expect(waysOf(NETWORK)).toHaveLength(6)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'equals the capacity of its cut, which every way crosses (network %i)',
    (number) => {
      const network = randomNetwork(number)
      const { value, cut } = solved(network)
      expectWithin(1 / value, sumOf(cut.map((place) => 1 / (network.detection[place] ?? 0))), 1e-9)
      for (const way of waysOf(network)) expect(way.some((place) => cut.includes(place))).toBe(true)
    },
  )

  it('gives the least risk that a best responder has to take, and no other weights on a grid give more', () => {
    expectWithin(Math.min(...risksOf(NETWORK, bestWeights(NETWORK))), VALUE, 1e-12)
    const steps = [0, 1, 2, 4]
    for (const a of steps)
      for (const c of steps)
        for (const d of steps)
          for (const e of steps)
            for (const f of steps) {
              const risk = Math.min(...risksOf(NETWORK, { a, b: a, c, d, e, f }))
              expect(risk, `weights ${[a, a, c, d, e, f]}`).toBeLessThanOrEqual(VALUE + 1e-12)
            }
  })
})

describe('a team placed at random on a minimum cut, by 1/detection', () => {
  it('seizes 1/maxflow of a best responder', () => {
    const team = teamOn(NETWORK, bestWeights(NETWORK), { placement: 'random' })
    verifiedMean('six places, best mix: share seized', played(gameOf(NETWORK, team), 10, 1_000).seized, VALUE)
  })

  it('seizes as much of one who looks for ways by himself', () => {
    const team = teamOn(NETWORK, bestWeights(NETWORK), { placement: 'random' })
    const generatedRoutes = { count: 6, replanDays: 10 }
    const file = gameOf(NETWORK, team, { routes: [], generatedRoutes })
    verifiedMean('six places, best mix, ways found: share seized', played(file, 10, 1_000).seized, VALUE)
  })

  it.each([1, 2, 3, 4])('seizes 1/maxflow of a best responder on random network %i', (number) => {
    const network = randomNetwork(number)
    const file = gameOf(network, teamOn(network, bestWeights(network), { placement: 'random' }))
    const name = `random network ${number}, best mix: share seized`
    verifiedMean(name, played(file, 10, 600).seized, solved(network).value)
  })
})

describe('other placements', () => {
  const everywhere = { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }
  const onCut = { c: 1, d: 1, f: 1 }

  it('that stay in one place seize nothing while another way is free', () => {
    const team = teamOn(NETWORK, { ...everywhere, c: 2 }, { placement: 'static' })
    const { seized } = played(gameOf(NETWORK, team), 1, 365)
    verified('six places, a team that stays: share seized', {
      expected: 0,
      obtained: meanOf(seized),
      within: 0,
    })
  })

  it('at random everywhere seize the least risk over all ways: 1 - (1 - 0.1/6)(1 - 0.2/6), by a and d', () => {
    const risk = Math.min(...risksOf(NETWORK, everywhere))
    expectWithin(risk, 1 - (1 - 0.1 / 6) * (1 - 0.2 / 6), 1e-12)
    const team = teamOn(NETWORK, everywhere, { placement: 'random' })
    verifiedMean(
      'six places, uniform mix: share seized',
      played(gameOf(NETWORK, team), 10, 1_000).seized,
      risk,
    )
  })

  it.each(['flow', 'seizures'] as const)(
    'that follow %s with a long memory come to seize 1/maxflow, all places of the cut at equal risk',
    (placement) => {
      // Following what is seen, against smoothed best responses: the mean of the second half of six memories.
      const memoryDays = 500
      const team = teamOn(NETWORK, onCut, { placement, memoryDays, explorationShare: 0.05 })
      const file = gameOf(NETWORK, team, { logitScale: 5 })
      const { seized, presence } = played(file, 8, 6 * memoryDays, 3 * memoryDays)
      // Choice noise and the jumps of a finite memory move the resting point by some 2 percent.
      const within = meanTolerance(seized) + 0.02 * VALUE
      const name = `six places, a team that follows ${placement}: share seized`
      verified(name, { expected: VALUE, obtained: meanOf(seized), within })
      for (const [i, place] of Object.keys(onCut).entries()) {
        const obtained = (presence[i] ?? 0) * (NETWORK.detection[place] ?? 0)
        verified(`six places, a team that follows ${placement}: risk at ${place}`, {
          expected: VALUE,
          obtained,
          within: 0.05 * VALUE,
        })
      }
    },
  )

  it('that follow flow at all places come to seize less: ways of many places make them look in vain', () => {
    const expected = restingRisk(NETWORK)
    expect(expected).toBeLessThan(0.7 * VALUE)
    const memoryDays = 500
    const team = teamOn(NETWORK, everywhere, { placement: 'flow', memoryDays, explorationShare: 0 })
    const { seized } = played(gameOf(NETWORK, team, { logitScale: 5 }), 8, 6 * memoryDays, 3 * memoryDays)
    const within = meanTolerance(seized) + 0.02 * expected
    const name = 'six places, a team that follows flow at all of them: share seized'
    verified(name, { expected, obtained: meanOf(seized), within })
  })

  it('that follow seizures without exploring are trapped where the first one was', () => {
    const team = teamOn(NETWORK, onCut, { placement: 'seizures', memoryDays: 500, explorationShare: 0 })
    const { seized, presence } = played(gameOf(NETWORK, team), 4, 1_000, 500)
    expect(sumOf(seized)).toBe(0)
    expect(presence.filter((share) => share > 0).length).toBeGreaterThan(0)
  })
})
