/** Scale: round values along an axis that begins at zero. */

/** Round values from 0 to at least `most`, at most `count` steps of 1, 2 or 5 times a power of ten. */
export function ticksUpTo(most: number, count: number): number[] {
  if (!(most > 0)) return [0]
  const decade = 10 ** Math.floor(Math.log10(most / count))
  const step = [1, 2, 5, 10].map((factor) => factor * decade).find((size) => most / size <= count)
  const width = step ?? 10 * decade
  return Array.from({ length: Math.ceil(most / width - 1e-9) + 1 }, (_, i) => i * width)
}

/** A text cut to about so many pixels at a size of letters. */
export function fitted(text: string, pixels: number, fontPixels: number): string {
  const letters = Math.max(1, Math.floor(pixels / (fontPixels * 0.56)))
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…`
}
