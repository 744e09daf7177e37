/** Routes that organisations find by themselves: the balloon effect's way (model section 4). */
import { describe, expect, it } from 'vitest'
import { digest, type ModelSpec, type World } from '../../src/engine'
import type { ScenarioFile } from '../../src/scenario'
import { expectEveryGram } from '../support/balance'
import { expectDeterministic } from '../support/determinism'
import { checkpoint, line, parallel, specOf, stream } from '../support/scenarios'
import { expectShare } from '../support/statistics'
import { indexOf, sumOf, tallyOf, worldAfter } from '../support/worlds'

type Changes = Parameters<typeof parallel>[1]

/** Three ways to the market at these odds and freights, of which only the first may be listed. */
function ways(changes: Changes, odds = [0, 0, 0]): ScenarioFile {
  const names = ['a', 'b', 'c']
  const checkpoints = names.map((id, i) => checkpoint(id, { interdictionOdds: odds[i] ?? 0 }))
  const file = parallel(checkpoints, changes)
  const legs = file.legs.map((leg) => ({
    ...leg,
    freightUsdPerKg: leg.id === 'source-b' ? 10 : leg.id === 'source-c' ? 100 : 0,
  }))
  return { ...file, legs, routes: file.routes.slice(0, 1) }
}

function crossings(world: World, id: string): number {
  return world.counters.crossings[indexOf(world.spec.checkpoints, id)] ?? 0
}

describe('an organisation that finds its own routes', () => {
  it('without any listed route takes the cheapest ways there are', () => {
    const spec = specOf(ways({ routes: [], generatedRoutes: { count: 2 }, logitScale: 1e7 }))
    const world = worldAfter(spec, 200)
    expect(tallyOf(world).delivered).toBeGreaterThan(10_000)
    expectShare(crossings(world, 'a'), crossings(world, 'a') + crossings(world, 'b'), 0.5)
    expect(crossings(world, 'c')).toBe(0)
  })

  it('does not count a way twice that is listed too', () => {
    const changes = { generatedRoutes: { count: 2 }, logitScale: 1e7 }
    const world = worldAfter(specOf(ways({ routes: ['r0'], ...changes })), 200)
    expectShare(crossings(world, 'a'), crossings(world, 'a') + crossings(world, 'b'), 0.5)
  })

  it('sends its flow over a way that nobody listed when the checkpoints of the listed one harden', () => {
    const learning = { information: 'true-odds' as const }
    const changes = { target: 'checkpoints.a.interdictionOdds', from: '2009-04-11', set: 0.6 }
    const base = {
      ...ways({ routes: ['r0'], generatedRoutes: { count: 1, replanDays: 10 }, logitScale: 1, learning }),
      interventions: [{ id: 'harden', title: 'Harden', changes: [changes] }],
    }
    const spec = specOf(base)
    const [before, after] = [worldAfter(spec, 100), worldAfter(spec, 200)]
    expect(crossings(before, 'b')).toBe(0)
    expect(crossings(before, 'a')).toBeGreaterThan(9_000)
    expect(crossings(after, 'b')).toBeGreaterThan(8_000)
    expect(crossings(after, 'a') - crossings(before, 'a')).toBeLessThan(200)
    const organisations = base.organisations.map((entry) => ({ ...entry, generatedRoutes: { count: 0 } }))
    const stuck = worldAfter(specOf({ ...base, organisations }), 200)
    expect(crossings(stuck, 'b')).toBe(0)
    expect(tallyOf(stuck).seized).toBeGreaterThan(5_000)
    expect(tallyOf(after).seized).toBeLessThan(200)
  })

  it('learns its way around by experience alone', () => {
    const generatedRoutes = { count: 1, replanDays: 10 }
    const world = worldAfter(specOf(ways({ routes: [], generatedRoutes, logitScale: 1 }, [0.5, 0, 0.9])), 300)
    expect(crossings(world, 'b')).toBeGreaterThan(15_000)
    expect(crossings(world, 'a')).toBeLessThan(5_000)
  })

  it('keeps a way in use when the order of the ways changes', () => {
    // The cheapest way falls to second place: both stay in use, each once.
    const learning = { information: 'true-odds' as const }
    const changes = { target: 'checkpoints.a.interdictionOdds', from: '2009-02-10', set: 0.04 }
    const generatedRoutes = { count: 2, replanDays: 10 }
    const spec = specOf({
      ...ways({ routes: [], generatedRoutes, logitScale: 1e7, learning }, [0, 0.2, 0]),
      interventions: [{ id: 'harden', title: 'Harden', changes: [changes] }],
    })
    const count = (world: World) => world.slotActive.reduce((sum, is) => sum + is, 0)
    // First a (0) and c (100), then a (about 41) and c; with b at 10 + 223 never.
    for (const days of [30, 60, 200]) expect(count(worldAfter(spec, days)), `day ${days}`).toBe(2)
    expect(crossings(worldAfter(spec, 200), 'b')).toBe(0)
  })

  it.each([
    ['b', { a: 10, b: 20, c: 0 }, ['a', 'c']],
    ['a', { a: 10, b: 20, c: 0 }, ['b', 'c']],
    ['b', { a: 0, b: 10, c: 20 }, ['a', 'c']],
  ])(
    'gives a newcomer the slot of %s, which is given up, and not that of a way still wanted',
    (lost, freights, wanted) => {
      const learning = { information: 'true-odds' as const }
      const swap = { from: '2009-02-10', set: 0 }
      const changes = [
        { ...swap, target: `checkpoints.${lost}.interdictionOdds`, set: 0.9 },
        { ...swap, target: 'checkpoints.c.interdictionOdds' },
      ]
      // Nothing is under way, so that no slot is kept by its shipments.
      const supply = [{ commodity: 'goods', source: 'source', kgPerDay: 0 }]
      const base = ways(
        { routes: [], supply, generatedRoutes: { count: 2, replanDays: 10 }, learning },
        [0, 0, 0.9],
      )
      const legs = base.legs.map((leg) => ({
        ...leg,
        freightUsdPerKg: leg.from === 'source' ? (new Map(Object.entries(freights)).get(leg.to) ?? 0) : 0,
      }))
      const interventions = [{ id: 'swap', title: 'Swap', changes }]
      const { routes, slotActive, spec } = worldAfter(specOf({ ...base, legs, interventions }), 45)
      const places = [...slotActive.entries()].flatMap(([r, is]) =>
        is === 1 ? [spec.nodes.ids[routes.nodes[(routes.start[r] ?? 0) + r + 1] ?? -1]] : [],
      )
      expect(places.toSorted()).toEqual(wanted)
    },
  )
})

