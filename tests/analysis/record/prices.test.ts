/** Prices along a route. */
import { describe, expect, it } from 'vitest'
import { carriedOn, pricesAlong } from '../../../src/analysis/record/prices'
import { specOn } from '../../../src/engine'
import { compileScenario } from '../../../src/scenario'
import { bundledScenario } from '../../support/bundled'
import { checkpoint, line, specOf } from '../../support/scenarios'
import { indexOf } from '../../support/worlds'

describe('prices along a route', () => {
  const asia = compileScenario(bundledScenario('central-asia'))

  it('have every place of the route in order, with the price of its country', () => {
    const route = indexOf(asia.routes, 'R2')
    const along = pricesAlong(asia, route, indexOf(asia.commodities, 'heroin'))
    expect(along[0]).toMatchObject({ country: 'AF', usdPerKg: 1250 })
    expect(along.at(-1)).toMatchObject({ country: 'US', usdPerKg: 65_000 })
    const byCountry = new Map(along.map(({ country, usdPerKg }) => [country, usdPerKg]))
    expect(['TJ', 'KG', 'KZ', 'RU'].map((country) => byCountry.get(country))).toEqual([
      3000, 4500, 12_000, 45_000,
    ])
    const start = (asia.routes.start[route] ?? 0) + route
    const places = asia.routes.nodes.subarray(start, start + along.length)
    expect(along.map(({ node }) => node)).toEqual([...places])
  })

  it('leave a gap where the scenario gives no price', () => {
    const along = pricesAlong(asia, indexOf(asia.routes, 'R1'), indexOf(asia.commodities, 'heroin'))
    expect(along.find(({ country }) => country === 'BG')?.usdPerKg).toBeUndefined()
  })

  it('follow interventions by the day', () => {
    const change = { target: 'commodities.goods.prices.kind.market', from: '2009-01-31', set: 2000 }
    const interventions = [{ id: 'dearer', title: 'Dearer', changes: [change] }]
    const spec = specOf({ ...line([checkpoint('gate')]), interventions })
    const priceOn = (day: number) => pricesAlong(specOn(spec, day), 0, 0).at(-1)?.usdPerKg
    expect([priceOn(0), priceOn(29), priceOn(30)]).toEqual([1000, 1000, 2000])
  })

  it('are offered for the commodities that are carried on it', () => {
    const names = (route: string) =>
      carriedOn(asia, indexOf(asia.routes, route)).map((m) => asia.commodities.ids[m])
    expect(names('R1')).toEqual(['heroin'])
    expect(names('R2')).toEqual(['hashish', 'heroin'])
  })
})
