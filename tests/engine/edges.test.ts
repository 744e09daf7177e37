/** The edges of rules: what holds exactly at a bound, on the first day, or at the first place. Each of these was once mended or lost unseen. */
import { describe, expect, it } from 'vitest'
import {
  createWorld,
  DEPARTED,
  effectiveOdds,
  isOpenOn,
  MODE_NAMES,
  pathSizesOf,
  step,
} from '../../src/engine'
import { setThresholds } from '../../src/engine/choice'
import { writeRoute } from '../../src/engine/foundRoutes'
import type { ScenarioFile } from '../../src/scenario'
import { checkpoint, line, organisation, parallel, specOf, stream } from '../support/scenarios'
import { emptiedAfter, indexOf, sumOf, tallyOf, worldAfter } from '../support/worlds'

type Operation = NonNullable<ScenarioFile['operations']>[number]

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)

/** Sixty days after the start. */
const OPERATION: Operation = {
  id: 'op',
  name: 'Operation',
  node: 'gate',
  from: '2009-03-02',
  days: 10,
  detection: 1,
  costUsd: 1_234,
}
const BEGINS = 60

describe('a checkpoint', () => {
  it('whose odds are set to 0 inspects nobody, whatever its staff', () => {
    const busy = { staff: 500, vehiclesPerDay: 10, handDetection: { road: 1 } }
    const spec = specOf(line([checkpoint('gate', { ...busy, interdictionOdds: 0 })]))
    expect(effectiveOdds(spec, 0, 0, 0)).toMatchObject({ inspected: 0, found: 1, seized: 0 })
    const { counters } = worldAfter(spec, 30)
    expect(counters.crossings[0]).toBeGreaterThan(1_000)
    expect([counters.inspections[0], counters.seizures[0]]).toEqual([0, 0])
  })

  it('that can be bought for nothing is not bought by those who expect to lose nothing there', () => {
    const checkpoints = [checkpoint('gate', { protectionRetainer: 0, interdictionOdds: 0.5 })]
    const spec = specOf(line(checkpoints, { protectionBudget: 1_000, learning: { priorOdds: 0.5 } }))
    // Nothing has come through before the first review; a week later there is something to lose.
    expect([...worldAfter(spec, 1).bought]).toEqual([0])
    expect([...worldAfter(spec, 8).bought]).toEqual([1])
  })
})

describe('an operation', () => {
  const base = line([checkpoint('gate')])

  it('that is known of keeps at home, the day before, those who would arrive after midnight', () => {
    const spec = specOf({ ...base, operations: [{ ...OPERATION, leak: 1 }] })
    const sent = (days: number) => tallyOf(worldAfter(spec, days)).dispatched
    expect(sent(BEGINS - 1)).toBeGreaterThan(sent(BEGINS - 2) + 50)
    expect(sent(BEGINS)).toBe(sent(BEGINS - 1))
    expect(sent(BEGINS + 9)).toBe(sent(BEGINS - 1))
    expect(sent(BEGINS + 11)).toBeGreaterThan(sent(BEGINS - 1) + 50)
  })

  it('at the source is none to those who have left it', () => {
    const file = {
      ...parallel([checkpoint('a'), checkpoint('b')]),
      operations: [{ ...OPERATION, node: 'source', leak: 1 }],
    }
    const sent = (days: number) => worldAfter(specOf(file), days).counters.dispatched
    const [before, last] = [sent(BEGINS - 1), sent(BEGINS)]
    for (const [c, shipments] of last.entries()) expect(shipments).toBeGreaterThan((before[c] ?? 0) + 20)
    expect(sent(BEGINS + 9)).toEqual(last)
  })

  it('whose leak an intervention opens is known of from that day on', () => {
    const changes = [{ target: 'operations.op.leak', from: '2009-02-20', set: 1 }]
    const file = { ...base, operations: [{ ...OPERATION, leak: 0 }] }
    const leaked = { ...file, interventions: [{ id: 'leak', title: 'Leak', changes }] }
    expect(tallyOf(emptiedAfter(specOf(file), 100)).seized).toBeGreaterThan(500)
    expect(tallyOf(emptiedAfter(specOf(leaked), 100)).seized).toBe(0)
  })

  it('is paid for on its first day, in full and once', () => {
    const spec = specOf({ ...base, operations: [OPERATION] })
    const paid = [BEGINS, BEGINS + 1, BEGINS + 9, BEGINS + 12].map(
      (days) => worldAfter(spec, days).counters.costCents[2],
    )
    expect(paid).toEqual([0, 123_400, 123_400, 123_400])
  })
})

