/** Numbers and shares in words of digits, with thin spaces between thousands. */
import { text } from '../text'

/** A whole number as it is, any other with three significant digits; with thin grouping. */
export function number(value: number): string {
  return Number.isInteger(value) ? count(value) : significant(value)
}

/** Three significant digits, trailing zeros included, so that a changing figure keeps its width. */
export function significant(value: number): string {
  const rounded = Math.abs(Number(value.toPrecision(3)))
  const digits = rounded >= 100 ? 0 : rounded >= 10 ? 1 : 2
  return grouped(value.toFixed(digits))
}

export function count(value: number): string {
  return grouped(value.toFixed(0))
}

/** A share as a percentage, with more digits for small ones. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return text.page.headline.none
  const value = share * 100
  const digits = value === 0 || value >= 10 ? 1 : value >= 1 ? 2 : 3
  return `${value.toFixed(digits)}\u202f%`
}

/** A number as it stands in a field: short, and read back as the same within six digits. */
export function editableNumber(value: number): string {
  return String(Number(value.toPrecision(6)))
}

/** A number of a scenario, with up to six digits. */
export function exactNumber(value: number): string {
  return grouped(editableNumber(value))
}

/** Plain digits with a separator between thousands. */
export function grouped(plain: string, separator = '\u202f'): string {
  const [whole = '', fraction] = plain.split('.')
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, separator)
  return fraction === undefined ? groups : `${groups}.${fraction}`
}
