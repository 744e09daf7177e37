/** Parallel legs: a shipment takes the fastest one that is open when it sets out. */
import { describe, expect, it } from 'vitest'
import { digest, legsOfRoute, restore, snapshot, step, view, type World } from '../../src/engine'
import type { ScenarioFile } from '../../src/scenario'
import { expectEveryGram } from '../support/balance'
import { checkpoint, line, parallel, specOf, stream } from '../support/scenarios'
import { indexOf, sumOf, worldAfter } from '../support/worlds'

type Leg = ScenarioFile['legs'][number]
type Changes = NonNullable<ScenarioFile['interventions']>[number]['changes']

const WINTER = [10, 11, 12, 1, 2, 3]
const SUMMER = [4, 5, 6, 7, 8, 9]

/** `source` - `gate` - `market`, the first step over the given legs, the second one of an hour. */
function legs(first: readonly Partial<Leg>[], changes: Changes = []): ScenarioFile {
  const file = line([checkpoint('gate')], { supply: stream(50) })
  const [, second] = file.legs
  if (second === undefined) throw new Error('no second leg')
  const given = first.map((leg, i): Leg => {
    const ends = { from: 'source', to: 'gate', mode: 'road', km: 10, hours: 10 } as const
    return { id: `p${i}`, ...ends, ...leg }
  })
  const interventions = changes.length === 0 ? [] : [{ id: 'change', title: 'Change', changes }]
  return { ...file, legs: [...given, second], interventions }
}

/** Shipments that have set out on a leg. */
const taken = ({ counters, spec }: World, leg: string) => counters.legShipments[indexOf(spec.legs, leg)] ?? 0
const shares = (file: ScenarioFile, days: number) => {
  const world = worldAfter(specOf(file), days)
  expectEveryGram(world)
  return ['p0', 'p1'].map((leg) => taken(world, leg))
}

describe('of parallel legs', () => {
  it('one that is closed all year leaves all shipments to the other', () => {
    const [fast, slow] = shares(legs([{ openMonths: [] }, { hours: 14, km: 300 }]), 60)
    expect(fast).toBe(0)
    expect(slow).toBeGreaterThan(2_000)
  })

  it('the fastest is taken, of equal ones the first by id, in any order of the file', () => {
    expect(shares(legs([{ hours: 14 }, { hours: 11 }]), 30)[0]).toBe(0)
    expect(shares(legs([{}, {}]), 30)[1]).toBe(0)
    const file = legs([{}, {}])
    expect(shares({ ...file, legs: file.legs.toReversed() }, 30)[1]).toBe(0)
  })

  it('the one of the season is taken: each in its own months, none while both are closed', () => {
    const file = legs([{ openMonths: WINTER.slice(0, 5) }, { openMonths: SUMMER, hours: 20 }])
    const until = (days: number) => shares(file, days)
    const [winter, march, summer] = [until(59), until(90), until(200)]
    expect(winter[0]).toBeGreaterThan(1_000)
    // Who set out late on the last day of February finds the leg closed and waits at the source.
    expect(march[0]).toBe(winter[0])
    expect(winter[1]).toBe(0)
    expect(march[1]).toBe(0)
    expect(summer[0]).toBe(winter[0])
    expect(summer[1]).toBeGreaterThan(2_000)
  })

  it('the one that winter does not slow down is taken in winter only', () => {
    const file = legs([{ winterDelay: 3, winterMonths: [1, 2] }, { hours: 20 }])
    const [inWinter, later] = [shares(file, 59), shares(file, 120)]
    expect(inWinter[0]).toBe(0)
    expect(later[0]).toBeGreaterThan(1_000)
    expect((later[1] ?? 0) - (inWinter[1] ?? 0)).toBeLessThan(60)
  })

  it('each departure counts, however late on the way the month turns', () => {
    // 31 days to the gate: nothing sets out from there in January.
    const file = legs([{ hours: 744 }])
    const onward = (id: string, openMonths: number[], hours: number): Leg => {
      return { id, from: 'gate', to: 'market', mode: 'road', km: 10, hours, openMonths }
    }
    const months = [onward('january', [1], 5), onward('february', [2, 3], 9)]
    const world = worldAfter(specOf({ ...file, legs: [...file.legs.slice(0, 1), ...months] }), 80)
    expect(taken(world, 'january')).toBe(0)
    expect(taken(world, 'february')).toBeGreaterThan(1_000)
  })
})

