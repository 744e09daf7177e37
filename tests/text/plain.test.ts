/** Plain text: what steers a terminal or turns a line is seen, and everything that people write stays. */
import { describe, expect, it } from 'vitest'
import { plainJson, plainLines, plainText } from '../../src/text'

const STEERING = [
  ...Array.from({ length: 9 }, (_, i) => i),
  ...Array.from({ length: 18 }, (_, i) => 14 + i),
  ...Array.from({ length: 33 }, (_, i) => 0x7f + i).filter((code) => code !== 0x85),
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0xd800, 0xdfff],
]
const BLANK = [9, 10, 11, 12, 13, 0x85, 0x2028, 0x2029]

describe('plain text', () => {
  it('shows every control, override, isolate and half of a pair as U+FFFD, one for one', () => {
    for (const code of STEERING)
      expect(plainText(`a${String.fromCharCode(code)}b`), code.toString(16)).toBe('a\ufffdb')
  })

  it('is one line: tabs and all ends of lines are blanks', () => {
    for (const code of BLANK)
      expect(plainText(`a${String.fromCharCode(code)}b`), code.toString(16)).toBe('a b')
    expect(plainLines('a\nb\tc')).toBe('a\nb c')
  })

  it.each([
    'Душанбе',
    'Ürümqi',
    '喀什',
    'کابل',
    'می\u200cخواهم',
    '\u200fעיר',
    '👨\u200d👩\u200d👧',
    "Ak-Jol's 12 %",
  ])('leaves %j as it is', (name) => expect(plainText(name)).toBe(name))

  it('says the same in JSON, with escapes', () => {
    const value = {
      name: `a${STEERING.filter((code) => code < 0xd800)
        .map((code) => String.fromCharCode(code))
        .join('')}b`,
    }
    const json = plainJson(JSON.stringify(value, undefined, 2))
    expect(plainLines(json)).toBe(json)
    expect(JSON.parse(json)).toEqual(value)
  })
})
