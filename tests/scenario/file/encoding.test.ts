/** Encodings: the same bytes are the same text in the page and on the command line, or a mistake that names what they look like. */
import { describe, expect, it } from 'vitest'
import { decoded, issueText, parseScenario } from '../../../src/scenario'
import { checkpoint, line } from '../../support/scenarios'

const TEXT = JSON.stringify({ ...line([checkpoint('gate')]), title: 'Душанбе – 喀什 😀' }, undefined, 1)
const utf8 = new TextEncoder().encode(TEXT)

function utf16(words: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * words.length)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < words.length; i++) view.setUint16(2 * i, words.charCodeAt(i), isLittle)
  return bytes
}

/** UTF-32, as far as the first plane. */
function utf32(words: string): Uint8Array {
  return Uint8Array.from(
    [...words].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8, 0, 0]),
  )
}

const joined = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const read = (bytes: Uint8Array) => decoded(bytes, TextDecoder)

function refusal(bytes: Uint8Array): string {
  const found = read(bytes)
  return found.ok ? 'read' : issueText(found.issue)
}

describe('a file is read', () => {
  it.each([
    ['UTF-8', utf8],
    ['UTF-8 with a byte order mark', joined([0xef, 0xbb, 0xbf], utf8)],
    ['UTF-16, little endian, with a mark', joined([0xff, 0xfe], utf16(TEXT, true))],
    ['UTF-16, big endian, with a mark', joined([0xfe, 0xff], utf16(TEXT, false))],
  ])('in %s, letter by letter', (_, bytes) => {
    expect(read(bytes)).toEqual({ ok: true, text: TEXT })
    expect(parseScenario(TEXT).ok).toBe(true)
  })

  it('with a U+FFFD of its own, and with nothing in it', () => {
    expect(read(new TextEncoder().encode('a\ufffdb'))).toEqual({ ok: true, text: 'a\ufffdb' })
    expect(read(new Uint8Array())).toEqual({ ok: true, text: '' })
  })
})

describe('a file is refused', () => {
  const head = '{\n "title": "\ufffd '
  const start = new TextEncoder().encode(head)

  it.each([
    ['Windows-1251', [0xcd, 0xe0, 0xe7]],
    ['Windows-1252', [0xfc, 0x20]],
    ['KOI8-R', [0xee, 0xc1]],
    ['a half of a pair (CESU-8)', [0xed, 0xa0, 0x80]],
    ['a longer form than needed', [0xc0, 0xaf]],
    ['a letter that is cut at the end', [0xe2, 0x82]],
  ])('for %s at its byte and line, with what to do', (_, broken) => {
    const message = refusal(joined(start, broken))
    expect(message).toContain(`not valid UTF-8 at byte ${start.length + 1}, line 2`)
    expect(message).toContain('looks like Windows-1251 or another single-byte encoding')
    expect(message).toContain('save the file as UTF-8')
  })

  it('at a byte that counts the mark', () => {
    expect(refusal(joined([0xef, 0xbb, 0xbf], start, [0xcd, 0xe0]))).toContain(
      `byte ${start.length + 4}, line 2`,
    )
  })

  it.each([
    ['UTF-16 (little endian) without a byte order mark', utf16(TEXT, true)],
    ['UTF-16 (big endian) without a byte order mark', utf16(TEXT, false)],
    ['UTF-32', utf32(TEXT)],
    ['UTF-32', joined([0xff, 0xfe, 0, 0], utf32('{}'))],
    ['binary data', joined(start, [0xcd, 0, 1])],
  ])('and called what it looks like: %s', (name, bytes) => {
    expect(refusal(bytes)).toContain(`looks like ${name}`)
  })

  it.each([
    ['half a letter at its end', joined(utf16('ab\nc', true), [0x41]), 11],
    ['half a pair', utf16('ab\nc\ud83d"', true), 11],
  ])('for UTF-16 with %s', (_, bytes, byte) => {
    expect(refusal(joined([0xff, 0xfe], bytes))).toContain(`not valid UTF-16 at byte ${byte}, line 2`)
  })
})
