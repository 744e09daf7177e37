/** Hex: words of 32 bits as text. */

/** Eight hex digits a word. */
export function hexOf(words: Iterable<number>): string {
  return Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
