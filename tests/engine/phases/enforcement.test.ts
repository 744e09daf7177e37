/** Mobile teams and operations: cases whose answer is known (model sections 6 and 9). */
import { describe, expect, it } from 'vitest'
import { DAYS_A_MONTH, type World } from '../../../src/engine'
import { inclusionProbabilities, systematicSample } from '../../../src/engine/patrols'
import type { ScenarioFile } from '../../../src/scenario'
import { checkpoint, line, organisation, parallel, specOf } from '../../support/scenarios'
import { expectShare, expectWithin } from '../../support/statistics'
import { verifiedMean, verifiedShare } from '../../support/verification'
import { emptiedAfter, indexOf, sumOf, tallyOf, worldAfter } from '../../support/worlds'

type Team = NonNullable<ScenarioFile['teams']>[number]
type Operation = NonNullable<ScenarioFile['operations']>[number]

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)
const informed = { logitScale: 0.001, learning: { information: 'true-odds' as const } }

/** One team that may stand at each of these nodes with one detection. */
function team(nodes: readonly string[], detection: number, changes: Partial<Team> = {}): Team {
  return {
    id: 'team',
    name: 'Team',
    reviewDays: 1,
    places: nodes.map((node) => ({ node, detection })),
    ...changes,
  }
}

function operation(changes: Partial<Operation> = {}): Operation {
  return { id: 'op', name: 'Operation', node: 'gate', from: '2009-03-02', days: 10, ...changes }
}

function seizedShare(world: World): number {
  const { dispatched, seized } = tallyOf(world)
  return seized / dispatched
}

/** Seized share of each of so many independent runs. */
function seizedShares(file: ScenarioFile, days: number, runs: number): number[] {
  const spec = specOf(file)
  return Array.from({ length: runs }, (_, i) => seizedShare(emptiedAfter(spec, days, { replication: i + 1 })))
}

describe('a mobile team', () => {
  it('of detection d that stands at a checkpoint of odds p raises the odds to 1 - (1 - p)(1 - d)', () => {
    const file = { ...line([checkpoint('gate', { interdictionOdds: 0.3 })]), teams: [team(['gate'], 0.4)] }
    const { dispatched, seized } = tallyOf(emptiedAfter(specOf(file), 365))
    verifiedShare('a team of 0.4 at a checkpoint of 0.3: share seized', seized, dispatched, 1 - 0.7 * 0.6)
  })

  it('joins the teams of other agencies and an operation at its place independently', () => {
    const file = {
      ...line([checkpoint('gate')]),
      teams: [team(['gate'], 0.2), team(['gate'], 0.3, { id: 'other' })],
      operations: [operation({ from: '2009-01-01', days: 3_000, detection: 0.5 })],
    }
    const { dispatched, seized } = tallyOf(emptiedAfter(specOf(file), 365))
    const name = 'teams of 0.2 and 0.3 and an operation of 0.5: share seized'
    verifiedShare(name, seized, dispatched, 1 - 0.8 * 0.7 * 0.5)
  })

  it('costs its rate every day, wherever it stands', () => {
    const rate = DAYS_A_MONTH * 7
    const file = {
      ...line([checkpoint('gate')]),
      teams: [team(['gate'], 0.2, { costPerMonth: rate, count: 1 })],
      operations: [operation({ costUsd: 1_234 }), operation({ id: 'off', enabled: false, costUsd: 99 })],
    }
    const { counters, spec } = worldAfter(specOf(file), 100)
    expect(spec.teams.costCentsPerDay[0]).toBe(700)
    expect(counters.costCents[1]).toBe(100 * (spec.teams.costCentsPerDay[0] ?? 0))
    expect(counters.costCents[2]).toBe(123_400)
  })

  it('stands by, and is paid, where others of its group have all places', () => {
    const nodes = ['a', 'b']
    const groupOf = (placement: Team['placement']) => ({
      ...parallel(nodes.map((node) => checkpoint(node))),
      teams: [team(nodes, 1, { count: 5, placement, costPerMonth: DAYS_A_MONTH })],
    })
    for (const placement of ['static', 'random', 'seizures', 'flow'] as const) {
      const { counters, patrols } = worldAfter(specOf(groupOf(placement)), 10)
      expect([...patrols.teamAt], placement).toEqual([1, 1])
      expect(counters.costCents[1]).toBe(10 * 5 * 100)
    }
  })

  it('goes to the heaviest places when it is static, as far as there are teams', () => {
    const nodes = ['a', 'b', 'c', 'd']
    const places = nodes.map((node, i) => ({ node, detection: 1, weight: [1, 3, 0, 2][i] ?? 0 }))
    const file = {
      ...parallel(nodes.map((node) => checkpoint(node))),
      teams: [team(nodes, 1, { count: 2, places })],
    }
    const { patrols } = worldAfter(specOf(file), 3)
    expect([...patrols.teamAt]).toEqual([0, 1, 0, 1])
  })
})

