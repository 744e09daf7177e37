/** Quantities: masses and money, in units that suit the amount. */
import { GRAMS_PER_KG } from '../engine'
import { text } from '../text'
import { count, number, significant } from './numbers'

const { units } = text.page

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
