/** Who gets a route that is drawn. */
import { expect, it } from 'vitest'
import { organisationFor } from '../../../src/app/editing/editState'
import { bundledScenario } from '../../support/bundled'

const scenario = bundledScenario('central-asia')
const [first, second] = scenario.organisations
const source = second?.supply[0]?.source ?? ''

it('a new route goes to the chosen organisation, if the scenario has it', () => {
  expect(organisationFor(scenario, { organisation: second?.id ?? '', way: [] })).toBe(second?.id)
  expect(organisationFor(scenario, { organisation: 'elsewhere', way: [] })).toBe(first?.id)
})

it('else to one with a supply where it starts', () => {
  const supplied = scenario.organisations.find(({ supply }) => supply.some((own) => own.source === source))
  expect(organisationFor(scenario, { organisation: '', way: [source] })).toBe(supplied?.id)
})
