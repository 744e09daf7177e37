/** The library of teaching scenarios: each shows what its notes say, within sampling error of the closed form. */
import { describe, expect, it } from 'vitest'
import { measureLayout, measuresOf } from '../../src/analysis'
import { arrivedGrams, type ModelSpec, type World } from '../../src/engine'
import { compileScenario, setAll, withVariant } from '../../src/scenario'
import { bundledScenario } from '../support/bundled'
import {
  expectMean,
  expectSd,
  expectShare,
  expectWithin,
  knownTolerance,
  meanOf,
  meanTolerance,
} from '../support/statistics'
import { emptiedAfter, indexOf, shipmentsByRoute, sumOf, tallyOf, worldAfter } from '../support/worlds'

type Settings = Readonly<Record<string, unknown>>

/** The spec of a bundled scenario with some values changed. */
function specOf(id: string, settings: Settings = {}): ModelSpec {
  const edited = setAll(bundledScenario(id), Object.entries(settings))
  if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
  return compileScenario(edited.scenario)
}

function variantOf(id: string, variant: string): ModelSpec {
  const edited = withVariant(bundledScenario(id), variant)
  if (!edited.ok) throw new Error(JSON.stringify(edited.issues))
  return compileScenario(edited.scenario)
}

/** Worlds of replications 1, 2, ... after the scenario's horizon, or after `days`. */
function worlds(spec: ModelSpec, replications: number, days = spec.days): World[] {
  return Array.from({ length: replications }, (_, i) => worldAfter(spec, days, { replication: i + 1 }))
}

/** The world after the horizon and until the last shipment has arrived. */
const emptied = (spec: ModelSpec) => emptiedAfter(spec, spec.days)

/** A measure by its address, `group.entity.measure`, or `total.measure`. */
function measureOf(world: World, address: string): number {
  const row = measureLayout(world.spec).findIndex(({ group, entity, measure }) => {
    return address === (entity === '' ? `${group}.${measure}` : `${group}.${entity}.${measure}`)
  })
  return measuresOf(world)[row] ?? Number.NaN
}

const rateOf = (world: World) => measureOf(world, 'total.interdictionRate')
const seizedKgOf = (world: World) => measureOf(world, 'total.seizedKg')

function expectSeized(spec: ModelSpec, share: number): void {
  const { dispatched, seized } = tallyOf(emptied(spec))
  expectShare(seized, dispatched, share, `seized of ${spec.id}`)
}

describe('where enforcement stands', () => {
  it.each([
    ['inspection-game', undefined, 2 / 15, 0.005],
    ['inspection-game', 'even', 0.1, 0.012],
    ['inspection-game', 'mostly-south', 0.05, 0.009],
  ])('%s, variant %s, seizes %d of a best responder', (id, variant, share, resolution) => {
    const spec = variant === undefined ? specOf(id) : variantOf(id, variant)
    expectMean(worlds(spec, 10).map(rateOf), share, resolution)
  })

  it('ten-routes delivers 0.90 past teams that stay, unless nobody looks or no route is left', () => {
    expectSeized(specOf('ten-routes'), 0.1)
    expectSeized(specOf('ten-routes', { 'organisations.carriers.logitScale': 10_000_000 }), 0.3)
    expectSeized(specOf('ten-routes', { 'teams.teams.count': 9 }), 0.1)
    expectSeized(specOf('ten-routes', { 'teams.teams.count': 10 }), 0.5)
  })

  it('ten-routes-redrawn delivers 0.70 past the same teams', () => {
    expectMean(worlds(specOf('ten-routes-redrawn'), 10).map(rateOf), 0.3, 0.01)
    expectMean(worlds(specOf('ten-routes-redrawn', { 'teams.teams.count': 9 }), 10).map(rateOf), 0.46, 0.01)
  })

  it('new-ways leads the flow from checkpoint to checkpoint and at last around both', () => {
    const spec = specOf('new-ways')
    expect(measureOf(worldAfter(spec, 130), 'total.activeLegs')).toBe(2)
    expect(measureOf(worldAfter(spec, 240), 'total.activeLegs')).toBe(5)
    expect(measureOf(worldAfter(spec, 365), 'total.activeLegs')).toBe(8)
    expectSeized(spec, (130 * 0.05 + 20 * 0.5 + 100 * 0.05 + 20 * 0.5) / 365)
    const listed = specOf('new-ways', { 'organisations.carriers.generatedRoutes.count': 0 })
    expectSeized(listed, (130 * 0.05 + 235 * 0.5) / 365)
  })
})

