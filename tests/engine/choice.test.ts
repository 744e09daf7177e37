/** Route choice: path-size logit with known shares (model section 4). */
import { describe, expect, it } from 'vitest'
import { logitShares, pathSizesOf } from '../../src/engine'
import type { ScenarioFile } from '../../src/scenario'
import { checkpoint, organisation, parallel, specOf } from '../support/scenarios'
import { expectShare, expectWithin } from '../support/statistics'
import { verifiedShare } from '../support/verification'
import { candidateOf, routeShares, shipmentsByRoute, sumOf, worldAfter } from '../support/worlds'

const informed = { learning: { information: 'true-odds' as const } }
const twoCheckpoints = (first = {}, second = {}) => [checkpoint('p0', first), checkpoint('p1', second)]

/** Two routes of which the first costs `gap` USD/kg more. */
function twoRoutes(gap: number, changes: Parameters<typeof parallel>[1] = {}): ScenarioFile {
  const file = parallel(twoCheckpoints(), { ...informed, ...changes })
  const legs = file.legs.map((leg) => (leg.id === 'source-p0' ? { ...leg, freightUsdPerKg: gap } : leg))
  return { ...file, legs }
}

function weighted(file: ScenarioFile, weights: readonly number[]): ScenarioFile {
  return { ...file, routes: file.routes.map((route, i) => ({ ...route, weight: weights[i] ?? 1 })) }
}

/**
 * Fails unless the shipments of a year are split over the routes like these shares, which must also be the world's own. The first
 * share goes on record under `name`.
 */
function expectSplit(name: string, file: ScenarioFile, shares: readonly number[]): void {
  const world = worldAfter(specOf(file), 365)
  for (const [i, share] of shares.entries()) {
    const id = world.spec.routes.ids[i] ?? ''
    expectWithin(
      world.choiceShare[candidateOf(world.spec, id)] ?? Number.NaN,
      share,
      1e-12,
      `choice of ${id}`,
    )
    const shipments = shipmentsByRoute(world)
    const [flow, total] = [shipments[id] ?? 0, sumOf(Object.values(shipments))]
    if (i === 0) verifiedShare(`${name}: share of the first route`, flow, total, share)
    else expectShare(flow, total, share, `flow of ${id}`)
  }
}

describe('two parallel routes', () => {
  it('that are equal share the flow equally', () => {
    expectSplit('two equal routes', parallel(twoCheckpoints(), informed), [0.5, 0.5])
  })

  it('with weights share it in the ratio of the weights', () => {
    expectSplit('weights 3 and 1', weighted(parallel(twoCheckpoints(), informed), [3, 1]), [0.75, 0.25])
  })

  it('of which one has weight zero leave it unused', () => {
    expectSplit('weights 0 and 1', weighted(parallel(twoCheckpoints(), informed), [0, 1]), [0, 1])
  })

  it('keep the weights where the choice noise is boundless', () => {
    const world = worldAfter(specOf(weighted(twoRoutes(500, { logitScale: 1e7 }), [1, 4])), 1)
    expectWithin(routeShares(world)[0] ?? 0, 0.2, 0.2)
    expectWithin(world.choiceShare[0] ?? 0, 0.2, 1e-5)
  })

  it.each([
    [0, 100],
    [50, 100],
    [100, 100],
    [300, 100],
    [300, 1_000],
  ])('with a utility gap of %i and a noise of %i split by the logistic curve', (gap, theta) => {
    const share = 1 / (1 + Math.exp(gap / theta))
    const name = `worse by D = ${gap}, noise ${theta}`
    expectSplit(name, twoRoutes(gap, { logitScale: theta }), [share, 1 - share])
  })

  it('without choice noise send everything over the better one', () => {
    expectSplit('worse by D = 0.01, no noise', twoRoutes(0.01, { logitScale: 0 }), [0, 1])
    expectSplit('worse by D = 1, noise 0.001', twoRoutes(1, { logitScale: 0.001 }), [0, 1])
  })

  it('without choice noise and without difference follow the weights', () => {
    expectSplit('weights 1 and 3, no noise', weighted(twoRoutes(0, { logitScale: 0 }), [1, 3]), [0.25, 0.75])
  })
})