describe('teams on ten equal routes', () => {
  const N = 10
  const nodes = Array.from({ length: N }, (_, i) => `p${i}`)
  const ten = (changes: Partial<Team>): ScenarioFile => ({
    ...parallel(
      nodes.map((node) => checkpoint(node, { interdictionOdds: 0.1 })),
      informed,
    ),
    // 1 - (1 - 0.1)(1 - 4/9) = 0.5 where a team stands.
    teams: [team(nodes, 4 / 9, { count: 5, ...changes })],
  })

  it('that stay at five of them leave 0.90 delivered, as traffickers take the others', () => {
    const { dispatched, delivered } = tallyOf(emptiedAfter(specOf(ten({ placement: 'static' })), 365))
    verifiedShare('5 of 10 routes hardened for good, informed: share delivered', delivered, dispatched, 0.9)
  })

  it('that stand at five random ones each day leave 0.70 delivered', () => {
    const shares = seizedShares(ten({ placement: 'random' }), 200, 12)
    const delivered = shares.map((share) => 1 - share)
    verifiedMean('5 of 10 routes hardened at random each day: share delivered', delivered, 0.7)
    expectWithin(sumOf(shares) / shares.length, 0.3, 0.02)
  })

  it('that stay at five of them stop 0.30 of those who do not know it', () => {
    const file = ten({ placement: 'static' })
    const blind = {
      ...file,
      organisations: [organisation({ routes: nodes.map((_, i) => `r${i}`), logitScale: 1e7 })],
    }
    const { dispatched, delivered } = tallyOf(emptiedAfter(specOf(blind), 365))
    verifiedShare('5 of 10 routes hardened for good, uninformed: share delivered', delivered, dispatched, 0.7)
  })
})

describe('random placement', () => {
  it('has inclusion probabilities that sum to the teams and follow the weights below 1', () => {
    const weights = [1, 2, 3, 4, 30, 0]
    const found = inclusionProbabilities(weights, 3)
    expectWithin(sumOf(found), 3, 1e-12)
    expect(found[4]).toBe(1)
    expect(found[5]).toBe(0)
    for (let i = 0; i < 4; i++) expectWithin(found[i] ?? 0, (2 * (weights[i] ?? 0)) / 10, 1e-12)
    expect(inclusionProbabilities(weights, 9)).toEqual([1, 1, 1, 1, 1, 0])
    expect(inclusionProbabilities([0, 0], 1)).toEqual([0, 0])
    expect(inclusionProbabilities([1, 2], 0)).toEqual([0, 0])
  })

  it('makes places certain one after another when the rest would pass 1', () => {
    const found = inclusionProbabilities([8, 4, 1, 1], 3)
    expect(found.slice(0, 2)).toEqual([1, 1])
    expectWithin(found[2] ?? 0, 0.5, 1e-12)
    expectWithin(found[3] ?? 0, 0.5, 1e-12)
  })

  it('picks each place at its inclusion probability and always the same number', () => {
    const inclusion = [0.15, 1, 0.6, 0.05, 0.7, 0.5]
    const STEPS = 20_000
    const picked = inclusion.map(() => 0)
    for (let i = 0; i < STEPS; i++) {
      const sample = systematicSample(inclusion, (i + 0.5) / STEPS)
      expect(sample.filter(Boolean).length).toBe(3)
      for (const [place, isPicked] of sample.entries()) if (isPicked) picked[place] = (picked[place] ?? 0) + 1
    }
    for (const [place, p] of inclusion.entries()) expectWithin((picked[place] ?? 0) / STEPS, p, 2 / STEPS)
  })
})