describe('patrols that follow what they see', () => {
  /** Share seized after the first year, in each of ten worlds. */
  const seizedShares = (spec: ModelSpec) =>
    worlds(spec, 10, 365).map((early, i) => {
      const late = worldAfter(spec, spec.days, { replication: i + 1 })
      const [seized, dispatched] = ['total.seizedKg', 'total.dispatchedKg'].map(
        (name) => measureOf(late, name) - measureOf(early, name),
      ) as [number, number]
      return seized / dispatched
    })

  it.each(['teams-by-flow', 'teams-by-seizures'])('%s comes to seize the value of the game, 2/15', (id) => {
    const shares = seizedShares(specOf(id))
    // Choice noise moves the resting point by about a hundredth.
    expectWithin(meanOf(shares), 2 / 15, meanTolerance(shares) + 0.01 * (2 / 15))
  })

  it('teams-by-flow rests where both passes have the same risk, teams-by-seizures as well', () => {
    for (const id of ['teams-by-flow', 'teams-by-seizures']) {
      const { patrols } = worldAfter(specOf(id), 1_095)
      expectWithin(patrols.presence[0] ?? 0, 2 / 3, 0.02)
      expectWithin(patrols.presence[1] ?? 0, 1 / 3, 0.02)
    }
  })

  it('teams-by-seizures without exploration is trapped where its first find was', () => {
    expect(seizedShares(variantOf('teams-by-seizures', 'without-exploration'))).toEqual(Array(10).fill(0))
  })
})

describe('supply', () => {
  const q = 1 - 0.95 ** 5

  it.each([0, 0.5, 1])(
    'replaced-seizures: with a share r = %d replaced, S (1 - q) / (1 - q r) arrives',
    (r) => {
      const spec = specOf('replaced-seizures', { 'organisations.carriers.replaceSeizures': r })
      const kg = (name: string) =>
        worlds(spec, 8, 400).map((world, i) => {
          const before = worldAfter(spec, 30, { replication: i + 1 })
          return (measureOf(world, name) - measureOf(before, name)) / 370
        })
      const sent = 200 / (1 - q * r)
      expectMean(kg('total.dispatchedKg'), sent, 0.03 * sent, 'dispatched')
      expectMean(kg('total.deliveredKg'), sent * (1 - q), 0.03 * sent, 'delivered')
      expectSeized(spec, q)
    },
  )

  it('growing-supply: the second year brings twice the supply and twice the seizures at the same odds', () => {
    const spec = specOf('growing-supply')
    const suppliedKg = (days: number) => sumOf(worldAfter(spec, days).counters.suppliedGrams) / 1_000
    const [stock, first, second] = [0, 365, 730].map(suppliedKg) as [number, number, number]
    // Half a gram a day is rounded.
    expectWithin(first - stock, 200 / (2 ** (1 / 365) - 1), 0.2)
    expectWithin(second - first, 2 * (first - stock), 0.4)
    const ratios = worlds(spec, 8).map((world, i) => {
      const early = seizedKgOf(worldAfter(spec, 365, { replication: i + 1 }))
      return (seizedKgOf(world) - early) / early
    })
    // Loads on the way at the turn of the year are seized in the second.
    expectWithin(meanOf(ratios), 2, meanTolerance(ratios) + 0.02)
    expectSeized(spec, q)
  })
})