describe('the utility of a route', () => {
  const utilityOf = (file: ScenarioFile, route = 'r0') => {
    const world = worldAfter(specOf(file), 1)
    return world.utility[candidateOf(world.spec, route)] ?? Number.NaN
  }

  it('without risk is the price margin less freight and holding cost', () => {
    const file = twoRoutes(37, { holdingCost: 4 })
    expectWithin(utilityOf(file), 1_000 - 100 - 37 - 2 * 4, 1e-9)
    expectWithin(utilityOf(file, 'r1'), 1_000 - 100 - 2 * 4, 1e-9)
  })

  it('at risk loses the price, the crew and what the organisation fears beyond them', () => {
    const file = parallel(twoCheckpoints({ interdictionOdds: 0.3 }), { ...informed, riskAversion: 0.5 })
    const assumptions = { recruitmentCostUsd: 400, convictionProbability: 0.25 }
    const expected = 1_000 * 0.7 - 100 - 0.3 * (400 * 0.25 + 0.5 * 1_000)
    expectWithin(utilityOf({ ...file, assumptions }), expected, 1e-9)
  })

  it('counts the bribes it expects to pay, per kilogram', () => {
    const gate = { interdictionOdds: 0.4, corruptionRate: 1, officerSalary: 100 }
    const file = parallel(twoCheckpoints(gate), { ...informed, bribeOffer: 1_200 })
    const lost = 0.4 * 0.5
    const expected = 1_000 * (1 - lost) - 100 - lost * 1_200 - lost * 1_000 * 0.5
    expectWithin(utilityOf(file), expected, 1e-9)
  })

  it('of sealed loads leaves out the checkpoints that honour seals', () => {
    const gate = { interdictionOdds: 0.4, sealedPolicy: 'honour' as const }
    const file = parallel(twoCheckpoints(gate), { ...informed, sealedShare: 1 })
    expectWithin(utilityOf(file), 900, 1e-9)
  })

  it('with a market on the way is the mean over where a load is sold', () => {
    const file = twoRoutes(10, { holdingCost: 3 })
    const nodes = file.nodes.map((node) =>
      node.id === 'p0' ? { ...node, kind: 'market' as const, uptakeShare: 0.4 } : node,
    )
    const prices = { kind: { source: 100, market: 1_000 }, node: { p0: 600 } }
    const commodities = [{ id: 'goods', name: 'Goods', prices }]
    const expected = 0.4 * (600 - 10 - 3) + 0.6 * (1_000 - 10 - 6) - 100
    expectWithin(utilityOf({ ...file, nodes, commodities }), expected, 1e-9)
  })
})

describe('overlapping routes', () => {
  const T = 100

  /** Ben-Akiva and Bierlaire's three routes of length T: one alone, two that share a trunk of length T - d. */
  function threeRoutes(d: number): ScenarioFile {
    const base = parallel([checkpoint('alone')], informed)
    const node = (id: string) => ({ id, name: id, country: 'XA', lat: 0, lon: 0, kind: 'transit' as const })
    const leg = (from: string, to: string, km: number) => {
      return { id: `${from}-${to}`, from, to, mode: 'road' as const, km, hours: 5 }
    }
    const route = (id: string, ...via: string[]) => ({ id, name: id, nodes: ['source', ...via, 'market'] })
    return {
      ...base,
      nodes: [...base.nodes, node('fork'), node('left'), node('right')],
      legs: [
        leg('source', 'alone', T / 2),
        leg('alone', 'market', T / 2),
        leg('source', 'fork', T - d),
        leg('fork', 'left', d / 2),
        leg('left', 'market', d / 2),
        leg('fork', 'right', d / 2),
        leg('right', 'market', d / 2),
      ],
      routes: [route('a', 'alone'), route('b', 'fork', 'left'), route('c', 'fork', 'right')],
      organisations: [organisation({ routes: ['a', 'b', 'c'], ...informed })],
    }
  }

  it.each([1, 25, 50, 75, 99])('with private ends of %i of 100 km split by their path sizes', (d) => {
    const file = threeRoutes(d)
    const size = (T - d) / (2 * T) + d / T
    for (const [r, expected] of [1, size, size].entries())
      expectWithin(pathSizesOf(specOf(file), [0, 1, 2])[r] ?? 0, expected, 1e-15)
    const alone = 1 / (2 + d / T)
    expectSplit(`two of three routes share ${T - d} of 100 km`, file, [
      alone,
      (1 - alone) / 2,
      (1 - alone) / 2,
    ])
  })

  it('count only the routes that the organisation may use', () => {
    expect(pathSizesOf(specOf(threeRoutes(50)), [0, 1])).toEqual([1, 1])
  })

  it('that are the same twice weigh together as much as one', () => {
    const file = parallel(twoCheckpoints(), informed)
    const twin = { id: 'r2', name: 'Twin', nodes: ['source', 'p1', 'market'] }
    const organisations = [organisation({ routes: ['r0', 'r1', 'r2'], ...informed })]
    const tripled = { ...file, routes: [...file.routes, twin], organisations }
    expectSplit('two of three routes are the same', tripled, [0.5, 0.25, 0.25])
  })
})

describe('logit shares', () => {
  it('stay finite for gaps that no exponential can hold', () => {
    expect(logitShares([1, 1], [0, 1e9], 1e-6)).toEqual([0, 1])
    expect(logitShares([1, 1], [-1e300, -1e300], 1)).toEqual([0.5, 0.5])
  })

  it('do not change when all utilities rise alike', () => {
    const shares = logitShares([1, 2, 3], [5, 6, 7], 2)
    for (const [i, share] of logitShares([1, 2, 3], [1_029, 1_030, 1_031], 2).entries())
      expectWithin(share, shares[i] ?? 0, 1e-12)
    expectWithin(sumOf(shares), 1, 1e-15)
  })

  it('are all zero where nothing has any weight', () => {
    expect(logitShares([0, 0], [1, 2], 1)).toEqual([0, 0])
    expect(logitShares([], [], 1)).toEqual([])
  })

  it('ignore the utility of an alternative without weight', () => {
    expect(logitShares([0, 1, 1], [1_000, 3, 3], 0)).toEqual([0, 0.5, 0.5])
  })
})