describe('a route', () => {
  it('that takes a leg twice is still one user of it', () => {
    const file = line([checkpoint('gate')])
    const around = { id: 'around', name: 'Around', nodes: ['source', 'gate', 'source', 'gate', 'market'] }
    const organisations = [organisation({ routes: ['only', 'around'] })]
    const spec = specOf({ ...file, organisations, routes: [...file.routes, around] })
    expect(pathSizesOf(spec, [indexOf(spec.routes, 'around')])).toEqual([1])
    // Of its 40 km the way there, taken twice, and the last leg are shared with the direct route; the way back is its own.
    expect(
      pathSizesOf(
        spec,
        ['only', 'around'].map((id) => indexOf(spec.routes, id)),
      ),
    ).toEqual([0.5, 0.625])
  })

  it('that is found over roads is carried by road, and one with a stretch of path by path', () => {
    const found = (mode: 'road' | 'path') => {
      const file = line([checkpoint('gate')], { routes: [], generatedRoutes: { count: 1 } })
      const legs = file.legs.map((leg, i) => (i === 1 ? { ...leg, mode, km: 0.5 } : leg))
      const { routes, slotActive } = worldAfter(specOf({ ...file, legs }), 1)
      return MODE_NAMES[routes.mode[slotActive.indexOf(1)] ?? -1]
    }
    expect(found('road')).toBe('road')
    expect(found('path')).toBe('path')
  })

  it.each([10, 60])(
    'that costs the same with a place between as without is found without: %i a leg',
    (freightUsdPerKg) => {
      const fearless = { holdingCost: 0, learning: { priorOdds: 0 } }
      const file = line([checkpoint('gate')], { routes: [], generatedRoutes: { count: 1 }, ...fearless })
      const legs = file.legs.map((leg) => ({ ...leg, freightUsdPerKg }))
      const direct = {
        ...legs[0],
        id: 'a',
        from: 'source',
        to: 'market',
        mode: 'road' as const,
        km: 20,
        hours: 2,
      }
      const spec = specOf({ ...file, legs: [...legs, { ...direct, freightUsdPerKg: 2 * freightUsdPerKg }] })
      const { routes, slotActive } = worldAfter(spec, 1)
      const r = slotActive.indexOf(1)
      const found = [...routes.legs.subarray(routes.start[r], routes.end[r])].map((leg) => spec.legs.ids[leg])
      expect(found).toEqual(['a'])
    },
  )

  it('is found where loss is certain, if there is no other', () => {
    const learning = { information: 'true-odds' as const }
    const changes = { routes: [], generatedRoutes: { count: 1 }, learning }
    const world = worldAfter(specOf(line([checkpoint('gate', { interdictionOdds: 1 })], changes)), 30)
    expect(sumOf(world.slotActive)).toBe(1)
    expect(tallyOf(world).seized).toBeGreaterThan(1_000)
  })

  it('that is found one leg longer than the one before leaves the next in its place', () => {
    const checkpoints = ['a', 'b', 'c', 'd'].map((id) => checkpoint(id))
    const spec = specOf(line(checkpoints, { routes: [], generatedRoutes: { count: 2 } }))
    const world = createWorld(spec, 'test')
    const [first = -1, second = -1] = [...spec.routes.isGenerated.keys()].filter(
      (r) => spec.routes.isGenerated[r] === 1,
    )
    const legsOf = (r: number) => [...world.routes.legs.subarray(world.routes.start[r], world.routes.end[r])]
    const way = [0, 1, 2, 3, 4].map((i) => indexOf(spec.legs, `leg${i}`))
    writeRoute(world, first, way.slice(0, 3))
    writeRoute(world, second, way.slice(0, 3))
    writeRoute(world, first, way.slice(0, 4))
    expect(legsOf(first)).toEqual(way.slice(0, 4))
    expect(legsOf(second)).toEqual(way.slice(0, 3))
  })
})

