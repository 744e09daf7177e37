/** Travel: seasons, waiting, opening hours, stays, and markets on the way. */
import { describe, expect, it } from 'vitest'
import { createWorld, DELIVERED, DEPARTED, epochDayOf, monthOf, step, type World } from '../../../src/engine'
import type { ScenarioFile } from '../../../src/scenario'
import { checkpoint, line, parallel, specOf, stream } from '../../support/scenarios'
import { verifiedShare } from '../../support/verification'
import {
  candidateOf,
  emptiedAfter,
  indexOf,
  routeShares,
  sumOf,
  tallyOf,
  worldAfter,
} from '../../support/worlds'

type Leg = ScenarioFile['legs'][number]
type Checkpoint = ScenarioFile['checkpoints'][number]

/** The line with changed legs. */
function withLegs(file: ScenarioFile, changes: Readonly<Record<string, Partial<Leg>>>): ScenarioFile {
  return { ...file, legs: file.legs.map((leg) => ({ ...leg, ...changes[leg.id] })) }
}

interface Journey {
  departures: number[]
  arrivals: number[]
  delivered: number
}

/** Hours of departure and arrival of every shipment, by its key. */
function journeysOf(world: World, days: number): Journey[] {
  const journeys = new Map<string, Journey>()
  for (let day = 0; day < days; day++) {
    const log = step(world)
    for (let row = 0; row < log.count; row++) {
      const key = `${log.shipmentA[row]}/${log.shipmentB[row]}`
      const journey = journeys.get(key) ?? { departures: [], arrivals: [], delivered: -1 }
      journeys.set(key, journey)
      if (log.kind[row] === DEPARTED) {
        journey.departures.push(log.hour[row] ?? -1)
        journey.arrivals.push(log.until[row] ?? -1)
      }
      if (log.kind[row] === DELIVERED) journey.delivered = log.hour[row] ?? -1
    }
  }
  return [...journeys.values()]
}

const watched = (file: ScenarioFile) => createWorld(specOf(file), 'test', { watch: true })
const monthAt = (file: ScenarioFile, hour: number) => {
  const [year = 0, month = 0, day = 0] = file.startDate.split('-').map(Number)
  return monthOf(epochDayOf(year, month, day) + Math.floor(hour / 24))
}

