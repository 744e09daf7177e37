/** Numbers in words of digits. */
import { expect, it } from 'vitest'
import { editableNumber, exactNumber, grouped, sentenceCase } from '../../src/words'

it('digits are grouped before the point only, with any separator', () => {
  expect(grouped('1234567.8901', ' ')).toBe('1 234 567.8901')
  expect(grouped('-1234', ' ')).toBe('-1 234')
  expect(grouped('999')).toBe('999')
})

it('a number in a field reads back as the same number within six digits', () => {
  for (const value of [0, 0.1 + 0.2, 45, 1_234_567, 1e-7, -2.5])
    expect(Number(editableNumber(value))).toBeCloseTo(value, 5 - Math.ceil(Math.log10(Math.abs(value) + 1)))
  expect(editableNumber(0.1 + 0.2)).toBe('0.3')
  expect(exactNumber(1_234_560)).toBe('1\u202f234\u202f560')
})

it('a key reads as the beginning of a sentence', () => {
  expect(sentenceCase('handDetection')).toBe('Hand detection')
})
