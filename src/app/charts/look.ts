/** Look: the colours and letters that charts are drawn with in the current theme. */
import type { ChartLook } from '../../charts'
import { colourOf, embeddedLetters } from '../../ui'

export function chartLook(): ChartLook {
  return {
    text: colourOf('--text'),
    muted: colourOf('--muted'),
    grid: colourOf('--line'),
    surface: colourOf('--surface'),
    letters: embeddedLetters,
  }
}