describe('teams that follow what is seen', () => {
  const two = (placement: 'seizures' | 'flow', explorationShare: number): ScenarioFile => {
    const odds = placement === 'seizures' ? 0.2 : 0
    const file = parallel([checkpoint('a', { interdictionOdds: odds }), checkpoint('b'), checkpoint('c')], {
      logitScale: 1e7,
    })
    const [a, b, c] = file.routes
    if (a === undefined || b === undefined || c === undefined) throw new Error('three routes')
    return {
      ...file,
      routes: [
        { ...a, weight: 1 },
        { ...b, weight: 7 },
        { ...c, weight: 2 },
      ],
      teams: [team(['a', 'b', 'c'], 0, { placement, explorationShare, memoryDays: 10_000 })],
    }
  }

  it('stand where seizures are', () => {
    const { patrols } = worldAfter(specOf(two('seizures', 0)), 60)
    expect([...patrols.presence]).toEqual([1, 0, 0])
    expect([...patrols.teamAt]).toEqual([1, 0, 0])
  })

  it('explore the other places with the stated share', () => {
    const { patrols } = worldAfter(specOf(two('seizures', 0.3)), 60)
    for (const [place, p] of [0.8, 0.1, 0.1].entries()) expectWithin(patrols.presence[place] ?? 0, p, 1e-12)
  })

  it('stand in proportion to flow', () => {
    const { patrols } = worldAfter(specOf(two('flow', 0)), 365)
    for (const [place, p] of [0.1, 0.7, 0.2].entries()) expectWithin(patrols.presence[place] ?? 0, p, 0.012)
  })

  it.each([0, 0.3, 1])(
    'stand by what is seen alone where no place has a weight, exploring %d',
    (explored) => {
      const file = two('flow', explored)
      const teams = (file.teams ?? []).map((group) => ({
        ...group,
        places: group.places.map((place) => ({ ...place, weight: 0 })),
      }))
      const { patrols } = worldAfter(specOf({ ...file, teams }), 365)
      for (const [place, p] of [0.1, 0.7, 0.2].entries()) expectWithin(patrols.presence[place] ?? 0, p, 0.012)
      expect(sumOf(patrols.teamAt)).toBe(1)
    },
  )

  it('stand by weight before anything is seen', () => {
    const { patrols } = worldAfter(specOf(two('seizures', 0)), 1)
    for (const p of patrols.presence) expectWithin(p, 1 / 3, 1e-12)
  })
})

