/** Formats: masses, money, shares, dates and countries as the page shows them. */
import { isoDateOf } from '../engine'
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

function grouped(plain: string): string {
  const [whole = '', fraction] = plain.split('.')
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return fraction === undefined ? spaced : `${spaced}.${fraction}`
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

const MONTHS = text.page.panel.months

/** A date as `12 Mar 2010`. */
export function date(epochDay: number): string {
  const [year = '', month = '', day = ''] = isoDateOf(epochDay).split('-')
  return `${Number(day)} ${(MONTHS[Number(month) - 1] ?? '').slice(0, 3)} ${year}`
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })
/** Codes that stand for no country; scenarios use them for fictional ones. */
const NO_COUNTRY = /^(AA|Q[M-Z]|X[A-JL-Z]|ZZ)$/

/** Name of a country where the code is one, else the code. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.test(code) ? (regions.of(code) ?? code) : code
}