describe('a change of one of two parallel legs', () => {
  const target = 'legs.p0.openMonths'

  it('turns shipments to the other from its day on, and back when it ends', () => {
    const changes = [{ target, from: '2009-02-01', until: '2009-03-01', set: [] }]
    const file = legs([{}, { hours: 14 }], changes)
    const [before, during, after] = [31, 59, 90].map((days) => shares(file, days))
    expect(before?.[1]).toBe(0)
    expect(during?.[0]).toBe(before?.[0])
    expect(during?.[1]).toBeGreaterThan(1_000)
    expect(after?.[1]).toBe(during?.[1])
    expect(after?.[0]).toBeGreaterThan(during?.[0] ?? 0)
  })

  it.each([
    ['legs.p0.openMonths', { openMonths: [] }, []],
    ['legs.p0.hours', { hours: 20 }, 20],
    ['legs.p0.winterDelay', { winterDelay: 2.5 }, 2.5],
  ])('is the same run from the first day on as a value of the file: %s', (path, given, set) => {
    const changes = [{ target: path, from: '2009-01-01', set }]
    const [plain, changed] = [
      legs([given, { hours: 14, mode: 'rail' }]),
      legs([{}, { hours: 14, mode: 'rail' }], changes),
    ].map((file) => digest(worldAfter(specOf(file), 120)))
    expect(changed).toBe(plain)
  })

  it('does not touch the arrival of those who are under way on it: what arrives by a leg has left by it', () => {
    const changes = [{ target: 'legs.p0.hours', from: '2009-01-15', set: 200 }]
    const world = worldAfter(specOf(legs([{ hours: 100 }, { hours: 120 }], changes)), 60)
    const { arrivedGrams, legGrams } = world.counters
    const p0 = indexOf(world.spec.legs, 'p0')
    expect(legGrams[p0]).toBeGreaterThan(0)
    expect(arrivedGrams[p0]).toBe(legGrams[p0])
  })
})

describe('the utility of a route over parallel legs', () => {
  const turning = [{ openMonths: WINTER }, { openMonths: SUMMER, freightUsdPerKg: 100 }]
  const onward = turning.map((leg, i): Leg => {
    return { id: `q${i}`, from: 'gate', to: 'market', mode: 'road', km: 10, hours: 10, ...leg }
  })

  it.each([
    ['the first step', legs(turning)],
    [
      'a step behind other parallel legs',
      { ...legs([]), legs: [...legs([{}, {}]).legs.slice(0, 2), ...onward] },
    ],
  ])('is that of the leg taken now from the day on which %s turns, between two reviews too', (_, file) => {
    const organisations = file.organisations.map((own) => ({ ...own, holdingCost: 0 }))
    const spec = specOf({ ...file, organisations, assumptions: { reviewDays: 60 } })
    const utility = (days: number) => worldAfter(spec, days).utility[0] ?? 0
    // 1 April is the day after 90 others.
    expect(utility(90)).toBe(utility(61))
    expect(utility(90) - utility(91)).toBeCloseTo(100, 9)
  })
})