describe('the choice of a route', () => {
  it('falls on one of a share however shares are rounded, never on one without', () => {
    const checkpoints = ['a', 'b', 'c'].map((id) => checkpoint(id))
    const world = createWorld(specOf(parallel(checkpoints)), 'test')
    // The sum of these is below 1 by more than one part in 2^32.
    world.choiceShare.set([0.5, 0.5 - 1e-6, 0])
    setThresholds(world, 0)
    expect([...world.choiceThreshold]).toEqual([2 ** 31, 2 ** 32, 2 ** 32])
  })

  it('counts the stay at a place before the leg that closes', () => {
    const file = line([checkpoint('gate')])
    const nodes = file.nodes.map((node) => (node.id === 'gate' ? { ...node, dwellHours: 240 } : node))
    const legs = file.legs.map((leg, i) => (i === 1 ? { ...leg, openMonths: [1] } : leg))
    const spec = specOf({ ...file, nodes, legs })
    const sent = (days: number) => tallyOf(worldAfter(spec, days)).dispatched
    // Who leaves by 21 January is through the gate, ten days later, before the month ends.
    expect(sent(21)).toBeGreaterThan(sent(20) + 50)
    expect(sent(35)).toBe(sent(21))
  })

  it('knows in December what is closed in January', () => {
    const file = line([checkpoint('gate', { closedMonths: [1] })], { supply: stream(20) })
    const legs = file.legs.map((leg) => ({ ...leg, hours: 72 }))
    const sent = (days: number) => tallyOf(worldAfter(specOf({ ...file, legs }), days)).dispatched
    // Who leaves after 28 December is not at the gate before the year ends.
    expect(sent(362)).toBeGreaterThan(sent(361) + 5)
    expect(sent(365)).toBe(sent(362))
  })

  it('knows from the first day to the last of a month that a leg is open', () => {
    const file = line([checkpoint('gate')])
    const legs = file.legs.map((leg, i) => (i === 0 ? { ...leg, openMonths: [1] } : leg))
    const spec = specOf({ ...file, legs })
    expect([0, 1, 30, 31, 364, 365].map((day) => isOpenOn(spec, 0, day))).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
    ])
  })

  it('knows two pairs of parallel legs apart', () => {
    const file = line([checkpoint('gate')])
    const slow = (id: string, at: number) => {
      const [leg] = file.legs.slice(at, at + 1)
      if (leg === undefined) throw new Error('a line has two legs')
      return { ...leg, id, hours: 30 }
    }
    const pairs = [...file.legs, slow('slow0', 0), slow('slow1', 1)]
    const spec = specOf({ ...file, legs: pairs })
    const { counters } = emptiedAfter(spec, 400)
    const took = (id: string) => counters.legShipments[indexOf(spec.legs, id)] ?? -1
    expect([took('slow0'), took('slow1')]).toEqual([0, 0])
    expect(took('leg1')).toBe(took('leg0'))
    expect(took('leg0')).toBeGreaterThan(500)
    // Both of the second pair are closed in January.
    const winter = pairs.map((leg) => (leg.from === 'gate' ? { ...leg, openMonths: MONTHS.slice(1) } : leg))
    const sent = (days: number) => tallyOf(worldAfter(specOf({ ...file, legs: winter }), days)).dispatched
    expect(sent(30)).toBe(0)
    expect(sent(40)).toBeGreaterThan(500)
  })

  it('holds a certain loss as dear as a thousand times what is lost', () => {
    const checkpoints = [checkpoint('sure', { interdictionOdds: 1 }), checkpoint('dear')]
    const learning = { information: 'true-odds' as const }
    const found = (freightUsdPerKg: number) => {
      const file = parallel(checkpoints, { routes: [], generatedRoutes: { count: 1 }, learning })
      const legs = file.legs.map((leg) => (leg.from === 'dear' ? { ...leg, freightUsdPerKg } : leg))
      const prices = { kind: { source: 10, market: 90 } }
      const spec = specOf({ ...file, legs, commodities: [{ id: 'goods', name: 'Goods', prices }] })
      const { routes, slotActive } = worldAfter(spec, 1)
      const r = slotActive.indexOf(1)
      return spec.nodes.ids[routes.nodes[(routes.start[r] ?? 0) + r + 1] ?? -1]
    }
    expect(found(89_999)).toBe('dear')
    expect(found(90_001)).toBe('sure')
  })
})

