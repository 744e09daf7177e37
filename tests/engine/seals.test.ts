/** Seals: what organisations expect of a route is a mixture over loads with and without a seal, not a product of averages. */
import { describe, expect, it } from 'vitest'
import { referencePrices } from '../../src/analysis/measures/referencePrice'
import { createWorld, type ModelSpec, step } from '../../src/engine'
import type { ScenarioFile } from '../../src/scenario'
import { checkpoint, organisation, parallel, specOf } from '../support/scenarios'
import { expectShare } from '../support/statistics'
import { emptiedAfter, routeShares, sumOf, worldAfter } from '../support/worlds'

type Organisation = Parameters<typeof organisation>[0]
type Checkpoint = ReturnType<typeof checkpoint>

const PRICE = 1_000
const informed = { information: 'true-odds' as const }

/** Routes from `source` to `market`, each over checkpoints of its own in order; a kilogram is worth 1,000 USD more at the end. */
function routesOver(
  ways: readonly (readonly Partial<Checkpoint>[])[],
  changes: Partial<Organisation>,
  mode: 'road' | 'air' | 'path' = 'road',
): ScenarioFile {
  const names = ways.map((checkpoints, r) => checkpoints.map((_, i) => `w${r}p${i}`))
  const places = ['source', ...names.flat(), 'market']
  const chain = (r: number) => ['source', ...(names[r] ?? []), 'market']
  const base = parallel([], { routes: [] })
  return {
    ...base,
    assumptions: { recruitmentCostUsd: 0 },
    commodities: [{ id: 'goods', name: 'Goods', prices: { kind: { source: 0, market: PRICE } } }],
    nodes: places.map((id, i) => ({
      id,
      name: id,
      country: 'XA',
      lat: i,
      lon: i,
      kind: id === 'source' ? 'source' : id === 'market' ? 'market' : 'border',
    })),
    legs: ways.flatMap((_, r) =>
      chain(r)
        .slice(1)
        .map((to, i) => ({ id: `l${r}-${i}`, from: chain(r)[i] ?? '', to, mode, km: 10, hours: 1 })),
    ),
    checkpoints: ways.flatMap((checkpoints, r) =>
      checkpoints.map((change, i) => ({
        ...checkpoint(`w${r}p${i}`),
        ...change,
        id: `w${r}p${i}`,
        node: `w${r}p${i}`,
      })),
    ),
    organisations: [organisation({ routes: ways.map((_, r) => `r${r}`), ...changes })],
    routes: ways.map((_, r) => ({ id: `r${r}`, name: `Route ${r}`, nodes: chain(r) })),
  }
}

function utilitiesOf(spec: ModelSpec): number[] {
  const world = createWorld(spec, 'seals')
  step(world)
  return [...world.utility]
}

const sealed = (odds: number) => ({ interdictionOdds: odds, sealedPolicy: 'honour' as const })
const opened = (odds: number) => ({ interdictionOdds: odds, sealedPolicy: 'open' as const })
const times = <T>(n: number, value: T) => new Array<T>(n).fill(value)

describe('who knows the odds expects of a route', () => {
  it.each([1, 2, 5, 20])('with %i checkpoints that honour seals to survive s + (1 - s)(1 - p)^n', (n) => {
    const spec = specOf(routesOver([times(n, sealed(0.3))], { sealedShare: 0.4, learning: informed }))
    expect(utilitiesOf(spec)[0]).toBeCloseTo(PRICE * (0.4 + 0.6 * 0.7 ** n), 8)
  })

  it('on which other checkpoints open seals to survive these besides, sealed or not', () => {
    const way = [sealed(0.3), opened(0.2), sealed(0.1), opened(0.5)]
    const spec = specOf(routesOver([way], { sealedShare: 0.4, learning: informed }))
    expect(utilitiesOf(spec)[0]).toBeCloseTo(PRICE * (0.4 + 0.6 * 0.7 * 0.9) * 0.8 * 0.5, 8)
  })

  it.each(['air', 'path'] as const)('carried by %s that nothing is sealed there', (mode) => {
    const spec = specOf(routesOver([times(3, sealed(0.3))], { sealedShare: 0.4, learning: informed }, mode))
    expect(utilitiesOf(spec)[0]).toBeCloseTo(PRICE * 0.7 ** 3, 8)
  })

  it('to pay only the bribes of the loads that come so far and are open to search', () => {
    // Everything is inspected and found half the time; 0.8 of the finds are bought off at 90 USD: a = 1/2 at one year of pay.
    const changes = { sealedShare: 0.25, learning: informed, bribeOffer: 12_000 }
    const gate = {
      staff: 1,
      vehiclesPerDay: 0,
      handDetection: { road: 0.5 },
      scannerCoverage: 0,
      corruptionRate: 0.8,
    }
    const gates = (['honour', 'open', 'honour'] as const).map((sealedPolicy) => ({
      ...gate,
      sealedPolicy,
      officerSalary: 1_000,
    }))
    const [utility] = utilitiesOf(specOf(routesOver([gates], changes)))
    const [bribed, lost] = [0.5 * 0.4, 0.5 * 0.6]
    const [under, free] = [0.25 * (1 - lost), 0.75 * (1 - lost) ** 3]
    const payers = 0.75 + (0.25 + 0.75 * (1 - lost)) + 0.75 * (1 - lost) ** 2
    expect(utility).toBeCloseTo(PRICE * (under + free) - payers * bribed * 12_000, 6)
  })

  it('with five sealed checkpoints of 0.3 that half gets through by seal: it is better than one open checkpoint of 0.5', () => {
    const ways = [times(5, sealed(0.3)), [opened(0.5)]]
    const changes = { sealedShare: 0.5, learning: informed, logitScale: 1 }
    expect(routeShares(worldAfter(specOf(routesOver(ways, changes)), 60))[0]).toBe(1)
  })
})

