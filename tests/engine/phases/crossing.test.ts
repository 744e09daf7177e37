/** Crossing checkpoints: cases whose answer is known (model section 9). */
import { describe, expect, it } from 'vitest'
import { effectiveOdds } from '../../../src/engine'
import { checkpoint, line, specOf } from '../../support/scenarios'
import { expectShare, expectWithin } from '../../support/statistics'
import { verifiedShare } from '../../support/verification'
import { emptiedAfter, indexOf, sumOf, tallyOf } from '../../support/worlds'

const DAYS = 365

/** Odds that staffing gives: `staff` officers who inspect 5 vehicles a day each, of 1000, on a third of the time. */
const staffed = { shiftFraction: 0.4, inspectionsPerOfficerDay: 5, vehiclesPerDay: 1_000, targeting: 1 }
const findsAll = { road: 1, rail: 1, sea: 1, air: 1, path: 1 }

describe('checkpoints in series', () => {
  it('let through the product of the chances to pass each', () => {
    const odds = [0.05, 0.3, 0, 0.12, 0.5]
    const spec = specOf(line(odds.map((interdictionOdds, i) => checkpoint(`p${i}`, { interdictionOdds }))))
    const world = emptiedAfter(spec, DAYS)
    const { dispatched, delivered, seized } = tallyOf(world)
    expect(delivered + seized).toBe(dispatched)
    const survival = odds.reduce((share, p) => share * (1 - p), 1)
    verifiedShare(
      'checkpoints in series at 0.05, 0.3, 0, 0.12, 0.5: share delivered',
      delivered,
      dispatched,
      survival,
    )
    for (const [k, p] of odds.entries())
      expectShare(world.counters.seizures[k] ?? 0, world.counters.crossings[k] ?? 0, p, `checkpoint ${k}`)
  })

  it('deliver 0.598737 over ten checkpoints at 5 percent', () => {
    const checkpoints = Array.from({ length: 10 }, (_, i) => checkpoint(`p${i}`, { interdictionOdds: 0.05 }))
    const { dispatched, delivered } = tallyOf(emptiedAfter(specOf(line(checkpoints)), 3 * DAYS))
    expectWithin(0.95 ** 10, 0.598737, 5e-7)
    verifiedShare('ten checkpoints in series at 0.05: share delivered', delivered, dispatched, 0.95 ** 10)
  })

  it('deliver the same in another order, which only moves seizures between checkpoints', () => {
    const checkpoints = Array.from({ length: 10 }, (_, i) =>
      checkpoint(`p${i}`, { interdictionOdds: i === 0 ? 0.3 : 0.05 }),
    )
    const forth = emptiedAfter(specOf(line(checkpoints)), DAYS)
    const back = emptiedAfter(specOf(line(checkpoints.toReversed())), DAYS)
    // Each checkpoint meets each shipment with the same draws, so the deliveries agree exactly, not only on average.
    expect(tallyOf(back)).toEqual(tallyOf(forth))
    const first = indexOf(forth.spec.checkpoints, 'p0')
    expectShare(forth.counters.seizures[first] ?? 0, tallyOf(forth).dispatched, 0.3)
    expectShare(back.counters.seizures[first] ?? 0, tallyOf(back).dispatched, 0.3 * 0.95 ** 9)
  })
})

