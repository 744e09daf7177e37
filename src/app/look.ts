/** Look: the colours and letters of the present theme, for what is not drawn by the style sheets. */
import type { ChartLook } from '../charts'
import { embeddedLetters } from './typeface'

/** Value of a custom property of the page, e.g. of `--seized`. */
export function colourOf(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

export function chartLook(): ChartLook {
  return {
    text: colourOf('--text'),
    muted: colourOf('--muted'),
    grid: colourOf('--line'),
    surface: colourOf('--surface'),
    letters: embeddedLetters,
  }
}
