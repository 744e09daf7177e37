/** Formats: masses, money, shares, dates and countries as the page shows them. */
import { GRAMS_PER_KG, isoDateOf } from '../engine'
import { text } from '../text'
import { dateText, grouped } from './values'

const { units } = text.page

/** A whole number as it is, any other with three significant digits; with thin grouping. */
export function number(value: number): string {
  return Number.isInteger(value) ? count(value) : significant(value)
}

/** Three significant digits, also where the last ones are zero, so that a figure that changes keeps its width. */
function significant(value: number): string {
  const rounded = Math.abs(Number(value.toPrecision(3)))
  const digits = rounded >= 100 ? 0 : rounded >= 10 ? 1 : 2
  return grouped(value.toFixed(digits))
}

export function count(value: number): string {
  return grouped(value.toFixed(0))
}

/** For tables and files, which are in kilograms throughout. */
export function kilograms(grams: number): number {
  return grams / GRAMS_PER_KG
}

/** Grams as kilograms or tonnes. */
export function mass(grams: number): string {
  if (grams === 0) return `0 ${units.kilogram}`
  if (Math.abs(grams) < 1_000) return `${number(grams)} ${units.gram}`
  if (Math.abs(grams) < 1_000_000) return `${significant(grams / 1_000)} ${units.kilogram}`
  return `${significant(grams / 1_000_000)} ${units.tonne}`
}

/** A round mass on a scale: without zeros at its end. */
export function scaleMass(grams: number): string {
  return mass(grams).replace(/(?:\.0+|(\.\d*?[1-9])0+)(?=\s)/, '$1')
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
  const amount = factor === 1 ? count(dollars) : significant(dollars / factor)
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
