/** Season: of a month on the northern hemisphere, and which seasonal legs are open in it. */
import type { Scenario } from '../../scenario'
import type { text } from '../../text'

type Season = keyof typeof text.timeline.seasons

const SEASONS: readonly Season[] = ['winter', 'spring', 'summer', 'autumn']

/** Season of a month 1..12; winter is December to February. */
export function seasonOf(month: number): Season {
  return SEASONS[Math.floor((month % 12) / 3)] ?? 'winter'
}

/** Legs that are closed in some months, and how many of them are open in this one. */
export function seasonalLegs(
  { legs }: Scenario,
  month: number,
): { readonly open: number; readonly all: number } {
  const seasonal = legs.filter(({ openMonths }) => openMonths.length < 12)
  return {
    open: seasonal.filter(({ openMonths }) => openMonths.includes(month)).length,
    all: seasonal.length,
  }
}
