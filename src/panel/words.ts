/** Values and evidence of parameters in words. */
import type { Evidence, ParameterRow } from '../scenario'
import { text } from '../text'
import { shortNumber } from './scale'

const words = text.page.panel

/** A value as the panel, the help line and the command log show it. */
export function valueText(row: ParameterRow, value: unknown): string {
  if (value === undefined) return words.notSet
  if (typeof value === 'number')
    return row.unit === '' ? shortNumber(value) : `${shortNumber(value)} ${row.unit}`
  if (Array.isArray(value)) return monthsText(value.filter((month) => typeof month === 'number'))
  return String(value)
}

function monthsText(months: readonly number[]): string {
  if (months.length === 0) return words.noMonths
  if (months.length === 12) return words.allMonths
  return months.map((month) => words.months[month - 1]).join(', ')
}

/** Limits of a parameter, or nothing. */
export function rangeText({ min, max, unit }: ParameterRow): string {
  return min === undefined || max === undefined ? '' : words.range(shortNumber(min), shortNumber(max), unit)
}

export function evidenceText(evidence: Evidence | undefined): string {
  if (evidence === undefined) return words.noEvidence
  const { source, confidence, low, high } = evidence
  const spread =
    low !== undefined && high !== undefined ? words.spread(shortNumber(low), shortNumber(high)) : ''
  return [words.evidence(source, words.confidence[confidence]), spread]
    .filter((part) => part !== '')
    .join(' ')
}