describe('integrity', () => {
  it.each([
    ['bribe-chain', 3],
    ['bribe-chain-two-posts', 2],
  ])('%s: each of %d checkpoints asks 1/(n + 1), and 1/(n + 1) of the traffic runs', (id, n) => {
    const world = emptied(specOf(id))
    const { dispatched } = tallyOf(world)
    expectShare(dispatched, dispatched + sumOf(world.counters.declined), 1 / (n + 1))
    const asked = Math.round(1_000_000 / (n + 1)) / 100
    expectWithin(measureOf(world, 'total.bribesUsd'), n * dispatched * asked, 1)
  })

  it('bought-post seizes with 9 officers what 20 do not, because more than 10 are worth buying', () => {
    expectSeized(specOf('bought-post', { 'checkpoints.gate.staff': 9 }), 0.09)
    const [third, later] = [90, 365].map((days) =>
      worldAfter(specOf('bought-post', { 'checkpoints.gate.staff': 11 }), days),
    ) as [World, World]
    expectShare(tallyOf(third).seized, sumOf(third.counters.crossings), 0.11)
    expect(tallyOf(later).seized).toBe(tallyOf(third).seized)
    const spec = specOf('bought-post')
    const [first, year] = [worldAfter(spec, 30), worldAfter(spec, 365)]
    expectShare(tallyOf(first).seized, sumOf(first.counters.crossings), 0.2)
    expect(tallyOf(year).seized).toBe(tallyOf(first).seized)
    expectMean(worlds(spec, 6).map(rateOf), (0.2 * 30) / 365, 0.0015)
  })

  it('bought-post-audited seizes again, in proportion to the audits', () => {
    const shares = worlds(specOf('bought-post-audited'), 20).map(rateOf)
    expectMean(shares, (0.2 * (30 + 0.5 * 335)) / 365, 0.03)
    expectSeized(specOf('bought-post-audited', { 'checkpoints.gate.integrityAudit': 1 }), 0.2)
  })

  it.each([
    [2, 0.05],
    [5, 0.125],
    [10, 0.25],
    [20, 0.25],
  ])('staffing-and-corruption: %d officers seize %d', (staff, share) => {
    expectSeized(specOf('staffing-and-corruption', { 'checkpoints.gate.staff': staff }), share)
  })

  it.each([
    [undefined, 0.3625],
    ['open', 0.4375],
    ['honour', 0.2625],
  ])('sealed-loads, variant %s, has %d seized', (variant, share) => {
    expectSeized(variant === undefined ? specOf('sealed-loads') : variantOf('sealed-loads', variant), share)
  })
})

describe('organisations', () => {
  /** Dispatches a day in two years after the first 130 days, in each of eight worlds. */
  function dispatchesOfCrews(settings: Settings): number[] {
    const [early, late] = [130, 730].map((days) =>
      worlds(specOf('crews', settings), 8, days).map((world) => tallyOf(world).dispatched),
    ) as [number[], number[]]
    return late.map((dispatched, i) => (dispatched - (early[i] as number)) / 600)
  }

  it.each([
    ['as it is', {}, 56 / 11.2],
    ['with certain conviction', { 'assumptions.convictionProbability': 1 }, 56 / 13.4],
  ])('crews, %s: dispatches are crews by cycle time', (_, settings, perDay) => {
    expectMean(dispatchesOfCrews(settings), perDay, 0.035 * perDay)
  })

  it('crews, without a checkpoint: all cycles last 8 days, and all crews work in step', () => {
    const rates = dispatchesOfCrews({ 'checkpoints.gate.interdictionOdds': 0 })
    expectWithin(meanOf(rates), 56 / 8, 0.1)
  })

  it('learning: the belief settles at the odds, but for the trace of the prior, and the followers leave', () => {
    const spec = specOf('learning')
    const keep = 2 ** (-7 / 60)
    const remembered = (140 * keep) / (1 - keep) + 20
    const carriers = indexOf(spec.organisations, 'carriers')
    const runs = worlds(spec, 24, 729)
    const beliefs = runs.map((world) => world.perceived[carriers] ?? Number.NaN)
    const deviation = Math.sqrt((140 * 0.09 * keep * keep) / (1 - keep * keep)) / remembered
    const belief = ((remembered - 20) * 0.1 + 20 * 0.02) / remembered
    expectMean(beliefs, belief, knownTolerance(deviation, beliefs.length))
    expectSd(beliefs, deviation)
    const detours = runs.map((world) => shipmentsByRoute(world).over_detour ?? 0)
    const before = worlds(spec, 24, 365).map((world) => shipmentsByRoute(world).over_detour ?? 0)
    // About one follower in eight takes the gate: a little more on average, as the belief wanders.
    expectWithin((meanOf(detours) - meanOf(before)) / (2 * 364), 1 - 0.127, 0.02)
  })

  it('two-cargoes: each has its own odds by its detection factor', () => {
    const { counters, spec } = emptied(specOf('two-cargoes'))
    for (const [commodity, share] of [
      ['bulky', 0.3],
      ['fine', 0.075],
    ] as const) {
      const candidate = spec.supplies.commodity.indexOf(indexOf(spec.commodities, commodity))
      expectShare(counters.seized[candidate] ?? 0, counters.dispatched[candidate] ?? 0, share, commodity)
      const kg = (counters.dispatchedGrams[candidate] ?? 0) / 1_000 / (counters.dispatched[candidate] ?? 0)
      expect(kg).toBe(commodity === 'bulky' ? 50 : 1)
    }
  })
})

