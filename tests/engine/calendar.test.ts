/** Dates without time zones, against the platform's calendar. */
import { describe, expect, it } from 'vitest'
import { epochDayOf, isoDateOf, monthOf, parseIsoDate } from '../../src/engine'

describe('the calendar', () => {
  it('agrees with the proleptic Gregorian one over a millennium', () => {
    for (let day = -250_000; day <= 250_000; day += 97) {
      const date = new Date(day * 86_400_000)
      expect(isoDateOf(day)).toBe(date.toISOString().slice(0, 10))
      expect(monthOf(day)).toBe(date.getUTCMonth() + 1)
      expect(epochDayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day)
    }
  })

  it('knows leap years', () => {
    expect(isoDateOf(epochDayOf(2008, 2, 28) + 1)).toBe('2008-02-29')
    expect(isoDateOf(epochDayOf(1900, 2, 28) + 1)).toBe('1900-03-01')
    expect(isoDateOf(epochDayOf(2000, 2, 28) + 1)).toBe('2000-02-29')
    expect(epochDayOf(1970, 1, 1)).toBe(0)
  })

  it('refuses what is no date', () => {
    for (const text of [
      '2009-02-29',
      '2009-13-01',
      '2009-00-10',
      '2009-04-31',
      '2009-1-1',
      '',
      'today',
      '2009-01-01T00:00',
    ])
      expect(parseIsoDate(text), text).toBeUndefined()
    expect(parseIsoDate('2010-04-01')).toBe(epochDayOf(2010, 4, 1))
  })
})