describe('a leg', () => {
  it('takes its hours, longer in winter by the winter delay', () => {
    const file = withLegs(line([]), { leg0: { hours: 10, winterDelay: 1.55, winterMonths: [12, 1] } })
    const seen = new Map<number, Set<number>>()
    for (const { departures, arrivals } of journeysOf(watched(file), 365)) {
      const [from = 0, to = 0] = [departures[0], arrivals[0]]
      const month = monthAt(file, from)
      seen.set(month, (seen.get(month) ?? new Set()).add(to - from))
    }
    for (let month = 1; month <= 12; month++)
      expect([...(seen.get(month) ?? [])], `month ${month}`).toEqual([month === 12 || month === 1 ? 16 : 10])
  })

  it('that would be closed on arrival keeps shipments at home', () => {
    // Two days on the first leg carry the shipments of late June into July, when the second leg is closed.
    const file = withLegs(
      { ...line([checkpoint('gate')]), startDate: '2009-06-01' },
      { leg0: { hours: 48 }, leg1: { openMonths: [1, 2, 3, 4, 5, 6, 9, 10, 11, 12] } },
    )
    const days = journeysOf(watched(file), 130).map(({ departures }) => Math.floor((departures[0] ?? 0) / 24))
    expect([...new Set(days)].sort((a, b) => a - b)).toEqual([
      ...Array.from({ length: 28 }, (_, day) => day),
      ...Array.from({ length: 40 }, (_, i) => 90 + i),
    ])
  })

  it('that closes while a shipment is under way is entered on the first open day', () => {
    // Departures of the last day before a closure that falls within the day's journey.
    const file = withLegs(
      { ...line([checkpoint('gate', { openFromHour: 12, openUntilHour: 13 })]), startDate: '2009-06-01' },
      { leg0: { hours: 12 }, leg1: { openMonths: [6, 8] } },
    )
    const waiting = journeysOf(watched(file), 75).filter(
      ({ departures, arrivals }) => (arrivals[0] ?? 0) > 29 * 24 + 12 && departures.length === 2,
    )
    expect(waiting.length).toBeGreaterThan(20)
    for (const { departures } of waiting) expect(monthAt(file, departures[1] ?? 0)).toBe(8)
    const firstDays = waiting.filter(({ departures }) => (departures[0] ?? 0) < 31 * 24)
    for (const { departures } of firstDays) expect(Math.floor((departures[1] ?? 0) / 24)).toBe(61)
  })

  it('that is closed at dispatch takes its routes out of the choice until it opens', () => {
    const file = parallel([checkpoint('p0'), checkpoint('p1')])
    const legs = file.legs.map((leg) =>
      leg.id === 'source-p0' ? { ...leg, openMonths: [5, 6, 7, 8, 9] } : leg,
    )
    const spec = specOf({ ...file, legs })
    const world = createWorld(spec, 'test')
    for (let day = 0; day < 365; day++) {
      const before = world.counters.dispatched[candidateOf(spec, 'r0')] ?? 0
      step(world)
      const moved = (world.counters.dispatched[candidateOf(spec, 'r0')] ?? 0) - before
      const month = monthAt(file, day * 24)
      if (month < 5 || month > 9) expect(moved, `day ${day}`).toBe(0)
      else expect(moved, `day ${day}`).toBeGreaterThan(10)
    }
  })

  it('that is closed on the only route stops dispatch and lets the stock grow', () => {
    const file = withLegs(line([]), { leg0: { openMonths: [7] } })
    const spec = specOf(file)
    expect(tallyOf(worldAfter(spec, 181)).dispatched).toBe(0)
    expect(tallyOf(worldAfter(spec, 182)).dispatched).toBeGreaterThan(0)
  })

  it('is used in both directions unless it says otherwise', () => {
    const there = line([checkpoint('gate')])
    const turned = (bidirectional: boolean) =>
      withLegs(there, { leg1: { from: 'market', to: 'gate', bidirectional } })
    expect(tallyOf(emptiedAfter(specOf(turned(true)), 10)).delivered).toBeGreaterThan(0)
    expect(() => specOf(turned(false))).toThrow('No leg leads from')
  })
})

describe('a shipment', () => {
  it('arrives, however many arrive in the same hour', () => {
    const world = emptiedAfter(specOf(line([checkpoint('gate')], { supply: stream(10_000) })), 2)
    expect(sumOf(world.counters.dispatched)).toBeGreaterThan(15_000)
    expect(world.counters.delivered).toEqual(world.counters.dispatched)
  })
})

describe('a stay', () => {
  it('lasts the dwell hours of a place that is passed, and nothing at origin and market', () => {
    const file = line([checkpoint('gate')])
    const nodes = file.nodes.map((node) => ({ ...node, dwellHours: 9 }))
    const world = watched({ ...file, nodes })
    const journeys = journeysOf(world, 30).filter(({ delivered }) => delivered >= 0)
    // From dispatch to delivery, and from the first departure: the two are one moment.
    expect(sumOf(world.counters.transitHours) / sumOf(world.counters.delivered)).toBe(1 + 9 + 1)
    expect(journeys.length).toBeGreaterThan(100)
    for (const { departures, delivered } of journeys) expect(delivered - (departures[0] ?? 0)).toBe(1 + 9 + 1)
  })

  it('may be longer than any leg', () => {
    const file = line([checkpoint('gate')])
    const nodes = file.nodes.map((node) => (node.id === 'gate' ? { ...node, dwellHours: 720 } : node))
    const { counters } = emptiedAfter(specOf({ ...file, nodes }), 3)
    expect(sumOf(counters.delivered)).toBeGreaterThan(200)
    expect(sumOf(counters.transitHours) / sumOf(counters.delivered)).toBe(722)
  })

  it('counts towards the mean time in transit', () => {
    const file = line([checkpoint('gate')])
    const nodes = file.nodes.map((node) => (node.id === 'gate' ? { ...node, dwellHours: 22 } : node))
    const { counters } = emptiedAfter(specOf({ ...file, nodes }), 30)
    expect(sumOf(counters.transitHours) / sumOf(counters.delivered)).toBe(24)
  })
})

