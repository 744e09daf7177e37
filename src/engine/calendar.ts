/** Dates of the proleptic Gregorian calendar as whole days since 1970-01-01 (Hinnant's algorithms). */

/**
 * Days in a month for all that is counted by the month: pay, teams, retainers, audits and the value of
 * protection. A whole number, so that a monthly event falls on a day.
 */
export const DAYS_A_MONTH = 30

/** Days since 1970-01-01 of a date; month 1..12. */
export function epochDayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  )
}

function dayOfCycle(epochDay: number): { era: number; yearOfEra: number; dayOfYear: number } {
  const shifted = epochDay + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  return { era, yearOfEra, dayOfYear }
}

/** Month 1..12 of a day. */
export function monthOf(epochDay: number): number {
  const shifted = Math.floor((5 * dayOfCycle(epochDay).dayOfYear + 2) / 153)
  return shifted < 10 ? shifted + 3 : shifted - 9
}

/** `YYYY-MM-DD` of a day. */
export function isoDateOf(epochDay: number): string {
  const { era, yearOfEra, dayOfYear } = dayOfCycle(epochDay)
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day of a `YYYY-MM-DD` text, or undefined when there is no such date. */
export function parseIsoDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return undefined
  const epochDay = epochDayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  return isoDateOf(epochDay) === text ? epochDay : undefined
}
