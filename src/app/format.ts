/** Formats: masses, money, shares, dates and countries as the page shows them. */
import { isoDateOf } from '../engine'
import { dateText, grouped } from '../store'
import { text } from '../text'

const { units } = text.page

/** A number with three significant digits and thin grouping. */
export function number(value: number): string {
  if (Number.isInteger(value)) return count(value)
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return grouped(value.toFixed(digits))
}

export function count(value: number): string {
  return grouped(value.toFixed(0))
}

/** Grams as kilograms or tonnes. */
export function mass(grams: number): string {
  if (grams === 0) return `0 ${units.kilogram}`
  if (Math.abs(grams) < 1_000) return `${number(grams)} ${units.gram}`
  if (Math.abs(grams) < 1_000_000) return `${number(grams / 1_000)} ${units.kilogram}`
  return `${number(grams / 1_000_000)} ${units.tonne}`
}

/** US dollars with a multiple. */
export function money(dollars: number): string {
  const [factor, unit] =
    dollars >= 1e9
      ? [1e9, units.billion]
      : dollars >= 1e6
        ? [1e6, units.million]
        : dollars >= 1e4
          ? [1e3, units.thousand]
          : [1, '']
  const amount = factor === 1 ? count(dollars) : number(dollars / factor)
  return `${amount}${unit === '' ? '' : `\u202f${unit}`} ${units.dollar}`
}

/** A share as per cent, exact enough for small ones. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return text.page.headline.none
  const value = share * 100
  const digits = value === 0 || value >= 10 ? 1 : value >= 1 ? 2 : 3
  return `${value.toFixed(digits)}\u202f%`
}

/** A date as `12 Mar 2010`. */
export function date(epochDay: number): string {
  return dateText(isoDateOf(epochDay))
}

/** A word that begins a line. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
