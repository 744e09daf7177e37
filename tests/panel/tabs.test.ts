/** Tabs of the panel: where each changed value stands, and what the map selects with them. */
import { describe, expect, it } from 'vitest'
import { markedTabs, scopeOf, selectionOf, tabOf } from '../../src/panel/tabs'
import { SECTIONS } from '../../src/scenario'

describe('the tabs', () => {
  it('hold every section of the scenario', () => {
    const homes = SECTIONS.map((section) => [section, tabOf(section)])
    expect(Object.fromEntries(homes)).toMatchObject({
      scenario: 'global',
      assumptions: 'global',
      checkpoints: 'checkpoint',
      organisations: 'organisation',
      legs: 'network',
      teams: 'network',
      processingSites: 'network',
    })
  })

  it('are marked where something differs from the file', () => {
    const paths = ['seed', 'checkpoints.a.staff', 'checkpoints.b.staff', 'interventions.x.enabled']
    expect(markedTabs(paths)).toEqual(new Set(['global', 'checkpoint', 'schedule']))
    expect(markedTabs(['operations.x.enabled', 'operations.x.days'])).toEqual(
      new Set(['schedule', 'network']),
    )
    expect(markedTabs([])).toEqual(new Set())
  })

  it('select on the map what is single and stands there', () => {
    const selection = { kind: 'leg', id: 'a_b' } as const
    const scope = scopeOf(selection)
    expect(scope && selectionOf(scope)).toEqual(selection)
    expect(scopeOf({ kind: 'shipment', shipment: { a: 1, b: 2 }, day: 3 })).toBeUndefined()
    expect(selectionOf({ section: 'checkpoints', ids: ['a', 'b'] })).toBeUndefined()
    expect(selectionOf({ section: 'checkpoints', ids: [] })).toBeUndefined()
    expect(selectionOf({ section: 'organisations', ids: ['a'] })).toBeUndefined()
  })
})
