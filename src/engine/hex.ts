/** Hex: words of 32 bits as text. */

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Eight hex digits. */
export function hexOfWord(word: number): string {
  return BYTES[word >>> 24] + BYTES[(word >>> 16) & 255] + BYTES[(word >>> 8) & 255] + BYTES[word & 255]
}

/** Eight hex digits a word. */
export function hexOf(words: Iterable<number>): string {
  return Array.from(words, hexOfWord).join('')
}
