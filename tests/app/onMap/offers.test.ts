/** What the map can be filtered by, and what is left out. */
import { describe, expect, it } from 'vitest'
import { leftOut, NO_OFFERS, offersOf } from '../../../src/app/onMap/offers'
import { compileScenario } from '../../../src/scenario'
import { LAYERS, type ViewChoices } from '../../../src/store'
import { bundledScenario } from '../../support/bundled'

const everything: ViewChoices = {
  layers: new Set(LAYERS),
  filter: { organisation: '', commodity: '', route: '', mode: '' },
  strongest: 0,
}

describe('the map', () => {
  const offers = offersOf(compileScenario(bundledScenario('central-asia')))

  it('can be filtered by every organisation, commodity and route, and by the modes in use', () => {
    const { organisations, commodities } = bundledScenario('central-asia')
    expect(offers.organisation.map(({ id }) => id).sort()).toEqual(organisations.map(({ id }) => id).sort())
    expect(offers.commodity.map(({ id }) => id).sort()).toEqual(commodities.map(({ id }) => id).sort())
    const routes = offers.route.map(({ name }) => name)
    expect(routes.findIndex((name) => name.startsWith('R2 '))).toBeLessThan(
      routes.findIndex((name) => name.startsWith('R10 ')),
    )
    expect(offers.mode.map(({ id }) => id)).toContain('road')
  })

  it('says nothing while nothing is left out', () => {
    expect(leftOut(everything, offers)).toBe('')
  })

  it('says by name what it shows only, and how many layers are off', () => {
    const [route] = offers.route
    const filter = { ...everything.filter, route: route?.id ?? '' }
    const said = leftOut({ ...everything, filter, layers: new Set(LAYERS.slice(2)), strongest: 10 }, offers)
    expect(said).toContain(route?.name)
    expect(said).toContain('the 10 strongest')
    expect(said).toContain('2')
  })

  it('takes an id of another scenario for no filter', () => {
    const filter = { ...everything.filter, route: 'elsewhere' }
    expect(leftOut({ ...everything, filter }, NO_OFFERS)).toBe('')
  })
})
