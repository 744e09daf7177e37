/** Seasons and seasonal legs. */
import { expect, it } from 'vitest'
import { seasonalLegs, seasonOf } from '../../../src/app/timeline/season'
import { bundledScenario } from '../../support/bundled'

it('winter is December to February, and each season has three months', () => {
  const months = [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
  const seasons = ['winter', 'spring', 'summer', 'autumn'].flatMap((season) => [season, season, season])
  expect(months.map(seasonOf)).toEqual(seasons)
})

it('only legs that are closed in some month are seasonal', () => {
  const scenario = bundledScenario('central-asia')
  const { all } = seasonalLegs(scenario, 1)
  expect(all).toBe(scenario.legs.filter(({ openMonths }) => openMonths.length < 12).length)
  expect(seasonalLegs(scenario, 1).open).toBe(0)
  expect(seasonalLegs(scenario, 7).open).toBe(all)
  expect(seasonalLegs(bundledScenario('line'), 7)).toEqual({ open: 0, all: 0 })
})
