/** Corruption with staffing, and the market for bribes of independent checkpoints: known answers (model sections 5 and 9). */
import { describe, expect, it } from 'vitest'
import type { ScenarioFile } from '../../src/scenario'
import { checkpoint, line, parallel, specOf } from '../support/scenarios'
import { expectShare } from '../support/statistics'
import { verified, verifiedShare } from '../support/verification'
import { emptiedAfter, sumOf, tallyOf } from '../support/worlds'

describe('staffing under corruption', () => {
  /** Ten checks an officer and day among 100 vehicles, half of what is checked found, half of the finders for sale. */
  const seizedShare = (staff: number) => {
    const half = { road: 0.5, rail: 0.5, sea: 0.5, air: 0.5, path: 0.5 }
    const gate = checkpoint('gate', {
      staff,
      shiftFraction: 1,
      inspectionsPerOfficerDay: 10,
      vehiclesPerDay: 100,
      handDetection: half,
      corruptionRate: 0.5,
      officerSalary: 100,
    })
    // So much that every officer who takes bribes takes this one.
    const { dispatched, seized } = tallyOf(
      emptiedAfter(specOf(line([gate], { bribeOffer: 10_000_000 })), 730),
    )
    return { dispatched, seized }
  }

  it.each([
    [2, 0.05],
    [5, 0.125],
    [10, 0.25],
    [20, 0.25],
    [100, 0.25],
  ])('of %d officers seizes %d: more officers help until all vehicles are checked', (staff, expected) => {
    const { dispatched, seized } = seizedShare(staff)
    const name = `${staff} officers where 10 check all, half for sale: share seized`
    verifiedShare(name, seized, dispatched, expected)
  })

  it('is exactly flat beyond the point where all vehicles are checked', () => {
    expect(seizedShare(40)).toEqual(seizedShare(20))
  })
})

describe('checkpoints that each ask a bribe for themselves', () => {
  const V = 900
  const asking = { corruptionRate: 1, interdictionOdds: 0.8 }
  const market = (file: ScenarioFile): ScenarioFile => ({
    ...file,
    assumptions: { bribeMarket: 'independent-posts', tripValueUsd: V },
  })
  const chain = (n: number) => market(line(Array.from({ length: n }, (_, i) => checkpoint(`p${i}`, asking))))

  it.each([1, 2, 3, 5])(
    '%d in series ask 1/(n + 1) of the trip value each, and 1/(n + 1) of the traffic runs',
    (n) => {
      const world = emptiedAfter(specOf(chain(n)), 365)
      const { counters } = world
      const { dispatched, delivered, seized } = tallyOf(world)
      const trips = dispatched + sumOf(counters.declined)
      verifiedShare(
        `checkpoints in series that each ask a bribe, ${n}: share that travels`,
        dispatched,
        trips,
        1 / (n + 1),
      )
      expect(world.askCents[0]).toBe((V * 100) / (n + 1))
      for (const cents of counters.checkpointBribeCents) expect(cents).toBe((dispatched * V * 100) / (n + 1))
      expect(seized).toBe(0)
      expect(delivered).toBe(dispatched)
    },
  )

  it('take together n/(n + 1) of the trip value, more and more as they split, from less and less traffic', () => {
    const takings = [1, 2, 3].map((n) => {
      const world = emptiedAfter(specOf(chain(n)), 365)
      return sumOf(world.counters.bribeCents) / (tallyOf(world).dispatched + sumOf(world.counters.declined))
    })
    // n/(n + 1) of the value from 1/(n + 1) of the trips.
    for (const [i, cents] of takings.entries()) {
      const n = i + 1
      const name = `checkpoints in series that each ask a bribe, ${n}: takings per trip and value`
      verified(name, { expected: n / (n + 1) ** 2, obtained: cents / (V * 100), within: 0.012 })
    }
  })

  it('leave checkpoints out that take no bribes', () => {
    const honest = checkpoint('honest', { interdictionOdds: 0.2 })
    const world = emptiedAfter(
      specOf(market(line([checkpoint('p0', asking), honest, checkpoint('p1', asking)]))),
      365,
    )
    const { dispatched, seized } = tallyOf(world)
    expectShare(dispatched, dispatched + sumOf(world.counters.declined), 1 / 3)
    expectShare(seized, dispatched, 0.2)
  })

  it('do not keep anybody at home where there are none', () => {
    const world = emptiedAfter(specOf(market(line([checkpoint('gate')]))), 100)
    expect(sumOf(world.counters.declined)).toBe(0)
    expect(tallyOf(world).dispatched).toBeGreaterThan(9_000)
  })

  it('keep at home who finds the way too dear: each route by its own checkpoints', () => {
    const file = parallel([checkpoint('a', asking), checkpoint('b')], { logitScale: 1e7 })
    const world = emptiedAfter(specOf(market(file)), 365)
    const [dear = 0, free = 0] = world.counters.dispatched
    const declined = sumOf(world.counters.declined)
    expectShare(dear, dear + declined, 1 / 2)
    expectShare(free, free + dear + declined, 1 / 2)
  })
})