describe('a way that has to be found', () => {
  /** A chain of places that no listed route passes. */
  function chain(places: number): ScenarioFile {
    const checkpoints = Array.from({ length: places }, (_, i) => checkpoint(`p${String(i).padStart(4, '0')}`))
    const file = line(checkpoints, {
      routes: [],
      generatedRoutes: { count: 1, replanDays: 7 },
      supply: stream(100),
    })
    const ends = { from: 'elsewhere', to: 'market', mode: 'road', km: 10, hours: 1 } as const
    return {
      ...file,
      nodes: [
        ...file.nodes.map((node, i) => ({ ...node, lat: 0, lon: i / 100 })),
        { id: 'elsewhere', name: 'Elsewhere', country: 'XA', lat: 1, lon: 1, kind: 'source' },
      ],
      legs: [...file.legs, { id: 'other', ...ends }],
      routes: [{ id: 'other', name: 'Other', nodes: ['elsewhere', 'market'] }],
    }
  }
  const foundLegs = ({ routes, slotActive }: World, active = true) =>
    [...routes.isGenerated.entries()]
      .filter(([r, is]) => is === 1 && (!active || slotActive[r] === 1))
      .map(([r]) => (routes.end[r] ?? 0) - (routes.start[r] ?? 0))

  it.each([63, 64, 65, 199, 1_000])('is found and used when it has %i legs', (legs) => {
    const world = worldAfter(specOf(chain(legs - 1)), 60)
    expect(tallyOf(world).delivered).toBeGreaterThan(1_000)
    expect(foundLegs(world)).toEqual([legs])
  })

  it('may be longer than one before it, which keeps its legs and its loads', () => {
    const file = chain(20)
    // A short cut that is dear for six weeks.
    const cut = { id: 'cut', from: 'p0003', to: 'market', mode: 'road', km: 10, hours: 400 } as const
    const legs = [...file.legs.map((leg) => ({ ...leg, freightUsdPerKg: 1 })), cut]
    const [from, until] = ['2009-02-01', '2009-03-15']
    const changes = [{ target: 'legs.cut.freightUsdPerKg', from, until, set: 500 }]
    const spec = specOf({ ...file, legs, interventions: [{ id: 'dear', title: 'Dear', changes }] })
    const world = worldAfter(spec, 40)
    expect(foundLegs(world)).toEqual([21])
    expect(foundLegs(world, false).filter((length) => length > 0)).toEqual([5, 21])
    expect(world.fleet.count).toBeGreaterThan(1_000)
    expectEveryGram(world)
    expectDeterministic(spec, 120)
  })
})

