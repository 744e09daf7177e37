/** Formats: units that suit the amount. */
import { describe, expect, it } from 'vitest'

import { count, countryName, date, mass, money, percent, scaleMass } from '../../src/words'

const plain = (shown: string) => shown.replaceAll('\u202f', ' ')

describe('formats', () => {
  it('show masses in grams, kilograms or tonnes', () => {
    const shown = [0, 950, 12_340, 999_000, 2_513_000, 42_300_000, 1_234_567_000_000].map((grams) =>
      plain(mass(grams)),
    )
    expect(shown).toEqual(['0 kg', '950 g', '12.3 kg', '999 kg', '2.51 t', '42.3 t', '1 234 567 t'])
  })

  it('keep three significant digits while an amount grows, and none of zero on a scale', () => {
    const grams = [5_000, 9_996, 10_000, 30_000_000, 31_300_000]
    expect(grams.map(mass)).toEqual(['5.00 kg', '10.0 kg', '10.0 kg', '30.0 t', '31.3 t'])
    expect(grams.map(scaleMass)).toEqual(['5 kg', '10 kg', '10 kg', '30 t', '31.3 t'])
    expect([2_500_000, 100_000, 0].map(scaleMass)).toEqual(['2.5 t', '100 kg', '0 kg'])
    expect([30_000_000, 31_300_000].map((usd) => plain(money(usd)))).toEqual(['30.0 M USD', '31.3 M USD'])
  })

  it('show money with a multiple', () => {
    expect([0, 950, 9_999, 25_000, 20_400_000, 3_100_000_000].map((usd) => plain(money(usd)))).toEqual([
      '0 USD',
      '950 USD',
      '9 999 USD',
      '25.0 k USD',
      '20.4 M USD',
      '3.10 bn USD',
    ])
  })

  it('show small shares exactly enough, and nothing where there is nothing to divide by', () => {
    expect([0, 0.00321, 0.0203, 0.315, 1].map((share) => plain(percent(share)))).toEqual([
      '0.0 %',
      '0.321 %',
      '2.03 %',
      '31.5 %',
      '100.0 %',
    ])
    expect(percent(Number.NaN)).toBe('–')
  })

  it('group thousands and name months', () => {
    expect(plain(count(1_234_567))).toBe('1 234 567')
    expect(date(14_245)).toBe('1 Jan 2009')
  })

  it('name countries, and leave the codes of fictional ones', () => {
    expect(['KZ', 'XK', 'XA', 'north'].map(countryName)).toEqual(['Kazakhstan', 'Kosovo', 'XA', 'north'])
  })
})
