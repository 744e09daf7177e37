/** Processing: one commodity becomes another on the way, and no gram is lost unbooked (model section 3). */
import { describe, expect, it } from 'vitest'
import { createWorld, step } from '../../src/engine'
import { type ScenarioFile, validateScenario } from '../../src/scenario'
import { expectEveryGram } from '../support/balance'
import { checkpoint, line, specOf } from '../support/scenarios'
import { expectShare } from '../support/statistics'
import { verified } from '../support/verification'
import { emptiedAfter, indexOf, sumOf, tallyOf, worldAfter } from '../support/worlds'

type Site = NonNullable<ScenarioFile['processingSites']>[number]

const site: Site = {
  id: 'site',
  name: 'Site',
  node: 'lab',
  input: 'goods',
  output: 'refined',
  yieldShare: 0.1,
}

/** source - before - lab - after - market; loads of 1.237 kg. */
function chain(changes: Partial<Site> = {}, odds = 0): ScenarioFile {
  const fixed = { kind: 'fixed', kg: 1.237 } as const
  const file = line(
    [
      checkpoint('before', { interdictionOdds: odds }),
      checkpoint('lab'),
      checkpoint('after', { interdictionOdds: odds }),
    ],
    { loads: { road: fixed } },
  )
  return {
    ...file,
    commodities: [
      ...file.commodities,
      { id: 'refined', name: 'Refined', prices: { kind: { market: 20_000 } } },
    ],
    processingSites: [{ ...site, ...changes }],
  }
}

describe('a processing site', () => {
  it('turns every load into the output, to the gram, and books the rest as processing loss', () => {
    const world = emptiedAfter(specOf(chain()), 100)
    const { counters, spec } = world
    const { delivered } = tallyOf(world)
    const market = indexOf(spec.nodes, 'market') * spec.commodities.ids.length
    expect(counters.marketGrams[market + indexOf(spec.commodities, 'goods')]).toBe(0)
    const refined = counters.marketGrams[market + indexOf(spec.commodities, 'refined')] ?? 0
    verified('a load of 1237 g at a yield of 0.1: g delivered', {
      expected: 123,
      obtained: refined / delivered,
      within: 0,
    })
    expect(sumOf(counters.processedLossGrams)).toBe(delivered * (1_237 - 123))
    expectEveryGram(world)
  })

  it('sells the output at the price of the output', () => {
    const { counters, spec } = emptiedAfter(specOf(chain()), 100)
    const cell = indexOf(spec.nodes, 'market') * 2 + indexOf(spec.commodities, 'refined')
    expect(counters.revenueCents[cell]).toBe((counters.marketGrams[cell] ?? 0) * 2_000)
  })

  it('keeps the balance on every day while checkpoints seize before and after it', () => {
    const world = createWorld(specOf(chain({ from: '2009-02-01', until: '2009-04-01' }, 0.2)), 'processing')
    for (let day = 0; day < 150; day++) {
      step(world)
      expectEveryGram(world)
    }
    const { counters, spec } = world
    const at = (id: string, commodity: string) =>
      counters.checkpointSeizedGrams[
        indexOf(spec.checkpoints, id) * 2 + indexOf(spec.commodities, commodity)
      ] ?? 0
    expect(at('before', 'refined')).toBe(0)
    expect(Math.min(at('before', 'goods'), at('after', 'goods'), at('after', 'refined'))).toBeGreaterThan(0)
    expectShare(tallyOf(emptiedAfter(spec, 150)).delivered, tallyOf(emptiedAfter(spec, 150)).dispatched, 0.64)
  })

  it('works between its dates only', () => {
    const spec = specOf(chain({ from: '2009-02-01', until: '2009-03-01' }))
    const loss = (days: number) => sumOf(worldAfter(spec, days).counters.processedLossGrams)
    expect(loss(31)).toBe(0)
    expect(loss(32)).toBeGreaterThan(0)
    expect(loss(59)).toBeGreaterThan(loss(58))
    expect(loss(120)).toBe(loss(59))
  })

  it('leaves other commodities as they are', () => {
    const spec = specOf(chain({ input: 'refined', output: 'goods' }))
    const { counters } = emptiedAfter(spec, 50)
    expect(sumOf(counters.processedLossGrams)).toBe(0)
    expect(sumOf(counters.marketGrams)).toBe(sumOf(counters.dispatchedGrams))
  })

  it('feeds the next one in a chain', () => {
    const file = chain()
    const world = emptiedAfter(
      specOf({
        ...file,
        commodities: [
          ...file.commodities,
          { id: 'pure', name: 'Pure', prices: { kind: { market: 50_000 } } },
        ],
        processingSites: [
          site,
          { ...site, id: 'next', node: 'after', input: 'refined', output: 'pure', yieldShare: 0.5 },
        ],
      }),
      50,
    )
    const { counters, spec } = world
    const cell = indexOf(spec.nodes, 'market') * 3 + indexOf(spec.commodities, 'pure')
    expect(counters.marketGrams[cell]).toBe(tallyOf(world).delivered * 61)
    expectEveryGram(world)
  })

  it('never makes a load vanish, however small its yield', () => {
    const world = emptiedAfter(specOf({ ...chain({ yieldShare: 0.001 }) }), 20)
    expect(sumOf(world.counters.deliveredGrams)).toBe(tallyOf(world).delivered)
    expectEveryGram(world)
  })
})

