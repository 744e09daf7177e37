/**
 * Plain text: foreign words without the characters that steer a terminal, turn the direction of a line, or
 * end it (D11).
 */

/** Tabs and everything that ends a line. */
const BLANKS = /[\t-\r\u0085\u2028\u2029]/g
/** Control characters, overrides and isolates of direction, and halves of surrogate pairs. */
const STEERING = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu

/**
 * One line that shows as it reads: tabs and line ends become blanks, what steers becomes U+FFFD. The length
 * stays the same, so that columns may be aligned before or after. Every name, title, path and message that
 * did not come from us goes out through this.
 */
export function plainText(words: string): string {
  return words.replace(BLANKS, ' ').replace(STEERING, '\ufffd')
}

/** The same of a text whose lines are kept. */
export function plainLines(words: string): string {
  return words.split('\n').map(plainText).join('\n')
}

/** JSON with escapes in place of all that `plainLines` would change; it means the same. */
export function plainJson(json: string): string {
  const escaped = (found: string) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`
  return json.replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped)
}
