/** Seizures by checkpoint and by country. */
import { describe, expect, it } from 'vitest'
import { seizuresByCheckpoint, seizuresByCountry } from '../../../src/analysis/record/seizures'
import { recorded } from '../../support/frames'
import { richest } from '../../support/rich'
import { specOf } from '../../support/scenarios'
import { sumOf } from '../../support/worlds'

const gramsOf = (rows: readonly { readonly grams: number }[]) => sumOf(rows.map(({ grams }) => grams))

describe('seizures', () => {
  const { spec, last } = recorded(specOf(richest()), 200)
  const checkpoints = seizuresByCheckpoint(spec, last.counters)
  const countries = seizuresByCountry(spec, last.counters)
  const all = sumOf(last.counters.seizedGrams)

  it('of checkpoints and teams together are all that was seized', () => {
    expect(gramsOf(checkpoints)).toBe(all)
    expect(sumOf(last.counters.patrolSeizures)).toBeGreaterThan(0)
    expect(sumOf(checkpoints.map(({ seizures }) => seizures))).toBe(sumOf(last.counters.seized))
  })

  it('are sorted, the most first', () => {
    for (const rows of [checkpoints, countries])
      expect(rows.map((row) => row.grams)).toEqual(rows.map((row) => row.grams).sort((a, b) => b - a))
  })

  it('by country add up to the same and name every place once', () => {
    expect(gramsOf(countries)).toBe(all)
    expect(countries.flatMap(({ targets }) => targets)).toHaveLength(checkpoints.length)
    expect(new Set(countries.map(({ id }) => id)).size).toBe(countries.length)
  })
})