describe('what is expected', () => {
  // Seals, checkpoints of both kinds, bribes: sales less bribes per load of 1 kg that set out.
  it.each([1, 2, 3, 4])('is what a run earns on average: mixture %i', (number) => {
    const way = Array.from({ length: 2 + number }, (_, i) => ({
      staff: 1,
      vehiclesPerDay: 0,
      handDetection: { road: 0.1 + 0.1 * ((i * number) % 4) },
      scannerCoverage: 0,
      corruptionRate: 0.9,
      officerSalary: 10,
      sealedPolicy: (i + number) % 3 === 0 ? ('open' as const) : ('honour' as const),
    }))
    const changes = { sealedShare: 0.2 * number, learning: informed, bribeOffer: 120 }
    const spec = specOf(routesOver([way], changes))
    const world = emptiedAfter(spec, 300)
    const loads = sumOf(world.counters.dispatched)
    const earned = PRICE * sumOf(world.counters.delivered) - sumOf(world.counters.bribeCents) / 100
    // One load earns at most 1,000 USD and pays a bribe at most at each checkpoint.
    const spread = PRICE / 2 + 120 * way.length
    expect(Math.abs(earned / loads - (utilitiesOf(spec)[0] ?? 0))).toBeLessThan(
      (4 * spread) / Math.sqrt(loads),
    )
  })

  it('by who learns comes to the survival of the mixture too: the odds of those who come to a checkpoint', () => {
    const changes = { sealedShare: 0.5, learning: { memoryDays: 400, priorWeight: 1 } }
    const world = worldAfter(specOf(routesOver([times(5, sealed(0.3))], changes)), 400)
    const survival = 0.5 + 0.5 * 0.7 ** 5
    expect(Math.abs((world.utility[0] ?? 0) / PRICE - survival)).toBeLessThan(0.01)
    expectShare(sumOf(world.counters.delivered), sumOf(world.counters.dispatched), survival)
  })
})

describe('the reference price of a route', () => {
  it('behind five sealed checkpoints of 0.3 is that of a survival of 0.5 + 0.5 * 0.7^5', () => {
    const changes = { sealedShare: 0.5, learning: informed }
    const file = routesOver([times(5, sealed(0.3))], changes)
    const priced = {
      ...file,
      commodities: [{ id: 'goods', name: 'Goods', prices: { kind: { source: 100, market: PRICE } } }],
    }
    const prices = referencePrices(createWorld(specOf(priced), 'seals'), 0)
    expect(prices.at(-1)).toBeCloseTo(100 / (0.5 + 0.5 * 0.7 ** 5), 8)
  })
})

describe('protection by who knows the odds', () => {
  it.each([
    [29_500, 1],
    [30_500, 0],
  ])(
    'is worth what loads without a seal would lose: at %i USD a month the second checkpoint is bought: %i',
    (retainer, bought) => {
      // 100 kg a day, half under seal: 50 come open to the first checkpoint, which takes nothing, and one of them is lost a day at the second.
      const file = routesOver([[sealed(0), { ...sealed(0.02), protectionRetainer: retainer }]], {
        sealedShare: 0.5,
        learning: informed,
        protectionBudget: 1_000_000,
      })
      const world = worldAfter(specOf(file), 365)
      expect(world.bought[1]).toBe(bought)
    },
  )
})