describe('a static group of teams', () => {
  it('does not stand where it gives no weight, though it has more teams than other places', () => {
    const nodes = ['a', 'b', 'c']
    const places = nodes.map((node, i) => ({ node, detection: 1, weight: [1, 0, 2][i] ?? 0 }))
    const teams = [{ id: 'team', name: 'Team', count: 3, reviewDays: 1, places }]
    const { patrols } = worldAfter(specOf({ ...parallel(nodes.map((id) => checkpoint(id))), teams }), 2)
    expect([...patrols.teamAt]).toEqual([1, 0, 1])
  })
})

describe('a load', () => {
  it('weighs a gram at least when it sets out', () => {
    const tiny = { kind: 'lognormal', meanKg: 0.001, variation: 5 } as const
    const spec = specOf(line([], { supply: stream(0.1), loads: { road: tiny } }))
    const world = createWorld(spec, 'test', { watch: true })
    const weights = new Set<number>()
    for (let day = 0; day < 20; day++) {
      const log = step(world)
      for (let row = 0; row < log.count; row++)
        if (log.kind[row] === DEPARTED) weights.add(log.grams[row] ?? -1)
    }
    expect(Math.min(...weights)).toBe(1)
    expect(weights.size).toBeGreaterThan(5)
  })

  it('weighs a gram at least when it has been processed', () => {
    const few = { kind: 'fixed', kg: 0.007 } as const
    const file = line([checkpoint('lab')], { loads: { road: few }, supply: stream(1) })
    const refined = { id: 'refined', name: 'Refined', prices: { kind: { market: 20_000 } } }
    const [input, output] = ['goods', 'refined']
    const site = { id: 'site', name: 'Site', node: 'lab', input, output, yieldShare: 0.1 }
    const spec = specOf({ ...file, commodities: [...file.commodities, refined], processingSites: [site] })
    const world = emptiedAfter(spec, 20)
    const { delivered } = tallyOf(world)
    expect(delivered).toBeGreaterThan(1_000)
    expect(sumOf(world.counters.deliveredGrams)).toBe(delivered)
  })

  it('is not sold where it sets out, though there is a market there', () => {
    const file = line([checkpoint('gate')])
    const nodes = file.nodes.map((node) =>
      node.id === 'source' ? { ...node, kind: 'market' as const, uptakeShare: 1 } : node,
    )
    const world = emptiedAfter(specOf({ ...file, nodes }), 20)
    const soldAt = (id: string) => world.counters.marketGrams[indexOf(world.spec.nodes, id)]
    expect(soldAt('source')).toBe(0)
    expect(soldAt('market')).toBe(sumOf(world.counters.dispatchedGrams))
    expect(tallyOf(world).delivered).toBeGreaterThan(1_000)
  })
})

