/** What the charts of the running totals show: seizures, streams, prices. */
import { describe, expect, it } from 'vitest'
import { carriedOn, priceLadder } from '../../../src/analysis/record/prices'
import { seizuresByCountry, seizuresByPost } from '../../../src/analysis/record/seizures'
import { legsOf, mainCorridors, streamsOf, THROUGH } from '../../../src/analysis/record/streams'
import { specOn } from '../../../src/engine'
import { compileScenario } from '../../../src/scenario'
import { bundledScenario } from '../../support/bundled'
import { recorded } from '../../support/frames'
import { richest } from '../../support/rich'
import { line, post, specOf } from '../../support/scenarios'
import { indexOf, sumOf } from '../../support/worlds'

const rich = recorded(specOf(richest()), 200)
const kg = (rows: readonly { readonly kg: number }[]) => sumOf(rows.map((row) => row.kg))

describe('seizures', () => {
  const { spec, last } = rich
  const posts = seizuresByPost(spec, last.counters)
  const countries = seizuresByCountry(spec, last.counters)
  const all = sumOf(last.counters.seizedGrams) / 1000

  it('of posts and teams together are all that was seized', () => {
    expect(kg(posts)).toBeCloseTo(all, 9)
    expect(sumOf(last.counters.patrolSeizures)).toBeGreaterThan(0)
    expect(sumOf(posts.map(({ seizures }) => seizures))).toBe(sumOf(last.counters.seized))
  })

  it('are sorted, the most first', () => {
    for (const rows of [posts, countries])
      expect(rows.map((row) => row.kg)).toEqual(rows.map((row) => row.kg).sort((a, b) => b - a))
  })

  it('by country add up to the same and name every place once', () => {
    expect(kg(countries)).toBeCloseTo(all, 9)
    expect(countries.flatMap(({ targets }) => targets)).toHaveLength(posts.length)
    expect(new Set(countries.map(({ id }) => id)).size).toBe(countries.length)
  })
})

describe('streams', () => {
  const { spec, last, record } = rich
  const delivered = sumOf(last.counters.deliveredGrams) / 1000
  const seized = sumOf(last.counters.seizedGrams) / 1000

  it.each(THROUGH)('through %ss lose nothing on the way', (through) => {
    const { nodes, links } = streamsOf(spec, last.counters, record.arrivals, last.day, through)
    const layerOf = new Map(nodes.map(({ id, layer }) => [id, layer]))
    const middles = nodes.filter(({ layer }) => layer === 1)
    expect(middles.length).toBeGreaterThan(0)
    for (const { id } of middles)
      expect(kg(links.filter(({ to }) => to === id))).toBeCloseTo(
        kg(links.filter(({ from }) => from === id)),
        6,
      )
    expect(kg(links.filter(({ from }) => layerOf.get(from) === 0))).toBeCloseTo(delivered + seized, 6)
    expect(kg(links.filter(({ to }) => to === 'seized'))).toBeCloseTo(seized, 6)
  })

  it('show what the markets took', () => {
    const { links } = streamsOf(spec, last.counters, record.arrivals, last.day, 'route')
    const commodities = spec.commodities.ids.length
    for (const [n, id] of spec.nodes.ids.entries()) {
      const sold = sumOf(last.counters.marketGrams.subarray(n * commodities, (n + 1) * commodities))
      expect(kg(links.filter(({ to }) => to === `2:${id}`))).toBeCloseTo(sold / 1000, 6)
    }
  })

  it('are empty on the first day', () => {
    const { frames } = rich
    const [start] = frames
    if (start === undefined) throw new Error('no first frame')
    expect(streamsOf(spec, start.counters, record.arrivals, 0, 'route').links).toEqual([])
  })

  it('pass the corridor that a route follows longest', () => {
    const asia = compileScenario(bundledScenario('central-asia'))
    const corridor = mainCorridors(asia)[indexOf(asia.routes, 'R6')] ?? -1
    expect(asia.corridors.ids[corridor]).toBe('dushanbe-moscow-rail')
    const plain = specOf(line([post('gate')]))
    expect(mainCorridors(plain)[0]).toBe(-1)
  })

  it('mark each leg of their routes once', () => {
    const legs = legsOf(spec, [0, 0, 1]).map(({ index }) => index)
    expect(new Set(legs).size).toBe(legs.length)
    expect(legs).toEqual(
      expect.arrayContaining([...spec.routes.legs.subarray(spec.routes.start[1], spec.routes.end[1])]),
    )
  })
})

describe('the price ladder', () => {
  const asia = compileScenario(bundledScenario('central-asia'))

  it('has every place of the route in order, with the price of its country', () => {
    const route = indexOf(asia.routes, 'R2')
    const rungs = priceLadder(asia, route, indexOf(asia.commodities, 'heroin'))
    expect(rungs[0]).toMatchObject({ country: 'AF', usdPerKg: 1250 })
    expect(rungs.at(-1)).toMatchObject({ country: 'US', usdPerKg: 65_000 })
    const prices = new Map(rungs.map(({ country, usdPerKg }) => [country, usdPerKg]))
    expect([prices.get('TJ'), prices.get('KG'), prices.get('KZ'), prices.get('RU')]).toEqual([
      3000, 4500, 12_000, 45_000,
    ])
    const start = (asia.routes.start[route] ?? 0) + route
    const places = asia.routes.nodes.subarray(start, start + rungs.length)
    expect(rungs.map(({ node }) => node)).toEqual([...places])
  })

  it('leaves a gap where the scenario gives no price', () => {
    const rungs = priceLadder(asia, indexOf(asia.routes, 'R1'), indexOf(asia.commodities, 'heroin'))
    expect(rungs.find(({ country }) => country === 'BG')?.usdPerKg).toBeUndefined()
  })

  it('follows interventions by the day', () => {
    const change = { target: 'commodities.goods.prices.kind.market', from: '2009-01-31', set: 2000 }
    const interventions = [{ id: 'dearer', title: 'Dearer', changes: [change] }]
    const spec = specOf({ ...line([post('gate')]), interventions })
    const priceOn = (day: number) => priceLadder(specOn(spec, day), 0, 0).at(-1)?.usdPerKg
    expect([priceOn(0), priceOn(29), priceOn(30)]).toEqual([1000, 1000, 2000])
  })

  it('offers the commodities that are carried on the route', () => {
    const names = (route: string) =>
      carriedOn(asia, indexOf(asia.routes, route)).map((m) => asia.commodities.ids[m])
    expect(names('R1')).toEqual(['heroin'])
    expect(names('R2')).toEqual(['hashish', 'heroin'])
  })
})
