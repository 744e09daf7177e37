/** Learning: perceived odds from experience, what allies share, and what organisations do about it. */
import { describe, expect, it } from 'vitest'
import { createWorld, PHASES, step, type World } from '../../../src/engine'
import { dispatch } from '../../../src/engine/phases/dispatch'
import { checkpoint, line, organisation, parallel, specOf } from '../../support/scenarios'
import { expectWithin, meanOf, sdOf, sdTolerance } from '../../support/statistics'
import { verified, verifiedMean, verifiedShare } from '../../support/verification'
import { emptiedAfter, routeShares, shipmentsByRoute, sumOf, tallyOf, worldAfter } from '../../support/worlds'

const perDay = (kgPerDay: number) => [{ commodity: 'goods', source: 'source', kgPerDay }]

describe('experience at constant odds', () => {
  it('leads perceived odds to the true ones, with the spread of its effective memory', () => {
    const [p, rate, memoryDays, members] = [0.2, 10, 10, 20]
    const learning = { memoryDays, priorWeight: 0.001, priorOdds: 0.9 }
    const file = line([checkpoint('gate', { interdictionOdds: p })])
    const organisations = Array.from({ length: members }, (_, i) => {
      return organisation({ id: `org${i}`, routes: ['only'], supply: perDay(rate), learning })
    })
    const world = createWorld(specOf({ ...file, organisations, assumptions: { reviewDays: 1 } }), 'test')
    const perceived: number[] = []
    const apart = 8 * memoryDays
    for (let day = 1; day <= 60 * apart; day++) {
      step(world)
      if (day % apart === 0) perceived.push(...world.perceived)
    }
    expect(perceived).toHaveLength(60 * members)
    // Crossings of k days ago count 2^(-k/memory): variance p(1-p)/m * (1-f)/(1+f) with f the daily factor.
    const keep = 2 ** (-1 / memoryDays)
    const sd = Math.sqrt(((p * (1 - p)) / rate) * ((1 - keep) / (1 + keep)))
    verifiedMean('perceived odds at true odds 0.2: mean', perceived, p)
    const within = sdTolerance(sd, perceived.length)
    verified('perceived odds at true odds 0.2: spread', { expected: sd, obtained: sdOf(perceived), within })
  })

  it('of nothing leaves the prior as it is', () => {
    const file = line([checkpoint('gate')], { supply: perDay(0), learning: { priorOdds: 0.37 } })
    expectWithin(worldAfter(specOf(file), 50).perceived[0] ?? 0, 0.37, 1e-15)
  })

  it('with a prior is the Beta-Bernoulli mean of what happened', () => {
    const file = line([checkpoint('gate', { interdictionOdds: 0.5 })], {
      learning: { priorOdds: 0.1, priorWeight: 30, memoryDays: 36_500 },
    })
    const world = createWorld(specOf({ ...file, assumptions: { reviewDays: 7 } }), 'test')
    let [lost, crossed] = [0, 0]
    for (let day = 0; day < 8; day++) {
      if (day === 7) [lost, crossed] = [world.counters.seizures[0] ?? 0, world.counters.crossings[0] ?? 0]
      step(world)
    }
    const keep = 2 ** (-7 / 36_500)
    expectWithin(world.perceived[0] ?? 0, (lost * keep + 3) / (crossed * keep + 30), 1e-12)
  })

  it('counts half after the memory has passed', () => {
    const file = line([checkpoint('gate', { interdictionOdds: 0.5 })], { learning: { memoryDays: 60 } })
    const world = createWorld(specOf({ ...file, assumptions: { reviewDays: 30 } }), 'test')
    const withoutDispatch = PHASES.filter((phase) => phase !== dispatch)
    for (let day = 0; day < 30; day++) step(world, day < 28 ? PHASES : withoutDispatch)
    const [lost, passed] = [world.lost[0] ?? 0, world.passed[0] ?? 0]
    expect(lost + passed).toBe(tallyOf(world).dispatched)
    for (let day = 30; day <= 60; day++) step(world, withoutDispatch)
    expectWithin(world.lost[0] ?? 0, lost / 2, 1e-9)
    expectWithin(world.passed[0] ?? 0, passed / 2, 1e-9)
  })
})

describe('sharing within an alliance', () => {
  const memoryDays = 90
  const world = (sharing: number, alliance: string | undefined) => {
    const file = line([checkpoint('gate', { interdictionOdds: 0.3 })])
    const member = (id: string, kgPerDay: number) => {
      const named = alliance === undefined ? {} : { alliance }
      const learning = { sharing, memoryDays }
      return organisation({ id, routes: ['only'], supply: perDay(kgPerDay), learning, ...named })
    }
    const organisations = [member('busy', 50), member('idle', 0)]
    return worldAfter(specOf({ ...file, organisations, assumptions: { reviewDays: 1 } }), 100)
  }

  it("adds that fraction of the allies' experience to the own", () => {
    const shared = world(0.5, 'north')
    const [lost, passed] = [shared.lost[0] ?? 0, shared.passed[0] ?? 0]
    expect(shared.counters.dispatched[1]).toBe(0)
    expect((shared.lost[1] ?? 0) + (shared.passed[1] ?? 0)).toBe(0)
    step(shared)
    const half = 2 ** (-1 / memoryDays) / 2
    const [weight, prior] = [20, 0.02]
    const expected = (half * lost + weight * prior) / (half * (lost + passed) + weight)
    expectWithin(shared.perceived[1] ?? 0, expected, 1e-12)
  })

  it('in full gives allies the same picture', () => {
    const { perceived } = world(1, 'north')
    expectWithin(perceived[1] ?? 0, perceived[0] ?? 1, 1e-15)
  })

  it('tells nothing to strangers, or where nothing is shared', () => {
    expect(world(1, undefined).perceived[1]).toBe(0.02)
    expect(world(0, 'north').perceived[1]).toBe(0.02)
  })
})