describe('parallel legs of several modes', () => {
  const loads = { road: { kind: 'fixed', kg: 1 }, rail: { kind: 'fixed', kg: 5 } } as const
  const seasonal = (mode?: 'road' | 'rail'): ScenarioFile => {
    const file = legs([
      { mode: 'road', openMonths: SUMMER, km: 900 },
      { mode: 'rail', hours: 30, km: 900 },
    ])
    return {
      ...file,
      organisations: file.organisations.map((own) => ({ ...own, loads })),
      routes: file.routes.map((route) => ({ ...route, mode })),
    }
  }
  const meanKg = (file: ScenarioFile, from: number, until: number) => {
    const [a, b] = [worldAfter(specOf(file), from), worldAfter(specOf(file), until)]
    const grams = sumOf(b.counters.dispatchedGrams) - sumOf(a.counters.dispatchedGrams)
    return grams / (sumOf(b.counters.dispatched) - sumOf(a.counters.dispatched)) / 1000
  }

  it('carry the loads of the mode that is taken now', () => {
    expect(meanKg(seasonal(), 0, 85)).toBe(5)
    expect(meanKg(seasonal(), 95, 150)).toBe(1)
  })

  it('are searched by the mode that the shipment came by', () => {
    const handDetection = { road: 0, rail: 1, sea: 0, air: 0, path: 0 }
    const file = seasonal()
    const gate = checkpoint('gate', { staff: 100, vehiclesPerDay: 1, handDetection })
    const world = worldAfter(specOf({ ...file, checkpoints: [gate] }), 85)
    expect(sumOf(world.counters.delivered)).toBe(0)
    const later = worldAfter(specOf({ ...file, checkpoints: [gate] }), 150)
    expect(sumOf(later.counters.delivered)).toBeGreaterThan(2_000)
  })

  it('do not stand in for each other on a route that names its mode', () => {
    const world = worldAfter(specOf(seasonal('road')), 150)
    expect(taken(world, 'p1')).toBe(0)
    expect(worldAfter(specOf(seasonal('road')), 80).counters.dispatched[0]).toBe(0)
    expect(taken(world, 'p0')).toBeGreaterThan(2_000)
  })
})

describe('the mode of a route that names none', () => {
  it('is that of the longest stretch as it is on the day, whether the file or an intervention gives its length', () => {
    const file = legs([{ mode: 'rail', km: 50 }])
    const loads = { road: { kind: 'fixed', kg: 1 }, rail: { kind: 'fixed', kg: 5 } } as const
    const organisations = file.organisations.map((own) => ({ ...own, loads }))
    const changes = [{ target: 'legs.leg1.km', from: '2009-02-01', until: '2009-03-01', set: 60 }]
    const interventions = [{ id: 'detour', title: 'Detour', changes }]
    const spec = specOf({ ...file, organisations, interventions })
    const meanKg = [0, 31, 59].map((from, i) => {
      const [a, b] = [from, [31, 59, 90][i] ?? 0].map((day) => worldAfter(spec, day).counters)
      const grams = sumOf(b?.dispatchedGrams ?? []) - sumOf(a?.dispatchedGrams ?? [])
      return grams / (sumOf(b?.dispatched ?? []) - sumOf(a?.dispatched ?? [])) / 1000
    })
    expect(meanKg).toEqual([5, 1, 5])
    const resumed = restore(spec, snapshot(worldAfter(spec, 40)))
    while (resumed.day < 70) step(resumed)
    expect(digest(resumed)).toBe(digest(worldAfter(spec, 70)))
  })
})

describe('routes that organisations find', () => {
  const found = (changes: Changes = []): ScenarioFile => {
    const file = legs([{ openMonths: WINTER }, { hours: 12 }, { hours: 13 }], changes)
    const organisations = file.organisations.map((own) => {
      return { ...own, routes: [], generatedRoutes: { count: 3, replanDays: 10 } }
    })
    return { ...file, organisations }
  }

  it('are one over all parallel legs of a mode, and follow what is open', () => {
    const world = worldAfter(specOf(found()), 120)
    expect(sumOf(world.slotActive)).toBe(1)
    expect([taken(world, 'p0'), taken(world, 'p1')].every((count) => count > 1_000)).toBe(true)
    expect(taken(world, 'p2')).toBe(0)
  })

  it('do not repeat a listed route on the same legs', () => {
    const file = legs([{ openMonths: WINTER }, { hours: 12 }])
    const organisations = file.organisations.map((own) => {
      return { ...own, generatedRoutes: { count: 3, replanDays: 10 } }
    })
    for (const days of [30, 100, 120])
      expect(sumOf(worldAfter(specOf({ ...file, organisations }), days).slotActive)).toBe(0)
  })

  it('are kept when they turn to another leg between two searches', () => {
    const changes = [{ target: 'legs.p0.hours', from: '2009-02-04', until: '2009-03-07', set: 50 }]
    const world = worldAfter(specOf(found(changes)), 90)
    expect(sumOf(world.counters.dispatched.map((count) => (count > 0 ? 1 : 0)))).toBe(1)
    expectEveryGram(world)
  })
})