describe('corruption', () => {
  it('at one checkpoint lowers the seized share to p(1 - kappa)', () => {
    const p = 0.4
    const spec = specOf(
      line([checkpoint('gate', { interdictionOdds: p, corruptionRate: 0.8, officerSalary: 100 })], {
        bribeOffer: 1_200,
      }),
    )
    // One year of pay is the half-acceptance bribe: a(x) = 1/2.
    const kappa = 0.8 / 2
    expectWithin(effectiveOdds(spec, 0, 0, 0).bribed, kappa, 1e-15)
    expectWithin(effectiveOdds(spec, 0, 0, 0).seized, p * (1 - kappa), 1e-15)
    const world = emptiedAfter(spec, DAYS)
    const { dispatched, seized } = tallyOf(world)
    verifiedShare(
      'odds 0.4 of which bribes waive kappa = 0.4: share seized',
      seized,
      dispatched,
      p * (1 - kappa),
    )
  })

  it.each([
    [0, 0],
    [300, 0.25 ** 2 / (0.25 ** 2 + 1)],
    [2_400, 0.8],
    [12_000, 100 / 101],
  ])('accepts a bribe of %i USD with the Hill share %f of the corruptible crossings', (bribeOffer, share) => {
    const spec = specOf(line([checkpoint('gate', { corruptionRate: 1, officerSalary: 100 })], { bribeOffer }))
    expectWithin(effectiveOdds(spec, 0, 0, 0).bribed, share, 1e-15)
  })

  it('pays pi * d * kappa times the offer per crossing, counted at the checkpoint and with the organisation', () => {
    const spec = specOf(
      line(
        [
          checkpoint('gate', {
            ...staffed,
            staff: 200,
            handDetection: { road: 0.5 },
            corruptionRate: 0.6,
            officerSalary: 50,
          }),
        ],
        { bribeOffer: 600.25 },
      ),
    )
    const world = emptiedAfter(spec, DAYS)
    const { counters } = world
    const [pi, d, kappa] = [0.4, 0.5, 0.6 * (600.25 ** 2 / (600.25 ** 2 + 600 ** 2))]
    const cents = sumOf(counters.checkpointBribeCents)
    expect(cents).toBe(sumOf(counters.bribeCents))
    expect(cents % 60_025).toBe(0)
    const [paid, crossings] = [cents / 60_025, counters.crossings[0] ?? 0]
    verifiedShare('bribes paid per crossing, pi d kappa', paid, crossings, pi * d * kappa)
  })

  it('costs nothing where officers are honest', () => {
    const world = emptiedAfter(
      specOf(line([checkpoint('gate', { interdictionOdds: 0.5 })], { bribeOffer: 10_000 })),
      100,
    )
    expect(sumOf(world.counters.bribeCents)).toBe(0)
    expect(sumOf(world.counters.seizures)).toBeGreaterThan(0)
  })
})

describe('staffing', () => {
  const seizedShareWith = (staff: number) => {
    const gate = checkpoint('gate', { ...staffed, staff, requiredStaff: 100, handDetection: findsAll })
    return tallyOf(emptiedAfter(specOf(line([gate])), DAYS))
  }

  it('of none seizes nothing', () => {
    const { dispatched, delivered, seized } = seizedShareWith(0)
    expect(seized).toBe(0)
    expect(delivered).toBe(dispatched)
  })

  it('of 12 officers where 100 are required inspects 12/100 as much', () => {
    const [few, all] = [seizedShareWith(12), seizedShareWith(100)]
    verifiedShare('100 of 100 officers: share seized', all.seized, all.dispatched, 0.2)
    verifiedShare('12 of 100 officers: share seized', few.seized, few.dispatched, 0.2 * 0.12)
  })

  it('stops helping once every vehicle is inspected', () => {
    const [enough, more] = [seizedShareWith(500), seizedShareWith(2_000)]
    verifiedShare('five times the officers that check all: share seized', enough.seized, enough.dispatched, 1)
    expect(more).toEqual(enough)
  })

  it('has odds that rise linearly and saturate at one', () => {
    const oddsOf = (staff: number) =>
      effectiveOdds(specOf(line([checkpoint('gate', { ...staffed, staff })])), 0, 0, 0).inspected
    for (const staff of [0, 12, 100, 250, 499]) expectWithin(oddsOf(staff), staff / 500, 1e-15)
    for (const staff of [500, 501, 2_000]) expect(oddsOf(staff)).toBe(1)
  })

  it('multiplies with targeting', () => {
    const gate = checkpoint('gate', { ...staffed, staff: 100, targeting: 3, handDetection: findsAll })
    const { dispatched, seized } = tallyOf(emptiedAfter(specOf(line([gate])), DAYS))
    expectShare(seized, dispatched, 0.6)
  })

  it('is beside the point where nobody else crosses: every vehicle is inspected', () => {
    const gate = checkpoint('gate', { ...staffed, staff: 1, vehiclesPerDay: 0, handDetection: findsAll })
    expect(effectiveOdds(specOf(line([gate])), 0, 0, 0).inspected).toBe(1)
  })
})