describe('goods and markets', () => {
  it('scarce-market: price 1 + s p, revenue (1 - p)(1 + s p)', () => {
    const income = (settings: Settings) =>
      worlds(specOf('scarce-market', settings), 6).map((late, i) => {
        const early = worldAfter(late.spec, 90, { replication: i + 1 })
        const [usd, kg] = ['byMarket.market.revenueUsd', 'byMarket.market.deliveredKg'].map(
          (name) => measureOf(late, name) - measureOf(early, name),
        ) as [number, number]
        return { usd, price: usd / kg }
      })
    const seized = income({})
    expectMean(
      seized.map(({ price }) => price),
      13_000,
      170,
    )
    const free = income({ 'checkpoints.gate.interdictionOdds': 0 })
    expectMean(
      seized.map(({ usd }, i) => usd / (free[i]?.usd ?? Number.NaN)),
      1.04,
      0.006,
    )
  })

  it('workshop: weight is lost, pure substance is not', () => {
    const world = emptied(specOf('workshop'))
    const { counters, spec } = world
    const { dispatched, delivered } = tallyOf(world)
    expectShare(delivered, dispatched, 0.81)
    expectWithin(measureOf(world, 'byMarket.market.pureKg'), 0.8 * delivered, 1e-6)
    const refined = indexOf(spec.commodities, 'refined')
    const sold = counters.marketGrams[indexOf(spec.nodes, 'market') * 2 + refined] ?? 0
    const second = indexOf(spec.checkpoints, 'second_post')
    const seized = counters.checkpointSeizedGrams[second * 2 + refined] ?? 0
    expect(sumOf(counters.processedLossGrams)).toBe(3 * (sold + seized))
    // Refined loads weigh one kilogram each.
    expectShare(sold / 1_000, (sold + seized) / 1_000, 0.9)
  })

  it('price-chain: its odds, freight and crews give the prices of the notes, and its markets their shares', () => {
    const scenario = bundledScenario('price-chain')
    const { convictionProbability, recruitmentCostUsd } = scenario.assumptions
    const crewLoss = (recruitmentCostUsd * convictionProbability) / 10
    const steps = scenario.checkpoints.map(({ node, interdictionOdds = Number.NaN }) => {
      const freight = scenario.legs.find(({ to }) => to === node)?.freightUsdPerKg ?? Number.NaN
      return { odds: interdictionOdds, cost: freight + interdictionOdds * crewLoss }
    })
    const prices: number[] = []
    for (const { odds, cost } of steps) prices.push(((prices.at(-1) ?? 3_400) + cost) / (1 - odds))
    expect(prices.map((price) => price.toFixed(2))).toEqual(['4368.42', '5173.63', '6197.58'])
    const world = emptied(compileScenario(scenario))
    const { dispatched } = tallyOf(world)
    for (const [market, share] of Object.entries({ a: 0.3167, b: 0.3072, c: 0.301 }))
      expectShare(measureOf(world, `byMarket.${market}.deliveredKg`) / 10, dispatched, share, market)
  })
})

/** Worlds of the dispersion scenarios; each of them must show the effects, the smallest of which, on places reached, is ten standard errors large. */
const DISPERSED = 8

