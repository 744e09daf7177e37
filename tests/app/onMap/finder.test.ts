/** The finder: places, checkpoints and routes by what was typed. */
import { expect, test } from 'vitest'
import { matchesOf, type Place, placesOf } from '../../../src/app/onMap/finder'
import { bundledScenario } from '../../support/bundled'

const place = (name: string): Place => ({ name, kind: '', selection: { kind: 'node', id: name } })
const names = (typed: string, ...of: string[]) => matchesOf(of.map(place), typed).map(({ name }) => name)

test('the beginning of the name comes before the beginning of a word, that before the rest', () => {
  expect(names('osh', 'Koshka', 'R1 Batken - Osh', 'Osh', 'Oslo')).toEqual([
    'Osh',
    'R1 Batken - Osh',
    'Koshka',
  ])
})

test('accents, capitals and hyphens do not matter', () => {
  expect(names('SIAULIAI', 'Šiauliai')).toEqual(['Šiauliai'])
  expect(names('ak jol', 'Ak-Jol (KG) - Korday (KZ)')).toHaveLength(1)
  expect(names('ak-jol korday', 'Ak-Jol (KG) - Korday (KZ)')).toHaveLength(0)
})

test('nothing and nonsense find nothing, and special characters are no patterns', () => {
  for (const typed of ['', '   ', '.*', '(', '\\', 'xyzzy', '🗺']) expect(names(typed, 'Osh')).toEqual([])
})

test('at most eight are offered', () => {
  expect(
    matchesOf(
      Array.from({ length: 30 }, (_, i) => place(`Post ${i}`)),
      'post',
    ),
  ).toHaveLength(8)
})

test('everything in a scenario can be found by its full name', () => {
  const places = placesOf(bundledScenario('central-asia'))
  expect(new Set(places.map(({ selection }) => selection.kind))).toEqual(
    new Set(['checkpoint', 'node', 'route']),
  )
  const lost = places.filter(({ name, selection }) =>
    matchesOf(places, name).every((found) => found.selection !== selection),
  )
  expect(lost).toEqual([])
})

test('what a place is begins with a capital, whatever it is', () => {
  const kinds = placesOf(bundledScenario('central-asia')).map(({ kind }) => kind)
  expect(kinds.filter((kind) => !/^\p{Lu}/u.test(kind))).toEqual([])
})
