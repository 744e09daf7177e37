/** What the editor of the schedule offers: targets in their parts, drafts that are valid, ids that are free. */
import { describe, expect, it } from 'vitest'
import { newChange, newOperation } from '../../../../src/app/timeline/schedule/drafts'
import { shiftOf } from '../../../../src/app/timeline/schedule/keys'
import {
  parametersOf,
  pathOfTarget,
  placesOf,
  sectionsOf,
  targetOf,
} from '../../../../src/app/timeline/schedule/targets'
import { placesAt, setAll } from '../../../../src/scenario'
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

describe('drafts', () => {
  it('are valid in every bundled scenario, wherever the selection is', () => {
    for (const id of BUNDLED) {
      const bundled = bundledScenario(id)
      const checkpoint = bundled.checkpoints[0]?.id ?? ''
      for (const selection of [undefined, { kind: 'checkpoint', id: checkpoint } as const]) {
        const entry = {
          id: 'new',
          title: 'New',
          enabled: true,
          changes: [newChange(bundled, selection, bundled.startDate)],
        }
        const operation = { ...newOperation(bundled, selection, bundled.startDate), id: 'new-operation' }
        const edited = setAll(bundled, [
          ['interventions', [...bundled.interventions, entry]],
          ['operations', [...bundled.operations, operation]],
        ])
        expect(edited.ok ? [] : edited.issues).toEqual([])
      }
    }
  })

  it('begin with what is selected', () => {
    const change = newChange(scenario, { kind: 'checkpoint', id: 'ak_jol_x' }, '2009-05-01')
    expect(change.target).toMatch(/^checkpoints\.ak_jol_x\./)
    expect(newOperation(scenario, { kind: 'node', id: 'osh' }, '2009-05-01').node).toBe('osh')
  })
})

describe('arrow keys', () => {
  const none = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false }
  it.each([
    ['ArrowRight', {}, { part: 'whole', days: 1 }],
    ['ArrowLeft', { shiftKey: true }, { part: 'whole', days: -7 }],
    ['ArrowRight', { altKey: true }, { part: 'end', days: 1 }],
    ['ArrowLeft', { altKey: true, shiftKey: true }, { part: 'start', days: -1 }],
    ['ArrowLeft', { ctrlKey: true }, undefined],
    ['a', {}, undefined],
  ])('%s with %o', (key, modifiers, shift) => {
    expect(shiftOf({ key, ...none, ...modifiers })).toEqual(shift)
  })
})