describe('raising the odds on one of two routes', () => {
  const odds = (raised: number) => [
    checkpoint('p0', { interdictionOdds: raised }),
    checkpoint('p1', { interdictionOdds: 0.05 }),
  ]
  const years = 3 * 365
  const learned = (raised: number, changes: Parameters<typeof parallel>[1] = {}): World =>
    emptiedAfter(specOf(parallel(odds(raised), { logitScale: 60, ...changes })), years)

  it('moves the flow to the other, and seizures rise less than if nobody adapted', () => {
    const before = learned(0.05)
    const after = learned(0.5)
    const unmoved = learned(0.5, { logitScale: 1e7 })
    expectWithin(routeShares(before)[0] ?? 0, 0.5, 0.1)
    expect(routeShares(after)[0]).toBeLessThan(0.2)
    expect(shipmentsByRoute(after).r1).toBeGreaterThan(1.5 * (shipmentsByRoute(before).r1 ?? 0))
    const { seized, dispatched } = tallyOf(unmoved)
    verifiedShare('odds 0.5 and 0.05 on two routes, nobody adapts: share seized', seized, dispatched, 0.275)
    const rise = (world: World) => tallyOf(world).seized / tallyOf(world).dispatched - 0.05
    expect(rise(after)).toBeGreaterThan(0)
    expect(rise(after)).toBeLessThan(0.5 * rise(unmoved))
  })

  it('moves exactly the logit share of those who know the odds', () => {
    const world = learned(0.5, { learning: { information: 'true-odds' }, logitScale: 300 })
    // Price 1000, no aversion; a lost crew costs 1000 USD with probability 1/2, over a load of 1 kg.
    const gap = (0.5 - 0.05) * (1_000 + 500)
    const share = 1 / (1 + Math.exp(gap / 300))
    const shipments = shipmentsByRoute(world)
    const [stayed, all] = [shipments.r0 ?? 0, sumOf(Object.values(shipments))]
    verifiedShare('odds 0.5 and 0.05, known, noise 300: share of the riskier route', stayed, all, share)
  })
})

describe('learning without choice noise', () => {
  it('keeps two used routes equally risky in the eyes of the organisation, as Wardrop asks', () => {
    const [rate, memoryDays, weight, days] = [50, 120, 2_000, 12_000]
    const [p0, p1] = [0.1, 0.2]
    const file = parallel(
      [checkpoint('p0', { interdictionOdds: p0 }), checkpoint('p1', { interdictionOdds: p1 })],
      {
        supply: perDay(rate),
        logitScale: 0,
        learning: { memoryDays, priorWeight: weight, priorOdds: 0 },
      },
    )
    const world = createWorld(specOf({ ...file, assumptions: { reviewDays: 1 } }), 'test')
    const gaps: number[] = []
    const warm: number[] = []
    for (let day = 0; day < days; day++) {
      step(world)
      if (day === 10 * memoryDays) warm.push(...Object.values(shipmentsByRoute(world)))
      if (day > 10 * memoryDays) gaps.push(Math.abs((world.perceived[0] ?? 0) - (world.perceived[1] ?? 0)))
    }
    const flow = Object.values(shipmentsByRoute(world)).map((count, i) => count - (warm[i] ?? 0))
    const share = (flow[1] ?? 0) / sumOf(flow)
    // Discounted crossings N in all, n on the riskier route: n p1 / (n + w) = (N - n) p0 / (N - n + w).
    const keep = 2 ** (-1 / memoryDays)
    const N = (rate * keep) / (1 - keep)
    const risk = (n: number, p: number) => (n * p) / (n + weight)
    let [low, high] = [0, N]
    for (let i = 0; i < 60; i++) {
      const n = (low + high) / 2
      if (risk(n, p1) < risk(N - n, p0)) low = n
      else high = n
    }
    expect(meanOf(gaps)).toBeLessThan(0.1 * risk(low, p1))
    const name = 'odds 0.1 and 0.2 learned, no noise (Wardrop): share of the riskier route'
    verified(name, { expected: low / N, obtained: share, within: 0.01 })
  })

  it('with everything known uses the best route only', () => {
    const file = parallel(
      [checkpoint('p0', { interdictionOdds: 0.051 }), checkpoint('p1', { interdictionOdds: 0.05 })],
      {
        logitScale: 0,
        learning: { information: 'true-odds' },
      },
    )
    expect(routeShares(worldAfter(specOf(file), 100))).toEqual([0, 1])
  })
})
