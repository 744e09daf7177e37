/** Look: the colours of the current theme, for what is not drawn by the style sheets. */

/** Value of a custom property of the page, e.g. of `--seized`. */
export function colourOf(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}
