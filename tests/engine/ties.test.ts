/** Ties: alternatives that are equal are treated alike, whatever rounding makes of their sums. */
import { describe, expect, it } from 'vitest'
import { carriageOf, logitShares } from '../../src/engine'
import { inclusionProbabilities } from '../../src/engine/patrols'
import { firstLargest, isTie, sortByLargest } from '../../src/engine/ties'
import type { ScenarioFile } from '../../src/scenario'
import { checkpoint, organisation, parallel, specOf, stream } from '../support/scenarios'
import { expectShare } from '../support/statistics'
import { routeShares, worldAfter } from '../support/worlds'

type Checkpoint = Parameters<typeof checkpoint>[1]
type Organisation = Parameters<typeof organisation>[0]

/** Ways of three checkpoints each, whose odds and freights come in another order or in other parts. */
function ways(
  checkpoints: readonly (readonly Checkpoint[])[],
  freights: readonly (readonly number[])[],
  changes: Partial<Organisation> = {},
): ScenarioFile {
  const chain = (r: number) => ['source', ...(checkpoints[r] ?? []).map((_, i) => `w${r}p${i}`), 'market']
  const places = [...new Set(checkpoints.flatMap((_, r) => chain(r)))]
  const base = parallel([], { routes: [] })
  return {
    ...base,
    nodes: places.map((id, i) => ({
      id,
      name: id,
      country: 'XA',
      lat: i,
      lon: i,
      kind: id === 'source' ? 'source' : id === 'market' ? 'market' : 'border',
    })),
    legs: checkpoints.flatMap((_, r) =>
      chain(r)
        .slice(1)
        .map((to, i) => ({
          id: `l${r}-${i}`,
          from: chain(r)[i] ?? '',
          to,
          mode: 'road' as const,
          km: 10,
          hours: 5,
          freightUsdPerKg: freights[r]?.[i] ?? 0,
        })),
    ),
    checkpoints: checkpoints.flatMap((row, r) => row.map((change, i) => checkpoint(`w${r}p${i}`, change))),
    organisations: [
      organisation({
        routes: checkpoints.map((_, r) => `r${r}`),
        logitScale: 0,
        learning: { information: 'true-odds' },
        ...changes,
      }),
    ],
    routes: checkpoints.map((_, r) => ({ id: `r${r}`, name: `Route ${r}`, nodes: chain(r) })),
  }
}

const odds = (...values: number[]) => values.map((interdictionOdds) => ({ interdictionOdds }))
const ORDERS = [
  [0.01, 0.1, 0.3],
  [0.3, 0.01, 0.1],
  [0.1, 0.3, 0.01],
]

describe('without choice noise, ways that are equal', () => {
  it('but for the order of their odds share the flow alike', () => {
    const spec = specOf(
      ways(
        ORDERS.map((order) => odds(...order)),
        [],
      ),
    )
    const world = worldAfter(spec, 200)
    expect([...world.choiceShare]).toEqual([1 / 3, 1 / 3, 1 / 3])
    for (const share of routeShares(world)) expectShare(share * 20_000, 20_000, 1 / 3)
  })

  it('but for the order of their freights do too', () => {
    const freights = [
      [0.1, 0.2, 0.3, 0],
      [0.3, 0.2, 0.1, 0],
      [0.6, 0, 0, 0],
    ]
    const world = worldAfter(specOf(ways([odds(0, 0, 0), odds(0, 0, 0), odds(0, 0, 0)], freights)), 20)
    expect([...world.choiceShare]).toEqual([1 / 3, 1 / 3, 1 / 3])
  })

  it('do too when their great sums leave next to nothing', () => {
    const freights = [
      [899.9, 0.1, 0, 0],
      [300.3, 299.9, 299.8, 0],
      [0.1, 0.2, 899.7, 0],
    ]
    const world = worldAfter(specOf(ways([odds(0, 0, 0), odds(0, 0, 0), odds(0, 0, 0)], freights)), 20)
    for (const utility of world.utility) expect(Math.abs(utility)).toBeLessThan(1e-9)
    expect([...world.choiceShare]).toEqual([1 / 3, 1 / 3, 1 / 3])
  })

  it('but for a cent per kilogram do not', () => {
    const freights = [
      [0.1, 0.2, 0.3],
      [0.1, 0.2, 0.31],
      [0.1, 0.2, 0.32],
    ]
    const world = worldAfter(specOf(ways([odds(0, 0, 0), odds(0, 0, 0), odds(0, 0, 0)], freights)), 20)
    expect([...world.choiceShare]).toEqual([1, 0, 0])
  })

  it('share it alike with next to no choice noise', () => {
    const spec = specOf(
      ways(
        ORDERS.map((order) => odds(...order)),
        [],
        { logitScale: 1e-12 },
      ),
    )
    expect([...worldAfter(spec, 20).choiceShare]).toEqual([1 / 3, 1 / 3, 1 / 3])
  })

  it('are told apart relative to what they are', () => {
    expect(logitShares([1, 1], [1e12, 1e12 + 1], 0)).toEqual([0.5, 0.5])
    expect(logitShares([1, 1], [1e-12, 1.01e-12], 0)).toEqual([0, 1])
    expect(logitShares([0, 1, 1], [9, 1, 1 + 1e-12], 0)).toEqual([0, 0.5, 0.5])
  })
})