describe('opening hours', () => {
  const gateHours = (changes: Partial<Checkpoint>) =>
    journeysOf(watched(line([checkpoint('gate', changes)])), 60)
      .filter(({ departures }) => departures.length === 2)
      .map(({ arrivals, departures }) => ({ came: (arrivals[0] ?? 0) % 24, left: (departures[1] ?? 0) % 24 }))

  it('make shipments that come at another hour wait until the crossing opens', () => {
    const passages = gateHours({ openFromHour: 8, openUntilHour: 18 })
    expect(passages.length).toBeGreaterThan(1_000)
    for (const { came, left } of passages) expect(left).toBe(came >= 8 && came < 18 ? came : 8)
  })

  it('may lie across midnight', () => {
    for (const { came, left } of gateHours({ openFromHour: 22, openUntilHour: 3 }))
      expect(left).toBe(came >= 22 || came < 3 ? came : 22)
  })

  it('of day and night delay nobody', () => {
    for (const { came, left } of gateHours({})) expect(left).toBe(came)
  })

  it('of several checkpoints at one place have to agree before a shipment passes', () => {
    const file = line([checkpoint('gate')])
    const checkpoints = [
      checkpoint('early', { node: 'gate', openFromHour: 4, openUntilHour: 12 }),
      checkpoint('late', { node: 'gate', openFromHour: 10, openUntilHour: 20 }),
    ]
    const journeys = journeysOf(watched({ ...file, checkpoints }), 30).filter(
      ({ delivered }) => delivered >= 0,
    )
    expect(journeys.length).toBeGreaterThan(500)
    for (const { departures } of journeys) expect([10, 11]).toContain((departures[1] ?? 0) % 24)
  })
})

describe('a crossing that is closed for a month', () => {
  it('is avoided by shipments that would reach it then', () => {
    const world = worldAfter(
      specOf(parallel([checkpoint('p0', { closedMonths: [1, 2, 3, 4] }), checkpoint('p1')])),
      100,
    )
    expect(routeShares(world)).toEqual([0, 1])
  })

  it('holds shipments that were already under way', () => {
    const file = withLegs(line([checkpoint('gate', { closedMonths: [2] })]), { leg0: { hours: 60 } })
    const world = watched(file)
    const passages = journeysOf(world, 70).filter(({ departures }) => departures.length === 2)
    expect(passages.length).toBeGreaterThan(100)
    for (const { departures } of passages) expect(monthAt(file, departures[1] ?? 0)).not.toBe(2)
  })
})

describe('markets on the way', () => {
  const chain = (uptakes: readonly number[]) => {
    const file = line(uptakes.map((_, i) => checkpoint(`m${i}`)))
    const nodes = file.nodes.map((node) => {
      const uptakeShare = uptakes[Number(node.id.slice(1))]
      return uptakeShare === undefined ? node : { ...node, kind: 'market' as const, uptakeShare }
    })
    return emptiedAfter(specOf({ ...file, nodes, checkpoints: [] }), 365)
  }

  it('sell their share of what arrives; the last market sells the rest', () => {
    const uptakes = [0.3, 0, 0.5]
    const world = chain(uptakes)
    let left = tallyOf(world).dispatched
    for (const [i, uptake] of uptakes.entries()) {
      const sold = (world.counters.marketGrams[indexOf(world.spec.nodes, `m${i}`)] ?? 0) / 1_000
      verifiedShare(`market ${i + 1} on the way with uptake ${uptake}: share sold`, sold, left, uptake)
      left -= sold
    }
    expect((world.counters.marketGrams[indexOf(world.spec.nodes, 'market')] ?? 0) / 1_000).toBe(left)
  })

  it('with full uptake let nothing through', () => {
    const world = chain([1])
    expect(world.counters.marketGrams[indexOf(world.spec.nodes, 'market')]).toBe(0)
    expect(tallyOf(world).delivered).toBe(tallyOf(world).dispatched)
  })
})