describe('crews', () => {
  it('that a change takes away are free ones first, then those that come back', () => {
    const changes = [{ target: 'organisations.org.crews', from: '2009-03-02', set: 10 }]
    const file = line([checkpoint('gate')], { crews: 50, returnDays: 3 })
    const legs = file.legs.map((leg) => ({ ...leg, hours: 48 }))
    const spec = specOf({ ...file, legs, interventions: [{ id: 'fewer', title: 'Fewer', changes }] })
    const busy = (days: number) => {
      const { crewReturns, crewsFree, fleet } = worldAfter(spec, days)
      return { away: fleet.count + sumOf(crewReturns), free: crewsFree[0] ?? 0 }
    }
    expect(busy(BEGINS)).toEqual({ away: 50, free: 0 })
    const after = busy(BEGINS + 1)
    expect(after.away + after.free).toBe(10)
    expect(after.free).toBeLessThan(0)
    for (const days of [10, 20, 40]) {
      const { away, free } = busy(BEGINS + days)
      expect([away + free, away <= 10, free >= 0]).toEqual([10, true, true])
    }
  })
})

describe('teams that follow flow', () => {
  it('forget half of what they saw in the days of their memory', () => {
    const changes = [{ target: 'organisations.org.supply.0.kgPerDay', from: '2009-03-02', set: 0 }]
    const places = [{ node: 'gate', detection: 0 }]
    const teams = [
      { id: 'team', name: 'Team', placement: 'flow' as const, memoryDays: 12, reviewDays: 1, places },
    ]
    const file = {
      ...line([checkpoint('gate')]),
      teams,
      interventions: [{ id: 'end', title: 'End', changes }],
    }
    const spec = specOf(file)
    const score = (days: number) => worldAfter(spec, days).patrols.score[0] ?? 0
    const [seen, later] = [score(BEGINS + 5), score(BEGINS + 17)]
    expect(tallyOf(worldAfter(spec, BEGINS + 5)).delivered).toBe(
      tallyOf(worldAfter(spec, BEGINS + 17)).delivered,
    )
    expect(seen).toBeGreaterThan(100_000)
    expect(later / seen).toBeCloseTo(0.5, 12)
  })
})

describe('an audit', () => {
  it('ends a deal at once, pays nothing back, and is seen in perceived odds at the next review only', () => {
    const bought = { interdictionOdds: 0.5, protectionRetainer: 100, integrityAudit: 1 }
    const file = line([checkpoint('gate', bought)], { protectionBudget: 1_000 })
    // Reviews on days 0, 40, 80; audits on days 30, 60, 90.
    const spec = specOf({ ...file, assumptions: { reviewDays: 40 } })
    const [before, after, late] = [worldAfter(spec, 60), worldAfter(spec, 61), worldAfter(spec, 80)]
    expect([[...before.bought], [...after.bought], [...late.bought]]).toEqual([[1], [0], [0]])
    expect([after, late].map(({ counters }) => counters.protectionCents[0])).toEqual(
      [before, before].map(({ counters }) => counters.protectionCents[0]),
    )
    expect(before.counters.protectionCents[0]).toBe(Math.round((100 * 100 * 40) / 30))
    expect([before, after, late].map(({ counters }) => counters.exposures[0])).toEqual([0, 1, 1])
    // What was learned there is gone but for the crossings of the day.
    expect((before.lost[0] ?? 0) + (before.passed[0] ?? 0)).toBeGreaterThan(1_000)
    expect((after.lost[0] ?? 0) + (after.passed[0] ?? 0)).toBe(
      (after.counters.crossings[0] ?? 0) - (before.counters.crossings[0] ?? 0),
    )
    expect([after.perceived[0], late.perceived[0]]).toEqual([before.perceived[0], before.perceived[0]])
    expect(worldAfter(spec, 81).perceived[0]).not.toBe(before.perceived[0])
  })
})
