/** Reading: what somebody typed into the field of a number, as people write numbers. */
import type { ParameterRow } from '../scenario'
import { text } from '../text'
import { exactNumber } from '../words'
import type { Entered } from './field'

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const DECIMAL_COMMA = /^([+-]?\d*),(\d+)$/
/** A comma that may as well stand between thousands. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/

/**
 * The number, or undefined where the text is none. A decimal comma is one where it cannot part thousands, and
 * `50 %` is 0.5 where the parameter is a share.
 */
export function readNumber(
  typed: string,
  row: Pick<ParameterRow, 'unit' | 'min' | 'max'>,
): number | undefined {
  const plain = typed.replace(/\s/g, '')
  const isShare = row.unit === '' && row.min === 0 && row.max === 1
  const isPercent = isShare && plain.endsWith('%')
  const bare = isPercent ? plain.slice(0, -1) : plain
  const dotted = THOUSANDS.test(bare) ? bare : bare.replace(DECIMAL_COMMA, '$1.$2')
  if (!NUMBER.test(dotted)) return undefined
  return isPercent ? Number((Number(dotted) / 100).toPrecision(15)) : Number(dotted)
}

/** A number that the parameter can be, or what was expected. */
export function enteredNumber(typed: string, row: ParameterRow): Entered {
  const { type, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = row
  const value = readNumber(typed, row)
  const isWhole = type !== 'integer' || Number.isInteger(value)
  if (value !== undefined && isWhole && value >= min && value <= max) return { to: value }
  return { expected: text.issues.between(type, exactNumber(min), exactNumber(max)) }
}
