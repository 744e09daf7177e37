/** Targets of interventions: what the editor offers, and what a written target is made of. */
import { describe, expect, it } from 'vitest'
import {
  parametersOf,
  pathOfTarget,
  placesOf,
  sectionsOf,
  targetOf,
} from '../../../../src/app/timeline/schedule/targets'
import { placesAt } from '../../../../src/scenario'
import { BUNDLED, bundledScenario } from '../../../support/bundled'

const scenario = bundledScenario('central-asia')

describe('targets', () => {
  it('name all entries, groups, and single ones', () => {
    const prefixes = placesOf(scenario, 'checkpoints').map(({ prefix }) => prefix)
    expect(prefixes).toContain('checkpoints.*')
    expect(prefixes).toContain('checkpoints[country=KZ]')
    expect(prefixes).toContain('checkpoints.ak_jol_x')
  })

  it('lead somewhere, for every place and parameter that is offered', () => {
    for (const section of sectionsOf(scenario)) {
      for (const places of placesOf(scenario, section)) {
        const found = parametersOf(scenario, section, places)
        const lost = found.filter(
          ({ inner }) =>
            placesAt(scenario, pathOfTarget({ section, prefix: places.prefix, inner })).length === 0,
        )
        expect(lost).toEqual([])
      }
    }
  })

  it('come back as they were written, for every intervention of every bundled scenario', () => {
    for (const id of BUNDLED) {
      const { interventions, ...rest } = bundledScenario(id)
      for (const { target } of interventions.flatMap(({ changes }) => changes)) {
        expect(pathOfTarget(targetOf({ ...rest, interventions }, target))).toBe(target)
      }
    }
  })
})