describe('a search for ways', () => {
  it('finds equal ones in the order of their legs, whatever the order of their freights', () => {
    for (const freights of [
      [
        [0.1, 0.2, 0.3, 0.7],
        [0.7, 0.3, 0.2, 0.1],
      ],
      [
        [0.7, 0.3, 0.2, 0.1],
        [0.1, 0.2, 0.3, 0.7],
      ],
      [
        [1.3, 0, 0, 0],
        [0.1, 0.2, 0.3, 0.7],
      ],
    ]) {
      const listed = { id: 'listed', from: 'elsewhere', to: 'market', mode: 'road', km: 1, hours: 1 } as const
      const found = { routes: [], generatedRoutes: { count: 1 }, supply: stream(10) }
      const base = ways([odds(0, 0, 0), odds(0, 0, 0)], freights, found)
      const elsewhere = { id: 'elsewhere', name: 'E', country: 'XA', lat: 0, lon: 0, kind: 'source' } as const
      const world = worldAfter(
        specOf({
          ...base,
          nodes: [...base.nodes, elsewhere],
          legs: [...base.legs, listed],
          routes: [{ id: 'listed', name: 'Listed', nodes: ['elsewhere', 'market'] }],
        }),
        3,
      )
      const r = world.slotActive.indexOf(1)
      expect(world.spec.legs.ids[world.routes.legs[world.routes.start[r] ?? -1] ?? -1]).toBe('l0-0')
    }
  })
})

describe('a budget for protection', () => {
  it.each([
    [0.1, 0.3],
    [0.7, 2.1],
    [1_000.1, 3_000.3],
  ])('of three times %d USD buys three checkpoints of that price', (protectionRetainer, protectionBudget) => {
    const checkpoints = odds(0.2, 0.2, 0.2).map((change) => ({ ...change, protectionRetainer }))
    expect([...worldAfter(specOf(ways([checkpoints], [], { protectionBudget })), 60).bought]).toEqual([
      1, 1, 1,
    ])
  })
})

describe('places and modes', () => {
  it('of equal weight hold a team for certain when there is one for each', () => {
    for (const weights of [
      [0.1, 0.2, 0.3],
      [0.1, 0.1, 0.1],
      [0.7, 0.1, 0.2, 0.3],
    ])
      expect(inclusionProbabilities(weights, weights.length)).toEqual(weights.map(() => 1))
  })

  it('with the same kilometres are told apart by the order of the modes', () => {
    const legs = { mode: Uint8Array.of(1, 1, 0), km: Float64Array.of(0.1, 0.2, 0.3) }
    const { legs: some } = specOf(parallel([checkpoint('a')]))
    expect(carriageOf({ ...some, ...legs }, [0, 1, 2])).toBe(0)
  })

  it('are ordered by what they are worth, and by number where that is equal', () => {
    const entries = [0.3, 0.1 + 0.2, 7, 0.3].map((worth, number) => ({ worth, number }))
    sortByLargest(
      entries,
      ({ worth }) => worth,
      ({ number }) => number,
    )
    expect(entries.map(({ number }) => number)).toEqual([2, 0, 1, 3])
    expect(firstLargest([0.3, 0.1 + 0.2])).toBe(0)
    expect(firstLargest([])).toBe(-1)
    expect(isTie(1, 1 + 1e-8, 1)).toBe(false)
  })
})