describe('an operation', () => {
  it('that nobody knows of seizes at its strength and only between its dates', () => {
    const spec = specOf({ ...line([checkpoint('gate')]), operations: [operation({ detection: 0.6 })] })
    const before = worldAfter(spec, 60)
    expect(tallyOf(before).seized).toBe(0)
    const during = worldAfter(spec, 70)
    const gate = indexOf(spec.checkpoints, 'gate')
    const crossed = (during.counters.crossings[gate] ?? 0) - (before.counters.crossings[gate] ?? 0)
    verifiedShare(
      'an operation of 0.6 that nobody knows of: share seized',
      tallyOf(during).seized,
      crossed,
      0.6,
    )
    expect(tallyOf(worldAfter(spec, 200)).seized).toBe(tallyOf(during).seized)
  })

  it('that is known of is met by none, however long the way to it is', () => {
    // 20 000 hours to the gate: who leaves in the first month arrives there 833 days later.
    const base = line([checkpoint('gate')])
    const legs = base.legs.map((leg, i) =>
      i === 0 ? { ...leg, hours: 2_000, winterDelay: 10, winterMonths: MONTHS } : leg,
    )
    const leftAfter = (days: number, leak: number) => {
      const operations = [operation({ from: '2011-04-14', days: 40, detection: 1, leak })]
      return tallyOf(worldAfter(specOf({ ...base, legs, operations }), days)).dispatched
    }
    expect(leftAfter(40, 0)).toBeGreaterThan(3_000)
    expect(leftAfter(40, 1)).toBe(0)
    expect(leftAfter(45, 1)).toBeGreaterThan(0)
  })

  it('that is not enabled seizes nothing', () => {
    const file = { ...line([checkpoint('gate')]), operations: [operation({ detection: 1, enabled: false })] }
    expect(tallyOf(worldAfter(specOf(file), 100)).seized).toBe(0)
  })

  it('that all know of seizes nothing: shipments that would run into it stay at home until it is over', () => {
    const base = line([checkpoint('other'), checkpoint('gate')])
    const legs = base.legs.map((leg) => ({ ...leg, hours: 30 }))
    const spec = specOf({ ...base, legs, operations: [operation({ detection: 1, leak: 1 })] })
    const quiet = worldAfter(specOf({ ...base, legs }), 100)
    const gate = indexOf(spec.checkpoints, 'gate')
    const [first, last] = [worldAfter(spec, 60), worldAfter(spec, 70)]
    expect(last.counters.crossings[gate]).toBe(first.counters.crossings[gate])
    const world = worldAfter(spec, 100)
    expect(tallyOf(world).seized).toBe(0)
    const kept = tallyOf(quiet).dispatched - tallyOf(world).dispatched
    expect(kept).toBeGreaterThan(10 * 80)
    expect(sumOf(world.stockGrams) - sumOf(quiet.stockGrams)).toBe(kept * 1_000)
  })

  it('that all know of holds shipments that are late on the way until it is over', () => {
    // Each gate opens for an hour a day, so that a shipment is late by up to three days.
    const slow = ['a', 'b', 'c'].map((id, i) =>
      checkpoint(id, { openFromHour: 9 * i, openUntilHour: 9 * i + 1 }),
    )
    const base = line([...slow, checkpoint('gate')])
    const operations = [operation({ detection: 1, leak: 1, from: '2009-02-01' })]
    const spec = specOf({ ...base, operations })
    const world = emptiedAfter(spec, 31)
    const gate = indexOf(spec.checkpoints, 'gate')
    expect(worldAfter(spec, 41).counters.crossings[gate]).toBe(worldAfter(spec, 31).counters.crossings[gate])
    expect(tallyOf(world)).toMatchObject({ seized: 0, delivered: tallyOf(world).dispatched })
  })

  it('that all know of moves the flow to a route around it, for as long as it lasts', () => {
    const file = {
      ...parallel([checkpoint('gate'), checkpoint('around')], { logitScale: 1e7 }),
      operations: [operation({ detection: 1, leak: 1 })],
    }
    const spec = specOf(file)
    const [before, after] = [worldAfter(spec, 60), worldAfter(spec, 68)]
    const sent = (world: World, c: number) => world.counters.dispatched[c] ?? 0
    expect(sent(after, 0)).toBe(sent(before, 0))
    expect(sent(after, 1)).toBeGreaterThan(sent(before, 1) + 600)
    const end = emptiedAfter(spec, 100)
    expect(tallyOf(end).seized).toBe(0)
    expect(sent(end, 0)).toBeGreaterThan(sent(after, 0) + 1_000)
  })

  it('is known beforehand to the stated share of organisations', () => {
    const file = line([checkpoint('gate')])
    const leaks = [0, 0.2, 0.7, 1]
    const organisations = Array.from({ length: 60 }, (_, i) =>
      organisation({
        id: `org${i}`,
        routes: ['only'],
        supply: [{ commodity: 'goods', source: 'source', kgPerDay: 0 }],
      }),
    )
    const operations = leaks.flatMap((leak, l) =>
      Array.from({ length: 50 }, (_, i) => operation({ id: `op${l}-${i}`, leak })),
    )
    const world = worldAfter(specOf({ ...file, organisations, operations }), 0)
    const { ids, leak } = world.spec.operations
    for (const wanted of leaks) {
      let known = 0
      for (const [row, is] of world.patrols.forewarned.entries())
        if (leak[row % ids.length] === wanted) known += is
      if (wanted === 0 || wanted === 1) expect(known).toBe(3_000 * wanted)
      else expectShare(known, 3_000, wanted, `leak ${wanted}`)
    }
  })
})