describe('customs seals', () => {
  const sealedLine = (sealedPolicy: 'honour' | 'open', sealedShare: number) =>
    emptiedAfter(
      specOf(line([checkpoint('gate', { interdictionOdds: 0.6, sealedPolicy })], { sealedShare })),
      DAYS,
    )

  it('that are honoured protect every sealed shipment', () => {
    const world = sealedLine('honour', 1)
    const { dispatched, delivered } = tallyOf(world)
    verifiedShare('sealed loads where seals are honoured: share delivered', delivered, dispatched, 1)
    expect(sumOf(world.counters.inspections)).toBe(0)
    expect(sumOf(world.counters.crossings)).toBe(dispatched)
  })

  it('that may be opened protect nobody', () => {
    const { dispatched, seized } = tallyOf(sealedLine('open', 1))
    expectShare(seized, dispatched, 0.6)
  })

  it('protect only the share that travels sealed', () => {
    const { dispatched, seized } = tallyOf(sealedLine('honour', 0.25))
    verifiedShare('a quarter sealed, odds 0.6: share seized', seized, dispatched, 0.75 * 0.6)
  })

  it('do not exist for loads carried over paths', () => {
    const file = line([checkpoint('gate', { interdictionOdds: 0.6, sealedPolicy: 'honour' })], {
      sealedShare: 1,
    })
    const legs = file.legs.map((leg) => ({ ...leg, mode: 'path' as const }))
    const { dispatched, seized } = tallyOf(emptiedAfter(specOf({ ...file, legs }), DAYS))
    expectShare(seized, dispatched, 0.6)
  })
})

describe('places', () => {
  it('with several checkpoints make a shipment pass all of them', () => {
    const odds = [0.2, 0.1, 0.3]
    const checkpoints = odds.map((interdictionOdds, i) =>
      checkpoint(`p${i}`, { node: 'gate', interdictionOdds }),
    )
    const file = line([checkpoint('gate')])
    const world = emptiedAfter(specOf({ ...file, checkpoints }), DAYS)
    const { dispatched, delivered } = tallyOf(world)
    expectShare(delivered, dispatched, 0.8 * 0.9 * 0.7)
    expect(world.counters.crossings[1]).toBe(dispatched - (world.counters.seizures[0] ?? 0))
  })

  it('of origin and market have their checkpoints crossed too', () => {
    const checkpoints = [
      checkpoint('exit', { node: 'source', interdictionOdds: 0.25 }),
      checkpoint('entry', { node: 'market', interdictionOdds: 0.5 }),
    ]
    const world = emptiedAfter(specOf({ ...line([checkpoint('gate')]), checkpoints }), DAYS)
    const { dispatched, delivered } = tallyOf(world)
    const [entry, exit] = [indexOf(world.spec.checkpoints, 'entry'), indexOf(world.spec.checkpoints, 'exit')]
    expect(world.counters.crossings[exit]).toBe(dispatched)
    expectShare(world.counters.seizures[exit] ?? 0, dispatched, 0.25)
    expectShare(world.counters.seizures[entry] ?? 0, world.counters.crossings[entry] ?? 0, 0.5)
    expectShare(delivered, dispatched, 0.75 * 0.5)
  })

  it('passed twice are crossed twice, with independent outcomes', () => {
    const file = line([checkpoint('gate', { interdictionOdds: 0.3 }), checkpoint('turn')])
    const nodes = ['source', 'gate', 'turn', 'gate', 'market']
    const legs = [
      ...file.legs,
      { id: 'out', from: 'gate', to: 'market', mode: 'road' as const, km: 1, hours: 1 },
    ]
    const world = emptiedAfter(specOf({ ...file, legs, routes: [{ id: 'only', name: 'Only', nodes }] }), DAYS)
    const { dispatched, delivered } = tallyOf(world)
    expectShare(delivered, dispatched, 0.7 * 0.7)
  })
})
