/** Searching for settings by several words. */
import { describe, expect, it } from 'vitest'
import { holdsAll, matchesIn, namedIn, wordsOf } from '../../src/panel/matching'
import { entrySettings, globalSettings } from '../../src/panel/rows'
import { aboutEntry, entriesOf } from '../../src/panel/scope'
import { bundledScenario } from '../support/bundled'

const asia = bundledScenario('central-asia')
const checkpoints = asia.checkpoints.flatMap(({ id }) => {
  const about = aboutEntry(asia, 'checkpoints', id)
  return entrySettings(asia, { section: 'checkpoints', ids: [id] }).map((setting) => ({
    setting,
    place: id,
    about,
  }))
})
const pathsFor = (query: string) => namedIn(checkpoints, wordsOf(query)).map(({ setting }) => setting.path)

describe('a search by words', () => {
  it('finds what each of them is part of: name, entry, country, help or id', () => {
    expect(pathsFor('officers dostuk')).toContain('checkpoints.dostuk_x.staff')
    expect(pathsFor('dostuk_x OFFICERS')).toEqual(pathsFor('officers dostuk'))
    const kazakh = asia.checkpoints.filter(({ country }) => country === 'KZ').map(({ id }) => id)
    expect(pathsFor('pay kazakh')).toEqual(
      expect.arrayContaining(kazakh.map((id) => `checkpoints.${id}.officerSalary`)),
    )
    expect(pathsFor('officers dostuk zebra')).toEqual([])
    expect(pathsFor('dostuk')).toEqual([])
  })

  it('lists first what has the words in its title', () => {
    const all = globalSettings(asia).map((setting) => ({ setting, place: '', about: '' }))
    const [first] = matchesIn(all, wordsOf('conviction probability'))
    expect(first?.setting.path).toBe('assumptions.convictionProbability')
  })

  it('knows legs by their ends', () => {
    const [leg] = asia.legs.filter(({ id }) => id === 'balkhash--karaganda')
    const names = entriesOf(asia, 'legs').map(({ name }) => name)
    expect(leg && aboutEntry(asia, 'legs', leg.id)).toContain('Balkhash – Karaganda')
    expect(new Set(names).size).toBe(asia.legs.length)
    expect(holdsAll(wordsOf('karaganda balkhash'), aboutEntry(asia, 'legs', 'balkhash--karaganda'))).toBe(
      true,
    )
  })
})