describe('a number of routes to find that changes during the run', () => {
  const learning = { information: 'true-odds' as const }
  const from = '2009-04-11'
  const file = (count: number, later?: number): ScenarioFile => {
    const changes = [{ target: 'organisations.*.generatedRoutes.count', from, set: later ?? count }]
    return {
      ...ways(
        { routes: ['r0'], generatedRoutes: { count, replanDays: 10 }, logitScale: 1, learning },
        [0.6, 0, 0],
      ),
      interventions: later === undefined ? [] : [{ id: 'change', title: 'Change', changes }],
    }
  }
  const usedAfter = (spec: ModelSpec, id: string) =>
    crossings(worldAfter(spec, 220), id) - crossings(worldAfter(spec, 120), id)

  it('counts from the next search on when it rises from none, and nothing changes before', () => {
    const [changing, never] = [specOf(file(0, 1)), specOf(file(0))]
    expect(digest(worldAfter(changing, 100))).toBe(digest(worldAfter(never, 100)))
    expect(crossings(worldAfter(changing, 100), 'b')).toBe(0)
    expect(usedAfter(changing, 'b')).toBeGreaterThan(8_000)
    expect(usedAfter(changing, 'a')).toBe(0)
    expect(usedAfter(never, 'b')).toBe(0)
  })

  it('gives up the routes that were found when it falls to none, and what is under way arrives', () => {
    const spec = specOf(file(1, 0))
    expect(crossings(worldAfter(spec, 100), 'b')).toBeGreaterThan(8_000)
    expect(usedAfter(spec, 'b')).toBe(0)
    expect(usedAfter(spec, 'a')).toBeGreaterThan(8_000)
    expect(worldAfter(spec, 120).slotActive.includes(1)).toBe(false)
    for (const days of [100, 101, 110, 220]) expectEveryGram(worldAfter(spec, days))
  })

  it.each([
    [3, 1],
    [1, 3],
  ])('falls or rises between %d and %d', (count, later) => {
    const everywhere = (base: ScenarioFile) => ({
      ...base,
      organisations: base.organisations.map((entry) => ({ ...entry, routes: [] })),
    })
    const spec = specOf(everywhere(file(count, later)))
    const active = (days: number) => worldAfter(spec, days).slotActive.reduce((sum, is) => sum + is, 0)
    expect([active(100), active(120)]).toEqual([count, later])
  })

  it('leaves one digest behind, whether straight, watched, saved and restored or in another order', () => {
    expectDeterministic(specOf(file(1, 0)), 130)
    expectDeterministic(specOf(file(0, 2)), 130)
  })
})

describe('a market without a price for the commodity', () => {
  const file = ways({ routes: [], generatedRoutes: { count: 1 } }, [0, 0.9, 0.9])
  const nodes = file.nodes.map((node) =>
    node.id === 'a' ? { ...node, kind: 'market' as const, uptakeShare: 1 } : node,
  )
  const priced = (prices: ScenarioFile['commodities'][number]['prices']) =>
    specOf({ ...file, nodes, commodities: [{ id: 'goods', name: 'Goods', prices }] })

  it('is a place of transit on a way that was found', () => {
    const world = worldAfter(priced({ node: { source: 100, market: 1_000 } }), 100)
    const cell = (id: string) => world.counters.marketGrams[indexOf(world.spec.nodes, id)] ?? 0
    expect(crossings(world, 'a')).toBeGreaterThan(9_000)
    expect(cell('a')).toBe(0)
    expect(cell('market')).toBeGreaterThan(9_000_000)
    expect(sumOf(world.counters.revenueCents)).toBe(cell('market') * 100)
  })

  it('with a price is the end of the way', () => {
    const world = worldAfter(priced({ node: { source: 100, a: 1_000, market: 1_000 } }), 100)
    expect(world.counters.marketGrams[indexOf(world.spec.nodes, 'a')]).toBeGreaterThan(9_000_000)
    expect(world.counters.marketGrams[indexOf(world.spec.nodes, 'market')]).toBe(0)
  })
})

describe('everything at once', () => {
  const base = ways(
    {
      routes: ['r0'],
      generatedRoutes: { count: 2, replanDays: 13 },
      logitScale: 200,
      protectionBudget: 100_000,
      replaceSeizures: 0.7,
    },
    [0.3, 0.1, 0],
  )
  const market = { model: 'elastic' as const, slope: 0.5, demandKgPerDay: { market: 120 } }
  const team = (placement: 'random' | 'seizures' | 'flow') => ({
    id: placement,
    name: placement,
    placement,
    places: ['a', 'b', 'c'].map((node) => ({ node, detection: 0.2 })),
  })
  const spec = specOf({
    ...base,
    commodities: base.commodities.map((commodity) => ({ ...commodity, market })),
    teams: [team('random'), team('seizures'), team('flow')],
    operations: [
      { id: 'op', name: 'Operation', node: 'b', from: '2009-05-01', days: 20, detection: 0.5, leak: 1 },
    ],
  })

  it('leaves one digest behind, whether straight, watched, saved and restored or in another order', () => {
    expectDeterministic(spec, 240)
  })

  it('loses no gram', () => {
    for (const days of [1, 50, 120, 240]) expectEveryGram(worldAfter(spec, days))
  })

  it('does happen', () => {
    const { counters, market: prices } = worldAfter(spec, 240)
    const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)
    expect(total(counters.patrolSeizures)).toBeGreaterThan(100)
    expect(total(counters.protectionCents)).toBeGreaterThan(0)
    expect(prices.factor.some((factor) => factor !== 1)).toBe(true)
  })
})
