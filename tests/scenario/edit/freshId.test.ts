/** Ids of new entries: of the letters of their names, and like no other. */
import { describe, expect, it } from 'vitest'
import { freshId } from '../../../src/scenario'

describe('the id of a new entry', () => {
  it('is its name in plain letters, digits and hyphens', () => {
    const names = [
      'Ak-Jol (north)',
      'ak-jol  North',
      'Más  Control!',
      'osh--murghab',
      'Osh - Murghab',
      'constructor',
    ]
    expect(names.map((name) => freshId(name, []))).toEqual([
      'ak-jol_north',
      'ak-jol_north',
      'm_s_control',
      'osh--murghab',
      'osh_murghab',
      'constructor',
    ])
    expect(freshId('Customs Union', [], { separator: '-' })).toBe('customs-union')
  })

  it('is one that no other entry has', () => {
    const entries = [{ id: 'pass' }, { id: 'pass_2' }, { id: 'pass-2' }]
    expect([freshId('Pass', entries), freshId('Pass', entries, { separator: '-' })]).toEqual([
      'pass_3',
      'pass-3',
    ])
  })

  it('is one of its own kind where the name has no letter that an id may hold', () => {
    expect(freshId('Душанбе', [])).toBe('entry')
    expect(freshId('???', [{ id: 'operations' }], { otherwise: 'operations' })).toBe('operations_2')
  })
})
