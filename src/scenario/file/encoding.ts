/** Encoding: from the bytes of a file to its text, the same in the page and on the command line. */
import { text } from '../../text'
import type { ScenarioIssue } from '../check/issue'

const words = text.issues.encoding

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly issue: ScenarioIssue }

/** The platform's `TextDecoder`. */
export type Decoder = new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string }

/**
 * Reads UTF-8, with or without a byte order mark, and UTF-16 with one. Anything else is a mistake that says
 * what it looks like.
 */
export function decoded(bytes: Uint8Array, decoder: Decoder): Decoded {
  const name = nameOf(bytes)
  if (name !== 'utf-8' && name !== 'utf-16le' && name !== 'utf-16be') return refused(words.looksLike[name])
  try {
    return { ok: true, text: new decoder(name, { fatal: true }).decode(bytes) }
  } catch {
    const { byte, line } = firstFault(bytes, (part) =>
      new decoder(name, { fatal: true }).decode(part, { stream: true }),
    )
    if (name !== 'utf-8') return refused(words.brokenWide(byte, line), line)
    return bytes.includes(0) ? refused(words.looksLike.binary) : refused(words.broken(byte, line), line)
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | keyof typeof words.looksLike

/**
 * By the byte order mark, else by where zeros stand among the first bytes, as a file begins with characters
 * of ASCII.
 */
function nameOf(bytes: Uint8Array): Encoding {
  const [a = 1, b = 1, c = 1, d = 1] = bytes
  const first = [a, b, c, d].map((byte) => (byte === 0 ? '0' : 'x')).join('')
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || first === 'x000' || first === '000x')
    return 'utf-32'
  if (first === '00xx' && c === 0xfe && d === 0xff) return 'utf-32'
  if (isWide(bytes)) return a === 0xff ? 'utf-16le' : 'utf-16be'
  if (first === 'x0x0') return 'unmarkedLittle'
  if (first === '0x0x') return 'unmarkedBig'
  return first.includes('0') ? 'binary' : 'utf-8'
}

/** Byte and line, both from 1, at which the first part stands that `decode` refuses. */
function firstFault(bytes: Uint8Array, decode: (part: Uint8Array) => string): { byte: number; line: number } {
  const before = (count: number) => {
    try {
      return decode(bytes.subarray(0, count))
    } catch {
      return undefined
    }
  }
  let [right, wrong] = [0, bytes.length]
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1
    if (before(middle) === undefined) wrong = middle
    else right = middle
  }
  const good = before(right) ?? ''
  return { byte: markLength(bytes) + lengthOf(good, bytes) + 1, line: good.split('\n').length }
}

function isWide([a, b]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
}

function markLength(bytes: Uint8Array): number {
  if (isWide(bytes)) return 2
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}

/** Bytes of a text in the encoding of the file. */
function lengthOf(good: string, bytes: Uint8Array): number {
  if (isWide(bytes)) return 2 * good.length
  let length = 0
  for (let i = 0; i < good.length; i++) {
    const code = good.charCodeAt(i)
    const isHalf = code >= 0xd800 && code < 0xe000
    length += code < 0x80 ? 1 : code < 0x800 || isHalf ? 2 : 3
  }
  return length
}

function refused(found: string, line?: number): Decoded {
  const issue = { path: '', message: words.unknown, expected: words.expected, found }
  return { ok: false, issue: line === undefined ? issue : { ...issue, line } }
}
