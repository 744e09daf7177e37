/** Reading typed numbers. */
import { describe, expect, it } from 'vitest'
import { readNumber } from '../../src/panel/reading'

const share = { unit: '', min: 0, max: 1 }
const days = { unit: 'days', min: 1, max: 73_000 }

describe('a typed number', () => {
  it('is read as people write it', () => {
    const read = (typed: string) => readNumber(typed, days)
    expect(['12', ' 12 ', '-5', '+.5', '1e3', '0,8', '-1,25', '12 000', '12\u202f000'].map(read)).toEqual([
      12, 12, -5, 0.5, 1000, 0.8, -1.25, 12_000, 12_000,
    ])
  })

  it('is none where it may mean two things, or nothing', () => {
    const odd = [
      '',
      ' ',
      'abc',
      '1,000',
      '1.000,5',
      '1,000,000',
      '0x10',
      'Infinity',
      '3 days',
      '50 %',
      '2010-02-29',
    ]
    for (const typed of odd) expect(readNumber(typed, days), typed).toBeUndefined()
  })

  it('takes per cent for a share only', () => {
    expect(readNumber('50 %', share)).toBe(0.5)
    expect(readNumber('7,5%', share)).toBe(0.075)
    expect(readNumber('%', share)).toBeUndefined()
    expect(readNumber('50%', { unit: '', min: 0, max: 10 })).toBeUndefined()
  })
})