describe('prices of what a load has become', () => {
  const messages = (file: ScenarioFile) => {
    const parsed = validateScenario(file)
    return parsed.ok ? [] : parsed.issues.map(({ message }) => message)
  }
  const priced = (file: ScenarioFile, goods: object, refined: object): ScenarioFile => ({
    ...file,
    commodities: [
      { id: 'goods', name: 'Goods', prices: goods },
      { id: 'refined', name: 'Refined', prices: refined },
    ],
  })
  const [atSource, everywhere, atMarket] = [
    { kind: { source: 100 } },
    { kind: { source: 100, market: 1_000 } },
    { kind: { market: 20_000 } },
  ]

  it('are needed at the market, and those of what it was are not', () => {
    expect(messages(priced(chain(), everywhere, {}))).toEqual(['"refined" has no price at "market".'])
    const world = worldAfter(specOf(priced(chain(), atSource, atMarket)), 60)
    expect(sumOf(world.counters.delivered)).toBeGreaterThan(1_000)
    expect(world.counters.revenueCents.some(Number.isNaN)).toBe(false)
  })

  it('are needed beside those of what it was where the site has dates', () => {
    const dated = chain({ until: '2009-03-01' })
    expect(messages(priced(dated, atSource, atMarket))).toEqual(['"goods" has no price at "market".'])
    expect(messages(priced(dated, everywhere, atMarket))).toEqual([])
  })

  it('are needed at every end of a route that may be found', () => {
    const file = chain()
    const [org] = file.organisations
    if (org === undefined) throw new Error('no organisation')
    const finding = { ...file, organisations: [{ ...org, routes: [], generatedRoutes: { count: 1 } }] }
    expect(messages(priced(finding, everywhere, {}))).toEqual(['"refined" has no price at "market".'])
    expect(messages(priced(finding, atSource, atMarket))).toEqual([
      'No market has a price for "goods", so no route to one can be found.',
    ])
    const world = worldAfter(specOf(priced(finding, everywhere, atMarket)), 60)
    expect(sumOf(world.counters.delivered)).toBeGreaterThan(1_000)
  })

  it('that are not numbers stop a run instead of its flow', () => {
    const spec = specOf(chain())
    const broken = {
      ...spec,
      commodities: { ...spec.commodities, priceUsdPerKg: new Float64Array(10).fill(Number.NaN) },
    }
    expect(() => worldAfter(broken, 1)).toThrow('the utility of route "only" is not a number on day 0')
  })
})
