/** Scale: round values along an axis that begins at zero. */

/** Round values from 0 to at least `max`, at most `count` steps of 1, 2 or 5 times a power of ten. */
export function ticksUpTo(max: number, count: number): number[] {
  if (!(max > 0)) return [0]
  const decade = 10 ** Math.floor(Math.log10(max / count))
  const step = [1, 2, 5, 10].map((factor) => factor * decade).find((size) => max / size <= count)
  const width = step ?? 10 * decade
  return Array.from({ length: Math.ceil(max / width - 1e-9) + 1 }, (_, i) => i * width)
}

/** A text cut to so many pixels, to one letter at least; `widthOf` measures a text. */
export function fitted(text: string, pixels: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= pixels) return text
  const cut = (letters: number) => `${text.slice(0, letters).trimEnd()}…`
  let letters = text.length - 1
  while (letters > 1 && widthOf(cut(letters)) > pixels) letters--
  return cut(Math.max(1, letters))
}
