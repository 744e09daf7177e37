/** Values of a scenario in words. */
import type { ParameterRow } from '../scenario'
import { text, unitOfOne } from '../text'
import { sentenceCase } from './names'
import { exactNumber } from './numbers'

const words = text.page.panel
const own = text.history

/** A value as the panel, the help line and the history show it. */
export function valueText(row: ParameterRow | undefined, value: unknown): string {
  if (value === undefined) return words.notSet
  if (typeof value === 'boolean') return value ? own.on : own.off
  if (typeof value === 'number') {
    const unit = row?.unit ?? ''
    return [exactNumber(value), value === 1 ? (unitOfOne[unit] ?? unit) : unit].join(' ').trimEnd()
  }
  if (Array.isArray(value) && row?.type === 'months')
    return monthsText(value.filter((month) => typeof month === 'number'))
  if (typeof value === 'object') return own.several(Object.keys(value ?? {}).length)
  return row?.options === undefined ? String(value) : sentenceCase(String(value))
}

/** Number of different values listed one by one. */
const LISTED = 3

/** Values of several places: the shared one, a range of numbers, a short list, or `mixed`. */
export function valuesText(row: ParameterRow | undefined, values: readonly unknown[]): string {
  const texts = [...new Set(values.map((value) => valueText(row, value)))]
  const [only] = texts
  if (texts.length === 1 && only !== undefined) return only
  const numbers = values.filter((value) => typeof value === 'number')
  if (numbers.length < values.length) return texts.length > LISTED ? own.mixed : texts.join(', ')
  return own.range(exactNumber(Math.min(...numbers)), valueText(row, Math.max(...numbers)))
}

function monthsText(months: readonly number[]): string {
  if (months.length === 0) return words.noMonths
  if (months.length === 12) return words.allMonths
  return months.map((month) => words.months[month - 1]).join(', ')
}
