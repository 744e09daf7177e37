/** Drafts: what a new intervention or operation begins with. */
import { describe, expect, it } from 'vitest'
import { newChange, newOperation } from '../../../../src/app/timeline/schedule/drafts'
import { setAll } from '../../../../src/scenario'
import { BUNDLED, bundledScenario } from '../../../support/bundled'

const scenario = bundledScenario('central-asia')

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
