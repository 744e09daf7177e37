/** Ranges and evidence of parameters in words. */
import type { Evidence, ParameterRow } from '../scenario'
import { text } from '../text'
import { exactNumber } from './numbers'

const words = text.page.panel

/** Limits of a parameter, or nothing. */
export function rangeText({ min, max, unit }: ParameterRow): string {
  return min === undefined || max === undefined ? '' : words.range(exactNumber(min), exactNumber(max), unit)
}

export function evidenceText(evidence: Evidence | undefined): string {
  if (evidence === undefined) return words.noEvidence
  const { source, confidence, low, high } = evidence
  const spread =
    low !== undefined && high !== undefined ? words.spread(exactNumber(low), exactNumber(high)) : ''
  return [words.evidence(source, words.confidence[confidence]), spread]
    .filter((part) => part !== '')
    .join(' ')
}