describe('a run with parallel legs', () => {
  const mixed = (): ScenarioFile =>
    legs(
      [{ openMonths: WINTER, mode: 'rail', hours: 60 }, { hours: 70 }, { hours: 65, openMonths: SUMMER }],
      [{ target: 'legs.p1.hours', from: '2009-02-11', until: '2009-03-11', scale: 0.5 }],
    )

  it('goes on from a snapshot of any day as if nothing had been', () => {
    const spec = specOf(mixed())
    const whole = digest(worldAfter(spec, 130))
    for (const day of [1, 41, 42, 69, 89, 90, 91, 121]) {
      const world = restore(spec, snapshot(worldAfter(spec, day)))
      expect(digest(world)).toBe(digest(worldAfter(spec, day)))
      while (world.day < 130) step(world)
      expect(digest(world), `from day ${day}`).toBe(whole)
    }
  })

  it('shows every shipment on the leg that it travels', () => {
    const world = worldAfter(specOf(mixed()), 92)
    const { shipments } = view(world)
    const count = (leg: string) => {
      const travelling = [...shipments.leg.subarray(0, shipments.count)].filter(
        (one, i) => one === indexOf(world.spec.legs, leg) && (shipments.departAt[i] ?? 0) < 92 * 24,
      )
      return travelling.length
    }
    expect(count('p0')).toBeGreaterThan(20)
    expect(count('p2')).toBeGreaterThan(20)
    const { arrivedGrams, legGrams } = world.counters
    for (const leg of ['p0', 'p1', 'p2']) {
      const i = indexOf(world.spec.legs, leg)
      expect(((legGrams[i] ?? 0) - (arrivedGrams[i] ?? 0)) / 1000).toBe(count(leg))
    }
  })
})

describe('a route over parallel legs', () => {
  it('may take any of them, and on its other steps the one leg there is', () => {
    const spec = specOf(legs([{}, { hours: 14 }]))
    expect(legsOfRoute(spec, 0).map((leg) => spec.legs.ids[leg])).toEqual(['p0', 'p1', 'leg1'])
  })
})

describe('routes that share parallel legs', () => {
  it('overlap where they take the same one now', () => {
    const file = parallel([checkpoint('a'), checkpoint('b')], { supply: stream(100), logitScale: 1_000_000 })
    const leg = (id: string, from: string, to: string): Leg => ({
      id,
      from,
      to,
      mode: 'road',
      km: 90,
      hours: 24,
    })
    const trunk = [leg('t0', 'a', 'b'), leg('t1', 'a', 'b')]
    const via = ['source', 'a', 'b', 'market']
    const routes = [
      ...file.routes,
      { id: 'r2', name: 'Route 2', nodes: via },
      { id: 'r3', name: 'Route 3', nodes: via },
    ]
    const organisations = file.organisations.map((own) => ({ ...own, routes: routes.map(({ id }) => id) }))
    const world = worldAfter(specOf({ ...file, legs: [...file.legs, ...trunk], routes, organisations }), 1)
    const sizes = [...world.pathSize]
    expect(sizes[2]).toBe(sizes[3])
    expect(sizes[2]).toBeCloseTo((10 / 3 + 90 / 2 + 10 / 3) / 110, 12)
  })
})