describe('networks', () => {
  it('island-network: a programme at two harbours moves the flow more than it stops it', () => {
    const off = worlds(specOf('island-network'), 8)
    const on = worlds(specOf('island-network', { 'interventions.harbour_programme.enabled': true }), 8)
    const harbours = (world: World) => shipmentsByRoute(world).harbours ?? 0
    for (const [i, world] of on.entries())
      expect(harbours(world)).toBeLessThan(0.6 * harbours(off[i] as World))
    const change = (of: (world: World) => number) => meanOf(on.map(of)) / meanOf(off.map(of))
    const checkpoints = ['middle_harbour', 'coral_gate'].map((checkpoint) => `byCheckpoint.${checkpoint}`)
    for (const checkpoint of checkpoints)
      expect(change((world) => measureOf(world, `${checkpoint}.effectiveOdds`))).toBeGreaterThan(3.4)
    const atCheckpoints = change((world) =>
      sumOf(checkpoints.map((checkpoint) => measureOf(world, `${checkpoint}.seizedKg`))),
    )
    expect(atCheckpoints).toBeLessThan(1.2)
    expect(change(rateOf)).toBeGreaterThan(1)
    expect(change(rateOf)).toBeLessThan(1.3)
    expect(change((world) => measureOf(world, 'byMarket.mainland_city.deliveredKg'))).toBeGreaterThan(1)
    expect(change((world) => measureOf(world, 'byMarket.south_harbour.deliveredKg'))).toBeLessThan(0.9)
  })

  it('dispersion: more force seizes more, in smaller pieces, on more legs and in more places', () => {
    const placesOf = ({ counters, spec }: World) => {
      const arrived = arrivedGrams(spec, counters)
      return spec.nodes.ids.filter((_, node) => (arrived[node * spec.commodities.ids.length] ?? 0) > 0).length
    }
    const pieceOf = (world: World) => seizedKgOf(world) / tallyOf(world).seized
    const legsOf = (world: World) => measureOf(world, 'total.activeLegs')
    const costOf = (world: World) => measureOf(world, 'total.enforcementUsd')
    const seizuresOf = (world: World) => tallyOf(world).seized
    const [less, more] = ['dispersion', 'dispersion-more-force'].map((id) =>
      worlds(specOf(id), DISPERSED),
    ) as [World[], World[]]
    for (const [i, world] of more.entries()) {
      const other = less[i] as World
      for (const of of [seizedKgOf, legsOf, placesOf]) expect(of(world)).toBeGreaterThan(of(other))
      expect(pieceOf(world)).toBeLessThan(pieceOf(other))
    }
    const means = (of: (world: World) => number) => [less, more].map((side) => meanOf(side.map(of)))
    // The numbers of the notes, which are means of twenty worlds of another seed.
    for (const [what, found, few, many] of [
      ['kilograms', means(seizedKgOf), 50_000, 140_000],
      ['share', means(rateOf), 0.14, 0.39],
      ['seizures', means(seizuresOf), 830, 6_010],
      ['legs', means(legsOf), 202, 283],
      ['places', means(placesOf), 129, 155],
    ] as const) {
      expectWithin((found[0] ?? 0) / few, 1, 0.15, `${what}, beside the notes`)
      expectWithin((found[1] ?? 0) / many, 1, 0.15, `${what} under more force, beside the notes`)
    }
    const [costs = 0, costsMore = 0] = means(costOf)
    expectWithin(costsMore / costs, 3.9, 0.1)
  })

  it('dispersion: where nobody finds new ways, more force does not spread them', () => {
    const pieceOf = (world: World) => seizedKgOf(world) / tallyOf(world).seized
    const known = { 'organisations.*.generatedRoutes.count': 0 }
    const [few, many] = ['dispersion', 'dispersion-more-force'].map((id) =>
      worldAfter(specOf(id, known), 365),
    )
    for (const world of [few, many]) expect(measureOf(world as World, 'total.activeLegs')).toBe(69)
    expect(pieceOf(many as World)).toBeGreaterThan(pieceOf(few as World))
  })
})
